import * as z from "zod";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { FollowId } from "../ids.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { subjectName } from "./subject-name.ts";
import type { FollowView } from "./view.ts";

/** Input of confirming: the secret of the letter. */
export const Confirmation = z
  .strictObject({ secret: z.string("required").min(20, "code").max(100, "code") })
  .meta({ id: "Confirmation" });

/**
 * Confirms an address. Pressing twice is confirmed once; the newest letter counts.
 * @throws DomainError `code-wrong` when the secret does not fit or is over time.
 */
export function confirmFollow(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof Confirmation> & { readonly followId: FollowId },
): Promise<FollowView> {
  const { followId: id, ...rest } = input;
  const { secret } = parse(Confirmation, rest);
  return untilFresh(async () => {
    const follow = await deps.store.get("follow", { id });
    const now = deps.clock.now().toISOString();
    if (follow === undefined || deps.digest.of(secret) !== follow.confirmHash)
      throw new DomainError("code-wrong", "This link does not fit.", { details: { why: "wrong" } });
    if (follow.status !== "confirmed") {
      if (follow.expiresAt === undefined || follow.expiresAt <= now)
        throw new DomainError("code-wrong", "This link is over time.", { details: { why: "expired" } });
      const confirmed = { status: "confirmed", confirmedAt: now, expiresAt: undefined } as const;
      await deps.store.commit([next("follow", follow, confirmed)]);
    }
    return { id, subject: follow.subject, name: await subjectName(deps, follow.subject) };
  });
}
