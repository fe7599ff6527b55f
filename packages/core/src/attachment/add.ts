import { assertBoard, assertSignedIn } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { assertFrom } from "../transition.ts";
import { attachmentStates, NewAttachment } from "./attachment.ts";
import { keepChange } from "./keep-change.ts";
import { attachmentsOf, listAttachments } from "./list.ts";
import type { AttachmentsView } from "./view.ts";

/**
 * Adds a file to a proposal, while it is written, after it was sent in until its review starts, and when city hall asked
 * to complete it. Adding the same file again changes nothing. After it was sent in, a version is kept of it.
 * @throws DomainError `invalid` with `file-unknown`; `not-found`, `forbidden`, `wrong-state`, `limit-reached`.
 */
export function addAttachment(
  deps: Deps,
  actor: Actor,
  { proposalId, ...rest }: { readonly proposalId: ProposalId } & NewAttachment,
): Promise<AttachmentsView> {
  assertSignedIn(actor);
  const added = parse(NewAttachment, rest);
  return untilFresh(async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, proposalId);
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    assertFrom(attachmentStates.add, proposal.status);
    const file = await deps.store.get("file", { id: added.fileId });
    const isOurs = file?.purpose === "attachment" && file.status === "clean" && file.enterpriseId === enterprise.id;
    if (!isOurs || (file.attachedTo !== undefined && file.attachedTo !== proposalId))
      throw new DomainError("invalid", "There is no such attachment of this enterprise.", {
        fields: [{ path: "fileId", code: "file-unknown" }],
      });
    const there = await attachmentsOf(deps, proposalId);
    if (there.some(({ fileId }) => fileId === added.fileId)) return listAttachments(deps, actor, { proposalId });
    const slot = Array.from({ length: limits.attachmentsMax }, (_, at) => at).find(
      (at) => !there.some((taken) => taken.slot === at),
    );
    if (slot === undefined)
      throw new DomainError("limit-reached", "There are as many attachments as there can be.", {
        details: { max: limits.attachmentsMax },
      });
    const addedAt = deps.clock.now().toISOString();
    const record = { ...added, proposalId, slot, addedBy: actor.personId, addedAt };
    await deps.store.commit([
      { put: "attachment", record, refusal: "stale" },
      next("file", file, { attachedTo: proposalId, forgetOn: undefined }),
      ...keepChange(deps, proposal, actor.personId, {
        reason: "attachment-added",
        name: added.name,
        names: [...there.map(({ name }) => name), added.name],
      }),
    ]);
    return listAttachments(deps, actor, { proposalId });
  });
}
