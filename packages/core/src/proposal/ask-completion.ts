import { stillHas, stillTheSame } from "../at-commit.ts";
import { addDays, dateIn, orNextWorkingDay, stopTerm } from "../calendar.ts";
import { untilFresh } from "../change.ts";
import { invariant } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { assertFrom } from "../transition.ts";
import { findForStaff } from "./find-for-staff.ts";
import { proposalTransitions } from "./proposal.ts";
import { letterSubject, step, tell } from "./step.ts";

/**
 * Asks the board to complete its plan. The term to decide stands still until it does, or until the last day to answer
 * (Awb 4:5, 4:15); the whole board has a letter with the question and that day.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export function askCompletion(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; question: string },
): Promise<void> {
  return untilFresh(async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    assertFrom(proposalTransitions.askCompletion, proposal.status);
    const { question } = input;
    const askedOn = dateIn(deps.clock.now());
    const answerBy = orNextWorkingDay(addDays(askedOn, deps.municipality.completionDays));
    invariant(proposal.term !== undefined, "a proposal in review has a term");
    const { after, change } = step(deps, proposal, "askCompletion", {
      term: stopTerm(proposal.term, askedOn, answerBy),
      completionAsked: { question, askedOn, answerBy },
      dueOn: answerBy,
    });
    await deps.store.commit([
      change,
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      ...writeToBoard(deps, "completion-asked", enterprise, {
        ...letterSubject(after, enterprise),
        path: sitePaths.editProposal(after.id),
        question,
        answerBy,
      }),
      tell(deps, after, "completion-asked", { answerBy }),
    ]);
  });
}
