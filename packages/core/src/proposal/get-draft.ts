import { assertBoard } from "../actor.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { type DraftView, viewDraft } from "./draft-view.ts";
import { findProposal } from "./find.ts";
import { proposalTransitions } from "./proposal.ts";

/** Reads a draft, for its board. @throws DomainError `not-found`, `forbidden`, `wrong-state` once it was sent in. */
export async function getDraft(deps: Deps, actor: Actor, input: { proposalId: ProposalId }): Promise<DraftView> {
  const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
  assertBoard(actor, enterprise);
  assertFrom(proposalTransitions.submit, proposal.status);
  return viewDraft(deps, actor, proposal, enterprise);
}
