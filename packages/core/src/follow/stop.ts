import { assertResident } from "../actor.ts";
import { DomainError } from "../errors.ts";
import type { FollowId } from "../ids.ts";
import { addressHash } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { unsubscribeSecret } from "./follow-id.ts";

/** Stops following. Somebody else's follow does not exist for you. @throws DomainError `not-found`. */
export async function stopFollow(deps: Deps, actor: Actor, input: { readonly followId: FollowId }): Promise<void> {
  assertResident(actor);
  const value = addressHash(deps.digest, actor.email);
  const when = [{ field: "emailHash", is: "equal", value, refusal: "not-found" }] as const;
  await deps.store.commit([{ remove: "follow", ref: { id: input.followId }, when }]);
}

/**
 * Stops following by the secret of a letter: at once, without signing in (RFC 8058). Again changes nothing.
 * @throws DomainError `not-found` when the secret does not fit.
 */
export async function unsubscribe(
  deps: Deps,
  _actor: Actor,
  input: { readonly followId: FollowId; readonly secret: string },
): Promise<void> {
  const { followId: id, secret } = input;
  if (secret !== unsubscribeSecret(deps.digest, id)) throw new DomainError("not-found", "There is no such link.");
  try {
    await deps.store.commit([{ remove: "follow", ref: { id }, when: [] }]);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "not-found")) throw error;
  }
}
