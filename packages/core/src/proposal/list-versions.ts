import * as z from "zod";
import { assertBoard, assertSignedIn, hasRole } from "../actor.ts";
import { IsoInstant } from "../calendar.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "./find.ts";
import { Plan, ProposalVersion } from "./proposal.ts";

/** A kept version of a plan. Who saved it is the board's own business; that the board did is all city hall needs. */
export const VersionView = z
  .object({
    version: z.int(),
    savedAt: IsoInstant,
    reason: ProposalVersion.shape.reason,
    note: z.string().optional(),
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
  const versions = await deps.store.listAll("versions-of-proposal", { proposalId: proposal.id });
  return versions
    .map(({ version, savedAt, reason, note, plan }) => ({
      version,
      savedAt,
      reason,
      plan,
      ...(note === undefined ? {} : { note }),
    }))
    .reverse();
}
