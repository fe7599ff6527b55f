import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { SignInId } from "../ids.ts";
import { Email, SitePath } from "../text.ts";

/**
 * An outstanding sign-in by e-mail: a link secret and a 6-digit code, either of which signs in once, within
 * `limits.signInMinutes` and `limits.signInTriesMax` tries. Only hashes are kept. The link works only in the browser
 * that asked for it, so that a mail scanner that opens links and presses buttons gets nowhere; the code works anywhere.
 */
export const SignIn = z.strictObject({
  id: SignInId,
  email: Email,
  secretHash: z.string(),
  codeHash: z.string(),
  browserHash: z.string(),
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

/** Input of asking for a sign-in letter. */
export const SignInRequest = z.strictObject({ email: Email, returnTo: SitePath.optional() });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Input of redeeming a letter: the secret of the link, or the code typed over (spaces do not matter). */
export const SignInProof = z
  .strictObject({
    signInId: SignInId,
    secret: z.string().min(20, "code").max(100, "code").optional(),
    code: z
      .string()
      .max(20, "code")
      .transform((typed) => typed.replace(/\s/g, ""))
      .pipe(z.string().regex(/^[0-9]{6}$/, "code"))
      .optional(),
  })
  .superRefine((proof, context) => {
    if ((proof.secret === undefined) === (proof.code === undefined))
      context.addIssue({ code: "custom", message: "required", path: ["code"] });
  });
export type SignInProof = z.infer<typeof SignInProof>;

/** A secret kept by the browser that asked: 256 bits, base64url. */
export const BrowserSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "code");
