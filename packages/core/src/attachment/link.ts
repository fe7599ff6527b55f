import { DomainError } from "../errors.ts";
import type { FileId, ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { isInsider, notVisible } from "../visibility/visibility.ts";
import { attachmentsOf } from "./list.ts";

/**
 * A link to a file of a proposal, for a minute: a public one for everybody who may see the proposal, another for its
 * board and city hall. @throws DomainError `not-found` (with `hiddenAt` and `hiddenReason` of one that an officer hid).
 */
export async function linkAttachment(
  deps: Deps,
  actor: Actor,
  { proposalId, fileId }: { readonly proposalId: ProposalId; readonly fileId: FileId },
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  const { enterprise } = await findProposal(deps, actor, proposalId);
  const found = (await attachmentsOf(deps, proposalId)).find((attachment) => attachment.fileId === fileId);
  const file = await deps.store.get("file", { id: fileId });
  const isTheirs = isInsider(actor, enterprise);
  if (found?.isPublic && found.hidden !== undefined && !isTheirs)
    throw notVisible({ isPublic: false, because: "moderated", hidden: found.hidden }, "This attachment is hidden.");
  if (found === undefined || file === undefined || !(found.isPublic || isTheirs))
    throw new DomainError("not-found", "There is no such attachment.");
  return deps.files.link(file, found.name);
}
