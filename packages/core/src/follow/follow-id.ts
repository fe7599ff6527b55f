import { FollowId } from "../ids.ts";
import type { Digest } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { FollowSubject } from "./follow.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The id of the one follow of this address and subject: made from both with the portal's pepper, so that nobody follows
 * twice, also when two requests come at once, and nobody can tell from an id whose it is.
 */
export function followIdOf(digest: Digest, subject: FollowSubject, emailHash: string): FollowId {
  const hash = digest.keyed(`follow:${subject.kind}:${subject.id}:${emailHash}`);
  const pairs = hash.match(/../g) ?? [];
  const letters = pairs.slice(0, 26).map((pair) => alphabet[Number.parseInt(pair, 16) % alphabet.length] ?? "0");
  return FollowId.parse(`flw_${letters.join("")}`);
}

/** The secret that stops a follow: derived and not stored, because every letter to the follower carries it. */
export function unsubscribeSecret(digest: Digest, id: FollowId): string {
  return digest.keyed(`unsubscribe:${id}`);
}

/** The two ways out of a follow that a letter offers: for the mail program (RFC 8058) and for the reader. */
export function unsubscribePaths(
  digest: Digest,
  id: FollowId,
): { readonly unsubscribePath: string; readonly unsubscribePagePath: string } {
  const secret = unsubscribeSecret(digest, id);
  return {
    unsubscribePath: `/v1/follows/${id}/unsubscriptions/${secret}`,
    unsubscribePagePath: sitePaths.unsubscribe(id, secret),
  };
}
