import { endOfTerm } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { FollowId } from "../ids.ts";
import { limits } from "../limits.ts";
import { addressHash } from "../person/mailbox.ts";
import type { Deps } from "../ports.ts";

/**
 * Takes the confirmation of every follow of an address away: mail to it bounced, or was marked as unwanted. It gets no
 * more letters unless it confirms again, and is forgotten when it does not. Returns how many follows ended.
 */
export async function unconfirmFollows(deps: Deps, email: string): Promise<number> {
  const emailHash = addressHash(deps.digest, email);
  const follows = await deps.store.listAll("follows-of-address", { emailHash });
  const ended = await Promise.all(follows.map(({ id }) => unconfirm(deps, id)));
  return ended.filter(Boolean).length;
}

async function unconfirm(deps: Deps, id: FollowId): Promise<boolean> {
  const forgetAt = endOfTerm(deps.clock.now(), limits.followConfirmDays);
  try {
    return await untilFresh(async () => {
      const follow = await deps.store.get("follow", { id });
      if (follow?.status !== "confirmed") return false;
      const doubted = { status: "awaiting-confirmation", confirmedAt: undefined, confirmHash: undefined } as const;
      await deps.store.commit([next("follow", follow, { ...doubted, expiresAt: forgetAt })]);
      return true;
    });
  } catch (error) {
    // Unsubscribed at the same moment: that is what was wanted.
    if (error instanceof DomainError && error.code === "not-found") return false;
    throw error;
  }
}
