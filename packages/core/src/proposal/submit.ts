import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { attachmentNames } from "../attachment/list.ts";
import { dateIn, type Term, termEndsOn } from "../calendar.ts";
import { next } from "../change.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { isPublic } from "../visibility/visibility.ts";
import { completePlan } from "./complete-plan.ts";
import { countDraftEnded } from "./drafts.ts";
import { findProposal } from "./find.ts";
import { type Proposal, proposalTransitions } from "./proposal.ts";
import { type ReceiptView, viewReceipt } from "./receipt-view.ts";
import { receive } from "./receive.ts";
import { step, tell } from "./step.ts";
import { assertRoomForSubmission, usesOfSubmission } from "./within-caps.ts";

/**
 * Sends a draft in, as it was at `revision`: what the overview showed is what is sent. From now on the term to decide runs
 * (Awb 4:13) and the whole board has a receipt. It is public as soon as its enterprise is; city hall has it at once.
 * @throws DomainError `invalid` with every problem of the plan at once; `stale` with the newest `revision`; `not-found`,
 * `forbidden`, `not-verified` after a refusal, `wrong-state`, `limit-reached`.
 */
export async function submitProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; revision: number } & Keyed,
): Promise<ReceiptView> {
  assertSignedIn(actor);
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "submitProposal", by: actor.personId, ...asked };
  const find = async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    assertFrom(proposalTransitions.submit, proposal.status);
    assertShown(proposal, input.revision);
    const plan = completePlan(deps, proposal.draft);
    await assertRoomForSubmission(deps, enterprise);
    return { proposal, enterprise, plan };
  };
  const uses = async () => usesOfSubmission((await find()).enterprise);
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { proposal, enterprise, plan } = await find();
    const now = deps.clock.now();
    const today = dateIn(now);
    const term: Term = { startedOn: today, days: deps.municipality.decisionTermDays, daysStopped: 0 };
    const attachments = await attachmentNames(deps, proposal.id);
    const { after, change } = step(deps, proposal, "submit", {
      plan,
      draft: {},
      version: 1,
      submittedAt: now.toISOString(),
      term,
      dueOn: termEndsOn(term, today),
      ...(isPublic(enterprise) ? {} : { isUnlisted: true }),
    });
    const changes: readonly Change[] = [
      change,
      // Whoever is about to verify the enterprise sees first that there is more of it now.
      isPublic(enterprise) ? stillTheSame(enterprise) : next("enterprise", enterprise, {}),
      ...(await countDraftEnded(deps, enterprise.id)),
      ...receive(deps, after, enterprise, actor.personId, "submitted", { attachments }),
      tell(deps, after, "proposal-submitted"),
    ];
    return { changes, result: viewReceipt(deps, after) };
  });
}

/** What the overview showed is what is sent; when it changed since, somebody has to look at the newer draft. */
function assertShown({ revision }: Proposal, shown: number): void {
  if (revision !== shown)
    throw new DomainError("stale", "The draft changed after it was shown.", { details: { revision } });
}
