import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { findForStaff } from "./find-for-staff.ts";
import { type Advice, amountAppliedFor, type Plan, proposalTransitions } from "./proposal.ts";
import { planOf, step, tell } from "./step.ts";

/**
 * Gives the advice of the review: what it costs, what to decide, and why, for everybody to read.
 * @throws DomainError `invalid` when it costs more than was applied for; `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
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
    assertFrom(proposalTransitions.advise, proposal.status);
    assertWithinRequest(planOf(proposal), input.advice);
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

/**
 * Nobody is advised to grant more than was asked; also an advice to reject names no larger amount. A part is less than the
 * whole, as in the decision.
 */
export function assertWithinRequest(plan: Plan, { outcome, costingCents }: Advice): void {
  const limit = amountAppliedFor(plan);
  const isWhole = outcome === "award-in-part" && costingCents === limit;
  if (costingCents <= limit && !isWhole) return;
  const code = isWhole ? "amount-in-part" : "above-request";
  throw new DomainError("invalid", "This is not what such an advice can grant.", {
    fields: [{ path: "costingCents", code, limit }],
  });
}
