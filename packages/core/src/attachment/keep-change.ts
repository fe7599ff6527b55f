import { fromStates, next } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Proposal, ProposalVersion } from "../proposal/proposal.ts";
import { keepVersion } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { attachmentStates } from "./attachment.ts";

interface Changed {
  readonly reason: Extract<ProposalVersion["reason"], `attachment-${string}`>;
  /** What the file is called that was added or taken away. */
  readonly name: string;
  /** What the files are called that are there afterwards. */
  readonly names: readonly string[];
}

/**
 * What goes with a file that is added or taken away. A draft only has to be one still; what was sent in gets a version, so
 * that its board and city hall see what was there, who changed it and when.
 * @throws DomainError `limit-reached` when there are as many versions as files may make.
 */
export function keepChange(
  deps: Deps,
  proposal: Proposal,
  by: PersonId,
  { reason, name, names }: Changed,
): readonly Change[] {
  const { id, status } = proposal;
  if (status === "draft")
    // Sent in meanwhile, it is read again and does get its version.
    return [
      { check: "proposal", ref: { id }, when: [{ field: "status", is: "equal", value: status, refusal: "stale" }] },
    ];
  const max = limits.attachmentVersionsMax;
  if (proposal.version >= max)
    throw new DomainError("limit-reached", "The files of this proposal were changed too often.", { details: { max } });
  const version = proposal.version + 1;
  const from = reason === "attachment-added" ? attachmentStates.add : attachmentStates.remove;
  return [
    next("proposal", proposal, { version }, [fromStates(from)]),
    keepVersion(deps, { ...proposal, version }, by, reason, { attachment: name, attachments: [...names] }),
  ];
}
