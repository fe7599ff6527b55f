import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { attachmentNames } from "../attachment/list.ts";
import { dateIn, resumeTerm, termEndsOn } from "../calendar.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import { invariant } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { callAtOnce } from "../work-list/call.ts";
import { completePlan } from "./complete-plan.ts";
import { findProposal } from "./find.ts";
import { type Plan, proposalTransitions } from "./proposal.ts";
import { type ReceiptView, viewReceipt } from "./receipt-view.ts";
import { receive } from "./receive.ts";
import { planOf, step, tell } from "./step.ts";

/**
 * Answers a question of the reviewer with a completed plan and a note. The term to decide runs again; it ends later by
 * the days it stood still (Awb 4:15). Completing late is allowed as long as the review was not taken up without it.
 * @throws DomainError `invalid` with paths under `plan.`; `not-found`, `forbidden`, `not-verified` after a refusal,
 * `wrong-state`.
 */
export async function completeProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; plan: Plan; note: string } & Keyed,
): Promise<ReceiptView> {
  assertSignedIn(actor);
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "completeProposal", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    assertFrom(proposalTransitions.complete, proposal.status);
    const plan = completePlan(deps, input.plan, { at: "plan.", submittedAt: proposal.submittedAt });
    const today = dateIn(deps.clock.now());
    invariant(proposal.term !== undefined, "a proposal that was sent in has a term");
    const term = resumeTerm(proposal.term, today);
    const version = proposal.version + 1;
    const changed = { plan, version, term, dueOn: termEndsOn(term, today), completionAsked: undefined };
    const attachments = await attachmentNames(deps, proposal.id);
    const { after, change } = step(deps, proposal, "complete", changed);
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      ...receive(deps, after, enterprise, actor.personId, "completed", {
        attachments,
        note: input.note,
        before: planOf(proposal),
      }),
      tell(deps, after, "proposal-completed", { decideBy: termEndsOn(term, today) }),
      ...(await callAtOnce(deps, { enterprise, proposal: after })),
    ];
    return { changes, result: viewReceipt(deps, after) };
  });
}
