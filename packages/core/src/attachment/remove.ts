import { assertBoard, assertSignedIn } from "../actor.ts";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { letGoOf } from "../file/forget.ts";
import type { FileId, ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { assertFrom } from "../transition.ts";
import { attachmentStates } from "./attachment.ts";
import { keepChange } from "./keep-change.ts";
import { attachmentsOf } from "./list.ts";

/**
 * Takes a file away from a proposal, until its review starts: what city hall judged stays with the case. Its bytes are forgotten.
 * After it was sent in, a version says what it was called, who took it away and when.
 * @throws DomainError `not-found`, `forbidden`, `wrong-state`, `limit-reached`.
 */
export async function removeAttachment(
  deps: Deps,
  actor: Actor,
  { proposalId, fileId }: { readonly proposalId: ProposalId; readonly fileId: FileId },
): Promise<void> {
  assertSignedIn(actor);
  return untilFresh(async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, proposalId);
    assertBoard(actor, enterprise);
    assertFrom(attachmentStates.remove, proposal.status);
    const there = await attachmentsOf(deps, proposalId);
    const found = there.find((attachment) => attachment.fileId === fileId);
    if (found === undefined) throw new DomainError("not-found", "There is no such attachment.");
    await deps.store.commit([
      ...(await letGoOf(deps, [fileId])),
      {
        remove: "attachment",
        ref: { proposalId, slot: found.slot },
        when: [{ field: "fileId", is: "equal", value: fileId, refusal: "not-found" }],
      },
      ...keepChange(deps, proposal, actor.personId, {
        reason: "attachment-removed",
        name: found.name,
        names: there.filter((each) => each !== found).map(({ name }) => name),
      }),
    ]);
  });
}
