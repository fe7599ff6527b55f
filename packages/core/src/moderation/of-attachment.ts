import { attachmentsOf } from "../attachment/list.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { type FoundTarget, missing, type Of, readProposal } from "./found-target.ts";

/** A public file of a proposal: its name and its bytes. */
export async function ofAttachment(deps: Deps, { proposalId, fileId }: Of<"attachment">): Promise<FoundTarget> {
  const [{ plan, enterprise, visibility }, all] = await Promise.all([
    readProposal(deps, proposalId),
    attachmentsOf(deps, proposalId),
  ]);
  const attachment = all.find((each) => each.fileId === fileId);
  if (attachment === undefined || !attachment.isPublic) throw missing();
  const { hidden, ...bare } = attachment;
  return {
    enterprise,
    title: plan.title,
    words: attachment.name,
    path: sitePaths.proposal(proposalId),
    hidden,
    isReadable: visibility.isPublic && hidden === undefined,
    author: "board",
    mark: (mark) => [
      {
        replace: "attachment",
        record: mark === undefined ? bare : { ...bare, hidden: mark },
        // The board may have taken it away, and put another in its place.
        when: [{ field: "fileId", is: "equal", value: fileId, refusal: "stale" }],
      },
    ],
  };
}
