import { assertBoard, assertSignedIn } from "../actor.ts";
import { fromStates, next } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { type DraftView, viewDraft } from "./draft-view.ts";
import { findProposal } from "./find.ts";
import { PlanDraft, proposalTransitions } from "./proposal.ts";

/**
 * Saves a draft as it is now, over the revision it was read at. What was saved already is saved, so a save whose answer
 * was lost can be sent again. `save` is a key of the form for this save: when a form finds a newer revision than it knows, it can
 * tell its own late save from somebody else's.
 * @throws DomainError `stale` with the newest `revision` when somebody else saved in the meantime: nothing is overwritten;
 * `not-found`, `forbidden`, `wrong-state`.
 */
export async function saveDraft(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; draft: PlanDraft; revision: number; save?: string | undefined },
): Promise<DraftView> {
  assertSignedIn(actor);
  const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
  assertBoard(actor, enterprise);
  assertFrom(proposalTransitions.submit, proposal.status);
  if (isSame(proposal.draft, input.draft)) return viewDraft(deps, actor, proposal, enterprise);
  if (proposal.revision !== input.revision) throw staleAt(proposal.revision);
  const at = deps.clock.now().toISOString();
  const draftSaved = { ...(input.save === undefined ? {} : { save: input.save }), by: actor.personId, at };
  const changed = { draft: input.draft, draftSaved };
  try {
    await deps.store.commit([next("proposal", proposal, changed, [fromStates(proposalTransitions.submit)])]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "stale") throw error;
    const newest = await deps.store.get("proposal", { id: proposal.id });
    throw staleAt(newest?.revision ?? proposal.revision);
  }
  return viewDraft(deps, actor, { ...proposal, ...changed, revision: proposal.revision + 1 }, enterprise);
}

const staleAt = (revision: number) =>
  new DomainError("stale", "Somebody else saved this draft in the meantime.", { details: { revision } });

/** The schema gives both the same order of keys. */
const isSame = (left: PlanDraft, right: PlanDraft) =>
  JSON.stringify(PlanDraft.parse(left)) === JSON.stringify(PlanDraft.parse(right));
