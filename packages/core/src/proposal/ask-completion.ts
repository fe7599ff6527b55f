import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { addDays, dateIn, type IsoDate, orNextWorkingDay, stopTerm } from "../calendar.ts";
import { DomainError, invariant } from "../errors.ts";
import type { ProposalId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { findForStaff } from "./find-for-staff.ts";
import { proposalTransitions } from "./proposal.ts";
import { letterSubject, step, tell } from "./step.ts";

/**
 * Asks the board to complete its plan. The term to decide stands still until it does, or until the last day to answer
 * (Awb 4:5, 4:15); the whole board has a letter with the question and that day.
 * @throws DomainError `invalid` when that day is too near or too far; `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function askCompletion(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; question: string; answerBy?: IsoDate | undefined } & Keyed,
): Promise<void> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "askCompletion", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    assertFrom(proposalTransitions.askCompletion, proposal.status);
    const { question } = input;
    const askedOn = dateIn(deps.clock.now());
    const answerBy = lastDayOf(deps, askedOn, input.answerBy);
    invariant(proposal.term !== undefined, "a proposal in review has a term");
    const { after, change } = step(deps, proposal, "askCompletion", {
      term: stopTerm(proposal.term, askedOn, answerBy),
      completionAsked: { question, askedOn, answerBy },
      dueOn: answerBy,
    });
    const changes: readonly Change[] = [
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
    ];
    return { changes, result: undefined };
  });
}

/** The last day to answer: the one asked for, within reason (Awb 4:5: a term set by the authority), or the usual one. */
function lastDayOf({ municipality }: Deps, askedOn: IsoDate, asked: IsoDate | undefined): IsoDate {
  if (asked === undefined) return orNextWorkingDay(addDays(askedOn, municipality.completionDays));
  const code =
    asked < addDays(askedOn, limits.completionDaysMin)
      ? "term-short"
      : asked > addDays(askedOn, limits.completionDaysMax)
        ? "term-long"
        : undefined;
  if (code === undefined) return orNextWorkingDay(asked);
  const limit = code === "term-short" ? limits.completionDaysMin : limits.completionDaysMax;
  throw new DomainError("invalid", "The board gets too little or too much time.", {
    fields: [{ path: "answerBy", code, limit }],
  });
}
