import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { SignInId } from "../ids.ts";

/** That a letter is on its way. The same for every address. */
export const SignInRequested = z.object({ signInId: SignInId, expiresAt: IsoInstant }).meta({
  id: "SignInRequested",
  description: "A letter with a link and a code is on its way; valid until `expiresAt`.",
});
export type SignInRequested = z.infer<typeof SignInRequested>;
