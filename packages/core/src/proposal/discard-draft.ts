import { assertBoard } from "../actor.ts";
import { attachmentsOf } from "../attachment/list.ts";
import { fromStates, untilFresh } from "../change.ts";
import { letGoOf } from "../file/forget.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { countDraftEnded } from "./drafts.ts";
import { findProposal } from "./find.ts";
import { proposalTransitions } from "./proposal.ts";

/**
 * Throws a draft away, for good, with the bytes of its attachments. What was sent in can only be withdrawn.
 * @throws DomainError `not-found`, `forbidden`, `wrong-state`.
 */
export function discardDraft(deps: Deps, actor: Actor, input: { proposalId: ProposalId }): Promise<void> {
  return untilFresh(async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    assertFrom(proposalTransitions.submit, proposal.status);
    const when = [
      fromStates(proposalTransitions.submit),
      { field: "revision", is: "equal", value: proposal.revision, refusal: "stale" } as const,
    ];
    const [attachments, ended] = await Promise.all([
      attachmentsOf(deps, proposal.id),
      countDraftEnded(deps, enterprise.id),
    ]);
    const fileIds = attachments.map(({ fileId }) => fileId);
    const files = await letGoOf(deps, fileIds);
    await deps.store.commit([
      { remove: "proposal", ref: { id: proposal.id }, when },
      ...ended,
      ...files,
      ...attachments.map(
        ({ proposalId, slot }) => ({ remove: "attachment", ref: { proposalId, slot }, when: [] }) as const,
      ),
    ]);
  });
}
