import { drafts } from "../../forms/drafts.ts";

/** A sign-in that waits for its code: kept on the device, so that a closed tab does not cost a new letter. */
export interface PendingSignIn {
  readonly signInId: string;
  readonly email: string;
  /** UTC instant. */
  readonly expiresAt: string;
  readonly returnTo: string | undefined;
}

const key = "inloggen-wacht";

/** The sign-in that waits for its code, while its code can still work. */
export function readPendingSignIn(now: Date = new Date()): PendingSignIn | undefined {
  const kept = drafts.read(key);
  if (typeof kept !== "object" || kept === null) return undefined;
  const { signInId, email, expiresAt, returnTo } = kept as Record<string, unknown>;
  if (typeof signInId !== "string" || typeof email !== "string" || typeof expiresAt !== "string") return undefined;
  if (new Date(expiresAt) <= now) return undefined;
  return { signInId, email, expiresAt, returnTo: typeof returnTo === "string" ? returnTo : undefined };
}

export const keepPendingSignIn = (pending: PendingSignIn): boolean => drafts.keep(key, pending);

export const forgetPendingSignIn = (): void => drafts.clear(key);
