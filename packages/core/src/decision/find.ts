import { DomainError } from "../errors.ts";
import type { DecisionId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Decision } from "./decision.ts";

/** A decision on this proposal. @throws DomainError `not-found`. */
export async function findDecision(deps: Deps, proposal: Proposal, id: DecisionId): Promise<Decision> {
  const decision = await deps.store.get("decision", { id, proposalId: proposal.id });
  if (decision === undefined) throw new DomainError("not-found", "This decision does not exist.");
  return decision;
}
