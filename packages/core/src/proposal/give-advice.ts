import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { findForStaff } from "./find-for-staff.ts";
import type { Advice } from "./proposal.ts";
import { step, tell } from "./step.ts";

/**
 * Gives the advice of the review: what it costs, what to decide, and why, for everybody to read.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function giveAdvice(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; advice: Advice } & Keyed,
): Promise<void> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "giveAdvice", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    const advice = { ...input.advice, givenAt: deps.clock.now().toISOString() };
    const { after, change } = step(deps, proposal, "advise", { advice });
    const { outcome, costingCents } = advice;
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      tell(deps, after, "advice-given", { outcome, costingCents }),
    ];
    return { changes, result: undefined };
  });
}
