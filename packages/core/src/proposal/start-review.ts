import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, resumeTerm, termEndsOn } from "../calendar.ts";
import { DomainError, invariant } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { findForStaff } from "./find-for-staff.ts";
import { step, tell } from "./step.ts";

/**
 * Takes a proposal up for review; from now on its plan stands. Also takes it up again when the time to complete it has
 * passed without an answer (Awb 4:5): before that day it waits for the board.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function startReview(deps: Deps, actor: Actor, input: { proposalId: ProposalId } & Keyed): Promise<void> {
  assertRole(actor, "officer");
  const { proposalId, idempotencyKey: key } = input;
  const request = { verb: "startReview", by: actor.personId, proposalId };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    const today = dateIn(deps.clock.now());
    const answerBy = proposal.completionAsked?.answerBy;
    if (answerBy !== undefined && today <= answerBy)
      throw new DomainError("wrong-state", "The board still has time to complete it.", {
        details: { status: proposal.status, answerBy },
      });
    const name = proposal.status === "completion-asked" ? "resumeReview" : "startReview";
    const { change, after } = step(deps, proposal, name, {
      reviewedBy: found.actor.personId,
      completionAsked: undefined,
      ...termAgain(),
    });
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      tell(deps, after, "review-started"),
    ];
    return { changes, result: undefined };

    function termAgain() {
      if (proposal.status === "draft") return {};
      invariant(proposal.term !== undefined, "a proposal that was sent in has a term");
      const term = resumeTerm(proposal.term, today);
      return { term, dueOn: termEndsOn(term, today) };
    }
  });
}
