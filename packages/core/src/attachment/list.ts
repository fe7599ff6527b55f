import { seatOf } from "../actor.ts";
import { FileType } from "../file/file.ts";
import type { ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { isInsider } from "../visibility/visibility.ts";
import { type Attachment, attachmentStates } from "./attachment.ts";
import type { AttachmentsView } from "./view.ts";

/**
 * The files of a proposal: the public ones for everybody who may see it, all of them for its board and city hall.
 * @throws DomainError `not-found`.
 */
export async function listAttachments(
  deps: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
): Promise<AttachmentsView> {
  const { proposal, enterprise } = await findProposal(deps, actor, proposalId);
  const all = await attachmentsOf(deps, proposalId);
  const isTheirs = isInsider(actor, enterprise);
  const shown = isTheirs ? all : all.filter(({ isPublic }) => isPublic);
  const files = await Promise.all(shown.map(({ fileId }) => deps.store.get("file", { id: fileId })));
  const items = shown.flatMap(({ fileId, name: typed, isPublic, addedAt, hidden }, at) => {
    const file = files[at];
    if (file === undefined) return [];
    const name = hidden === undefined || isTheirs ? typed : "";
    const mark = hidden === undefined ? {} : { hidden };
    return [
      {
        ...mark,
        fileId,
        name,
        isPublic,
        contentType: FileType.parse(file.contentType),
        sizeBytes: file.sizeBytes,
        addedAt,
      },
    ];
  });
  const isBoard = actor.kind === "resident" && seatOf(actor, enterprise) !== undefined;
  const is = ({ from }: { readonly from: readonly string[] }) => isBoard && from.includes(proposal.status);
  return {
    items,
    room: is(attachmentStates.add) ? limits.attachmentsMax - all.length : 0,
    mayRemove: is(attachmentStates.remove),
    isKept: proposal.status !== "draft",
  };
}

/** What the files of a proposal are called, the first added first. */
export const attachmentNames = async (deps: Deps, proposalId: ProposalId): Promise<readonly string[]> =>
  (await attachmentsOf(deps, proposalId)).map(({ name }) => name);

/** Every file of a proposal, the first added first. */
export async function attachmentsOf(deps: Deps, proposalId: ProposalId): Promise<readonly Attachment[]> {
  const all = await deps.store.listAll("attachments-of-proposal", { proposalId });
  return all.toSorted((one, other) => one.addedAt.localeCompare(other.addedAt));
}
