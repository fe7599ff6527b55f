import { assertBoard, assertSignedIn } from "../actor.ts";
import { fromStates } from "../change.ts";
import { DomainError } from "../errors.ts";
import { letGoOf } from "../file/forget.ts";
import type { FileId, ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { assertFrom } from "../transition.ts";
import { attachmentStates } from "./attachment.ts";
import { attachmentsOf } from "./list.ts";

/**
 * Takes a file away from a proposal, until its review starts: what city hall judged stays with the case. Its bytes are forgotten.
 * @throws DomainError `not-found`, `forbidden`, `wrong-state`.
 */
export async function removeAttachment(
  deps: Deps,
  actor: Actor,
  { proposalId, fileId }: { readonly proposalId: ProposalId; readonly fileId: FileId },
): Promise<void> {
  assertSignedIn(actor);
  const { proposal, enterprise } = await findProposal(deps, actor, proposalId);
  assertBoard(actor, enterprise);
  assertFrom(attachmentStates.remove, proposal.status);
  const found = (await attachmentsOf(deps, proposalId)).find((attachment) => attachment.fileId === fileId);
  if (found === undefined) throw new DomainError("not-found", "There is no such attachment.");
  await deps.store.commit([
    ...(await letGoOf(deps, [fileId])),
    {
      remove: "attachment",
      ref: { proposalId, slot: found.slot },
      when: [{ field: "fileId", is: "equal", value: fileId, refusal: "not-found" }],
    },
    { check: "proposal", ref: { id: proposalId }, when: [fromStates(attachmentStates.remove)] },
  ]);
}
