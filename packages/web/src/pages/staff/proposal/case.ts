import { isForPot } from "../../../blocks/pots-now.tsx";
import type { Proposal } from "../../../reading/answers.ts";
import { answer, api } from "../../../reading/api.ts";
import type { Board, Decisions, Pot, Version } from "../answers.ts";

/** Everything somebody at city hall needs to decide on a proposal. */
export interface Case {
  readonly proposal: Proposal;
  readonly versions: readonly Version[];
  readonly decisions: Decisions;
  /** Undefined for a role that may not see boards. */
  readonly board: Board | undefined;
  readonly pots: readonly Pot[];
}

/** The pots that may pay for the plan. */
export const potsFor = ({ pots, proposal }: Case): readonly Pot[] =>
  pots.filter(({ district }) => isForPot(proposal.plan.districts, district));

/** Reads a case at once. @throws Refused `forbidden` for who does not work on proposals, `not-found`. */
export async function readCase({ proposalId, seesBoard }: { proposalId: string; seesBoard: boolean }): Promise<Case> {
  const param = { proposalId };
  const [proposal, versions, decisions, pots] = await Promise.all([
    answer(api.proposals[":proposalId"].$get({ param })),
    answer(api.proposals[":proposalId"].versions.$get({ param })),
    answer(api.proposals[":proposalId"].decisions.$get({ param })),
    answer(api.pots.$get()),
  ]);
  const enterprise = { enterpriseId: proposal.enterprise.id };
  const board = seesBoard
    ? await answer(api.enterprises[":enterpriseId"].board.$get({ param: enterprise }))
    : undefined;
  return { proposal, versions: versions.items, decisions, board, pots: pots.items };
}

/** Until when the board may answer what it was asked; undefined when that cannot be read just now. */
export async function readAnswerBy(proposalId: string): Promise<string | undefined> {
  try {
    return (await answer(api.proposals[":proposalId"].$get({ param: { proposalId } }))).completionAsked?.answerBy;
  } catch {
    return undefined;
  }
}
