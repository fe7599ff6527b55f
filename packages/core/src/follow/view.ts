import * as z from "zod";
import { FollowId } from "../ids.ts";
import { FollowSubject } from "./follow.ts";

/** One's own follow. `name` is what the subject is called now. */
export const FollowView = z.object({ id: FollowId, subject: FollowSubject, name: z.string() }).meta({ id: "Follow" });
export type FollowView = z.infer<typeof FollowView>;

/** What came of asking to follow: a letter to confirm the address, or (one's own address) it is done. */
export const FollowAsked = z
  .object({ status: z.enum(["letter-sent", "following"]), name: z.string() })
  .meta({ id: "FollowAsked" });
export type FollowAsked = z.infer<typeof FollowAsked>;
