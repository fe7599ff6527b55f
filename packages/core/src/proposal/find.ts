import { seatOf } from "../actor.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError, invariant } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { isInsider, notVisible, type Visibility, visibilityOfProposal, wordsHidden } from "../visibility/visibility.ts";
import type { Proposal } from "./proposal.ts";

/**
 * A proposal with its enterprise. A draft exists only for the board that writes it; what is not public otherwise, for the
 * board and for city hall. Who asks for the `record` also gets one of which only the decision and the money are public.
 * @throws DomainError `not-found`.
 */
export async function findProposal(
  deps: Deps,
  actor: Actor,
  id: ProposalId,
  what: "whole" | "record" = "whole",
): Promise<{ proposal: Proposal; enterprise: Enterprise; visibility: Visibility }> {
  const refuse = () => new DomainError("not-found", "This proposal does not exist.");
  const proposal = await deps.store.get("proposal", { id });
  if (proposal === undefined) throw refuse();
  const enterprise = await deps.store.get("enterprise", { id: proposal.enterpriseId });
  invariant(enterprise !== undefined, `proposal ${id} has an enterprise`);
  if (proposal.status === "draft" && seatOf(actor, enterprise) === undefined) throw refuse();
  const visibility = visibilityOfProposal(proposal, enterprise);
  const isOnRecord = what === "record" && wordsHidden(proposal, enterprise) !== undefined;
  if (!visibility.isPublic && !isOnRecord && !isInsider(actor, enterprise))
    throw notVisible(visibility, "This proposal does not exist.");
  return { proposal, enterprise, visibility };
}
