import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { writeAudit } from "../audit/write.ts";
import { keepEarlier } from "../earlier-words/keep.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { findForStaff } from "./find-for-staff.ts";
import { assertWithinRequest } from "./give-advice.ts";
import type { AdviceCorrection } from "./inputs.ts";
import { earlierAdvice, type GivenAdvice, type ProposalStatus, proposalTransitions } from "./proposal.ts";
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
    const given = corrected(proposal.advice);
    const { after, change } = step(deps, proposal, name, { advice: given.advice });
    assertWithinRequest(planOf(proposal), advice);
    const { outcome, costingCents } = advice;
    const changes: readonly Change[] = [
      change,
      ...given.changes,
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

    function corrected(before: GivenAdvice | undefined): { advice?: GivenAdvice; changes: readonly Change[] } {
      if (before === undefined) return { changes: [] };
      const { givenAt, correction: _last, corrections: times, ...words } = before;
      const at = deps.clock.now().toISOString();
      const kept = { words: { ...words, why }, until: at, by: found.actor.personId };
      const earlier = keepEarlier(earlierAdvice(proposal.id), times, kept);
      const corrections = earlier.corrections;
      return {
        advice: { ...advice, givenAt, correction: { at, reason: why }, corrections },
        changes: [earlier.change],
      };
    }
  });
}
