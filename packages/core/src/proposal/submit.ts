import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { dateIn, type Term, termEndsOn } from "../calendar.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { completePlan } from "./complete-plan.ts";
import { findProposal } from "./find.ts";
import { proposalTransitions } from "./proposal.ts";
import { type ReceiptView, viewReceipt } from "./receipt-view.ts";
import { receive } from "./receive.ts";
import { step, tell } from "./step.ts";

/**
 * Sends a draft in, as it was at `revision`: what the overview showed is what is sent. From now on it is public, the
 * term to decide runs (Awb 4:13), and the whole board has a receipt.
 * @throws DomainError `invalid` with every problem of the plan at once; `stale` with the newest `revision`; `not-found`,
 * `forbidden`, `wrong-state`.
 */
export async function submitProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; revision: number },
): Promise<ReceiptView> {
  assertSignedIn(actor);
  const outcome = await untilFresh(async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    assertFrom(proposalTransitions.submit, proposal.status);
    if (proposal.revision !== input.revision) return { newest: proposal.revision };
    const plan = completePlan(deps, proposal.draft);
    const now = deps.clock.now();
    const today = dateIn(now);
    const term: Term = { startedOn: today, days: deps.municipality.decisionTermDays, daysStopped: 0 };
    const { after, change } = step(deps, proposal, "submit", {
      plan,
      draft: {},
      version: 1,
      submittedAt: now.toISOString(),
      term,
      dueOn: termEndsOn(term, today),
    });
    await deps.store.commit([
      change,
      stillTheSame(enterprise),
      ...receive(deps, after, enterprise, actor.personId, "submitted"),
      tell(deps, after, "proposal-submitted"),
    ]);
    return { receipt: viewReceipt(deps, after) };
  });
  if (outcome.receipt !== undefined) return outcome.receipt;
  // Not thrown above: reading again would not make it fresh, somebody has to look at the newer draft.
  throw new DomainError("stale", "The draft changed after it was shown.", { details: { revision: outcome.newest } });
}
