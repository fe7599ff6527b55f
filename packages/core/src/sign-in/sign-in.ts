import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { SignInId } from "../ids.ts";
import { Email } from "../text.ts";

/**
 * An outstanding sign-in by e-mail: a link secret and a 6-digit code, either of which signs in once, within
 * `limits.signInMinutes` and `limits.signInTriesMax` tries. Only hashes are kept.
 */
export const SignIn = z.strictObject({
  id: SignInId,
  email: Email,
  secretHash: z.string(),
  codeHash: z.string(),
  triesLeft: z.int().min(0),
  /** Where the person was going: a path of the site. */
  returnTo: z.string().optional(),
  expiresAt: IsoInstant,
  usedAt: IsoInstant.optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** A counter of a rate limit within one window; `count` only grows, the item expires. */
export const RateLimit = z.strictObject({ key: z.string(), count: z.int(), expiresAt: IsoInstant });
export type RateLimit = z.infer<typeof RateLimit>;

/** A staff sign-in on its way to the identity provider and back: state is the key; nonce and verifier stay here. */
export const StaffSignIn = z.strictObject({
  stateHash: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  expiresAt: IsoInstant,
});
export type StaffSignIn = z.infer<typeof StaffSignIn>;

/** Input of asking for a sign-in letter. */
export const SignInRequest = z.strictObject({
  email: Email,
  returnTo: z
    .string()
    .max(200)
    .regex(/^\/(?!\/)[^\\]*$/, "path")
    .optional(),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Input of redeeming a letter: the secret of the link, or the code typed over. */
export const SignInProof = z.union([
  z.strictObject({ signInId: SignInId, secret: z.string().min(20).max(100) }),
  z.strictObject({ signInId: SignInId, code: z.string().regex(/^[0-9]{6}$/, "code") }),
]);
export type SignInProof = z.infer<typeof SignInProof>;
