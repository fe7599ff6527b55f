import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { attachmentNames } from "../attachment/list.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { completePlan } from "./complete-plan.ts";
import { findProposal } from "./find.ts";
import { type Plan, proposalTransitions } from "./proposal.ts";
import { type ReceiptView, viewReceipt } from "./receipt-view.ts";
import { receive } from "./receive.ts";
import { planOf, step, tell } from "./step.ts";
import { usesOfEdit } from "./within-caps.ts";

/**
 * Changes a plan that was sent in, until its review starts. The earlier version is kept; the term to decide runs on.
 * @throws DomainError `invalid` with paths under `plan.`; `not-found`, `forbidden`, `not-verified` after a refusal,
 * `wrong-state` once the review started, `limit-reached`.
 */
export async function editProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; plan: Plan; note?: string } & Keyed,
): Promise<ReceiptView> {
  assertSignedIn(actor);
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "editProposal", by: actor.personId, ...asked };
  const find = async () => {
    const found = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, found.enterprise);
    assertNotRefused(found.enterprise);
    assertFrom(proposalTransitions.edit, found.proposal.status);
    const { submittedAt } = found.proposal;
    return { ...found, plan: completePlan(deps, input.plan, { at: "plan.", submittedAt }) };
  };
  const uses = async () => usesOfEdit((await find()).enterprise);
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { proposal, enterprise, plan } = await find();
    const attachments = await attachmentNames(deps, proposal.id);
    const { after, change } = step(deps, proposal, "edit", { plan, version: proposal.version + 1 });
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      ...receive(deps, after, enterprise, actor.personId, "edited", {
        attachments,
        note: input.note,
        before: planOf(proposal),
      }),
      tell(deps, after, "proposal-edited", { version: after.version }),
    ];
    return { changes, result: viewReceipt(deps, after) };
  });
}
