import { assertRole } from "../actor.ts";
import { assertNotPayee } from "../at-commit.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError, invariant } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Mandate } from "./mandate.ts";

/** A mandate with everything an act on it must look at. */
export interface MandateCase {
  readonly mandate: Mandate;
  readonly enterprise: Enterprise;
  readonly proposal: Proposal;
}

/** Reads a mandate with its enterprise and proposal. @throws DomainError `not-found`. */
export async function findMandate(deps: Deps, id: MandateId): Promise<MandateCase> {
  const mandate = await deps.store.get("mandate", { id });
  if (mandate === undefined) throw new DomainError("not-found", "There is no such mandate.");
  const [enterprise, proposal] = await Promise.all([
    deps.store.get("enterprise", { id: mandate.enterpriseId }),
    deps.store.get("proposal", { id: mandate.proposalId }),
  ]);
  invariant(enterprise !== undefined && proposal !== undefined, `mandate ${id} has an enterprise and a proposal`);
  return { mandate, enterprise, proposal };
}

/**
 * A mandate for somebody at city hall who is about to act on it: with the role, and not on its board under any name.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`.
 */
export async function findMandateForStaff(
  deps: Deps,
  actor: Actor,
  role: StaffRole,
  id: MandateId,
): Promise<MandateCase & { readonly actor: Extract<Actor, { kind: "staff" }> }> {
  assertRole(actor, role);
  const [found, person] = await Promise.all([findMandate(deps, id), deps.store.get("person", { id: actor.personId })]);
  if (person === undefined) throw new DomainError("forbidden", "This employee is not known here.");
  assertNotPayee(person, found.enterprise);
  return { ...found, actor };
}
