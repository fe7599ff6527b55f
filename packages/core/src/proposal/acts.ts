import * as z from "zod";
import { seatOf } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import { dateIn } from "../calendar.ts";
import type { Decision } from "../decision/decision.ts";
import { takeObstacle } from "../decision/obstacle.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { type ErrorCode, errorCodes } from "../errors.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import type { TransitionParty } from "../transition.ts";
import { type Proposal, proposalTransitions } from "./proposal.ts";

const actOf = {
  edit: "editProposal",
  withdraw: "withdrawProposal",
  complete: "completeProposal",
  startReview: "startReview",
  resumeReview: "startReview",
  askCompletion: "askCompletion",
  advise: "giveAdvice",
  correctAdvice: "correctAdvice",
  correctAdviceLate: "correctAdvice",
  prepareDecision: "prepareDecision",
  returnDecision: "returnDecision",
  award: "takeDecision",
  reject: "takeDecision",
} as const satisfies Partial<Record<keyof typeof proposalTransitions, string>>;

/** What the reader can do with a proposal now, by the name of the API's operation; with `refusal`: why not (yet). */
export const ActView = z
  .object({ act: z.enum(Object.values(actOf)), refusal: z.enum(errorCodes).optional() })
  .meta({ id: "Act" });
export type ActView = z.infer<typeof ActView>;

/** What is known of the reader and of the decision that is prepared. */
export interface Reader {
  readonly actor: Actor;
  /** Of an employee: their own record, to recognise them on a board under the same address. */
  readonly person: Person | undefined;
}

/**
 * The acts of the reader's roles in the present state, each with why it would be refused now. The verbs and the database
 * judge again; this is only what a page says beforehand.
 */
export function actsFor(
  deps: Pick<Deps, "clock">,
  { actor, person }: Reader,
  proposal: Proposal,
  enterprise: Enterprise,
  prepared?: Decision,
): readonly ActView[] {
  const acts = new Map<ActView["act"], ErrorCode | undefined>();
  const isBoard = seatOf(actor, enterprise) !== undefined;
  const has = (party: TransitionParty) =>
    party === "board"
      ? isBoard && actor.kind === "resident"
      : actor.kind === "staff" && actor.roles.some((role) => role === party);
  for (const [name, act] of Object.entries(actOf) as [keyof typeof actOf, ActView["act"]][]) {
    const { from, by }: { from: readonly string[]; by: readonly TransitionParty[] } = proposalTransitions[name];
    if (!from.includes(proposal.status) || !by.some(has)) continue;
    const isOwn = actor.kind === "staff" && (isBoard || (person !== undefined && isOnBoard(person, enterprise)));
    acts.set(act, isOwn ? "own-interest" : refusalOf(deps, actor, act, proposal, enterprise, prepared));
  }
  return [...acts].map(([act, refusal]) => (refusal === undefined ? { act } : { act, refusal }));
}

function refusalOf(
  { clock }: Pick<Deps, "clock">,
  actor: Actor,
  act: ActView["act"],
  { completionAsked }: Proposal,
  enterprise: Enterprise,
  prepared: Decision | undefined,
): ErrorCode | undefined {
  if (act === "startReview" && completionAsked !== undefined && dateIn(clock.now()) <= completionAsked.answerBy)
    return "wrong-state";
  if (act !== "takeDecision" || prepared === undefined) return undefined;
  if (actor.kind !== "visitor" && prepared.preparedBy === actor.personId) return "four-eyes";
  return takeObstacle(prepared, { enterprise, today: dateIn(clock.now()) });
}
