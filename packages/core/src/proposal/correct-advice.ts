import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { writeAudit } from "../audit/write.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { findForStaff } from "./find-for-staff.ts";
import { assertWithinRequest } from "./give-advice.ts";
import type { AdviceCorrection } from "./inputs.ts";
import { type GivenAdvice, type ProposalStatus, proposalTransitions } from "./proposal.ts";
import { planOf, step, tell } from "./step.ts";

const { correctAdvice: early, correctAdviceLate: late } = proposalTransitions;
const correctable: { readonly from: readonly ProposalStatus[] } = { from: [...early.from, ...late.from] };

/**
 * An officer corrects the advice, with the reason, until the decision is taken. The page says "aangepast op" with that
 * reason; what it said before is kept, and the act is in the audit trail.
 * @throws DomainError `invalid` when it costs more than was applied for; `unauthenticated`, `forbidden`, `own-interest`, `not-found`,
 * `wrong-state` before there is an advice and after the decision; `limit-reached` after `limits.correctionsMax`.
 */
export async function correctAdvice(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; correction: AdviceCorrection } & Keyed,
): Promise<void> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "correctAdvice", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    const { why, ...advice } = input.correction;
    assertFrom(correctable, proposal.status);
    const name = proposal.status === "decision-prepared" ? "correctAdviceLate" : "correctAdvice";
    const { after, change } = step(deps, proposal, name, { advice: corrected(proposal.advice) });
    assertWithinRequest(planOf(proposal), advice);
    const { outcome, costingCents } = advice;
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      writeAudit(deps, found.actor, "advice-corrected", {
        proposalId: proposal.id,
        title: planOf(proposal).title,
        why,
      }),
      tell(deps, after, "advice-corrected", { outcome, costingCents }),
    ];
    return { changes, result: undefined };

    function corrected(given: GivenAdvice | undefined): GivenAdvice | undefined {
      if (given === undefined) return undefined;
      const { givenAt, correction: _last, earlier = [], ...before } = given;
      if (earlier.length >= limits.correctionsMax)
        throw new DomainError("limit-reached", "It was corrected too often.");
      const at = deps.clock.now().toISOString();
      const old = { ...before, until: at, by: found.actor.personId, why };
      return { ...advice, givenAt, correction: { at, reason: why }, earlier: [...earlier, old] };
    }
  });
}
