import * as z from "zod";
import { assertBoard, assertSignedIn, hasRole } from "../actor.ts";
import { IsoInstant } from "../calendar.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "./find.ts";
import { Plan, ProposalVersion } from "./proposal.ts";

/**
 * A kept version of a plan. Who saved the plan is the board's own business; that the board did is all city hall needs. Of a
 * file that was added or taken away after sending in, it says who did it to who may read the board.
 */
export const VersionView = z
  .object({
    version: z.int(),
    savedAt: IsoInstant,
    reason: ProposalVersion.shape.reason,
    note: z.string().optional(),
    attachment: z.string().optional(),
    attachments: z.array(z.string()),
    /** The name of who added the file or took it away. */
    by: z.string().optional(),
    plan: Plan,
  })
  .meta({ id: "ProposalVersion" });
export type VersionView = z.infer<typeof VersionView>;

/** Every kept version, newest first; for the board and for city hall. @throws DomainError `not-found`, `forbidden`. */
export async function listVersions(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId },
): Promise<readonly VersionView[]> {
  assertSignedIn(actor);
  const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
  if (!hasRole(actor, "officer", "council", "finance", "clerk", "auditor")) assertBoard(actor, enterprise);
  const readsBoard = actor.kind === "resident" || hasRole(actor, "officer", "council", "finance", "auditor");
  const nameOf = (id: string) =>
    readsBoard ? enterprise.members.find(({ personId }) => personId === id)?.name : undefined;
  const versions = await deps.store.listAll("versions-of-proposal", { proposalId: proposal.id });
  return versions
    .map(({ version, savedAt, savedBy, reason, note, plan, attachment, attachments = [] }) => {
      const by = attachment === undefined ? undefined : nameOf(savedBy);
      return {
        version,
        savedAt,
        reason,
        plan,
        attachments,
        ...(note === undefined ? {} : { note }),
        ...(attachment === undefined ? {} : { attachment }),
        ...(by === undefined ? {} : { by }),
      };
    })
    .reverse();
}
