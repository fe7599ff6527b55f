import { mailboxOf } from "../person/mailbox.ts";
import type { Deps, Digest } from "../ports.ts";

const pattern = /^([A-Za-z0-9_-]{43})\.([0-9a-f]{64})$/;

const sealOf = (digest: Digest, id: string, email: string) => digest.keyed(`known-browser:${id}:${mailboxOf(email)}`);

/**
 * What a sign-in leaves in a browser: that this browser signed in with this address. It opens nothing; it gives the browser
 * a budget of letters of its own, which nobody elsewhere can use up. Nothing is kept here.
 */
export function makeKnownBrowser({ ids, digest }: Deps, email: string): string {
  const id = ids.secret();
  return `${id}.${sealOf(digest, id, email)}`;
}

/** Whether this was left by a sign-in with this address. */
export function isKnownBrowser(digest: Digest, left: string, email: string): boolean {
  const [, id, seal] = pattern.exec(left) ?? [];
  return id !== undefined && seal === sealOf(digest, id, email);
}
