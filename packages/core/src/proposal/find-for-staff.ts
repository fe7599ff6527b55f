import { assertNoOwnInterest, assertRole } from "../actor.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { ProposalId } from "../ids.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "./find.ts";
import type { Proposal } from "./proposal.ts";

/**
 * A proposal for somebody at city hall who is about to act on it: with the role, and not on the receiving board.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`.
 */
export async function findForStaff(
  deps: Deps,
  actor: Actor,
  role: StaffRole,
  id: ProposalId,
): Promise<{ actor: Extract<Actor, { kind: "staff" }>; proposal: Proposal; enterprise: Enterprise }> {
  assertRole(actor, role);
  const { proposal, enterprise } = await findProposal(deps, actor, id);
  assertNoOwnInterest(actor, enterprise);
  return { actor, proposal, enterprise };
}
