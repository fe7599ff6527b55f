import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { completePlan } from "./complete-plan.ts";
import { findProposal } from "./find.ts";
import { type Plan, proposalTransitions } from "./proposal.ts";
import { type ReceiptView, viewReceipt } from "./receipt-view.ts";
import { receive } from "./receive.ts";
import { step, tell } from "./step.ts";
import { countEdit } from "./within-caps.ts";

/**
 * Changes a plan that was sent in, until its review starts. The earlier version is kept; the term to decide runs on.
 * @throws DomainError `invalid` with paths under `plan.`; `not-found`, `forbidden`, `not-verified` after a refusal,
 * `wrong-state` once the review started, `limit-reached`.
 */
export function editProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; plan: Plan; note?: string },
): Promise<ReceiptView> {
  assertSignedIn(actor);
  let isCounted = false;
  return untilFresh(async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    assertFrom(proposalTransitions.edit, proposal.status);
    const plan = completePlan(deps, input.plan, "plan.");
    if (!isCounted) await countEdit(deps, enterprise);
    isCounted = true;
    const { after, change } = step(deps, proposal, "edit", { plan, version: proposal.version + 1 });
    await deps.store.commit([
      change,
      stillTheSame(enterprise),
      ...receive(deps, after, enterprise, actor.personId, "edited", input.note),
      tell(deps, after, "proposal-edited", { version: after.version }),
    ]);
    return viewReceipt(deps, after);
  });
}
