import { assertRole } from "../actor.ts";
import { assertNotPayee } from "../at-commit.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "./find.ts";
import type { Proposal } from "./proposal.ts";

/**
 * A proposal for somebody at city hall who is about to act on it: with the role, and not on the receiving board
 * under any name (the same address counts).
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`.
 */
export async function findForStaff(
  deps: Deps,
  actor: Actor,
  role: StaffRole,
  id: ProposalId,
): Promise<{ actor: Extract<Actor, { kind: "staff" }>; proposal: Proposal; enterprise: Enterprise }> {
  assertRole(actor, role);
  const [{ proposal, enterprise }, person] = await Promise.all([
    findProposal(deps, actor, id),
    deps.store.get("person", { id: actor.personId }),
  ]);
  if (person === undefined) throw new DomainError("forbidden", "This employee is not known here.");
  assertNotPayee(person, enterprise);
  return { actor, proposal, enterprise };
}
