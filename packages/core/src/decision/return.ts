import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { DecisionId, ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { findForStaff } from "../proposal/find-for-staff.ts";
import { step, tell } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { callAtOnce } from "../work-list/call.ts";
import { decisionTransitions } from "./decision.ts";
import { findDecision } from "./find.ts";

/**
 * Sends a prepared decision back to the officers, with the reason. Another decision can then be prepared.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function returnDecision(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; decisionId: DecisionId; reason: string } & Keyed,
): Promise<void> {
  assertRole(actor, "council");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "returnDecision", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "council", input.proposalId);
    const { proposal, enterprise } = found;
    const decision = await findDecision(deps, proposal, input.decisionId);
    assertFrom(decisionTransitions.return, decision.status);
    const { after, change } = step(deps, proposal, "returnDecision", { decisionId: undefined, isReturned: true });
    const returned = { status: decisionTransitions.return.to, returnedReason: input.reason };
    const changes: readonly Change[] = [
      change,
      next("decision", decision, returned, [fromStates(decisionTransitions.return)]),
      stillTheSame(enterprise),
      stillHas("council", found.actor),
      tell(deps, after, "decision-returned"),
      ...(await callAtOnce(deps, { enterprise, proposal: after })),
    ];
    return { changes, result: undefined };
  });
}
