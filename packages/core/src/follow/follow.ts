import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, FollowId, ProposalId } from "../ids.ts";
import { Email } from "../text.ts";

/** What can be followed. */
export const FollowSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("proposal"), id: ProposalId }),
  z.strictObject({ kind: z.literal("enterprise"), id: EnterpriseId }),
  z.strictObject({ kind: z.literal("district"), id: DistrictCode }),
]);
export type FollowSubject = z.infer<typeof FollowSubject>;

/** An address that gets mail about a subject once it is confirmed. The secrets in its letters are kept as hashes. */
export const Follow = z.strictObject({
  id: FollowId,
  subject: FollowSubject,
  email: Email,
  emailHash: z.string(),
  status: z.enum(["awaiting-confirmation", "confirmed"]),
  confirmHash: z.string().optional(),
  /** Secret of the one-click unsubscribe link (RFC 8058): it must be in every letter, so it is derived, not stored. */
  createdAt: IsoInstant,
  confirmedAt: IsoInstant.optional(),
  expiresAt: IsoInstant.optional(),
  revision: z.int().min(0),
});
export type Follow = z.infer<typeof Follow>;
