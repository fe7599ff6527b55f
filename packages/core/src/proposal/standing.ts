import * as z from "zod";
import { dateIn, daysBetween, IsoDate, IsoInstant, isStanding, termEndsOn } from "../calendar.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { MandatePhase, phaseOf } from "../mandate/phase.ts";
import type { Deps } from "../ports.ts";
import type { Proposal, ProposalStatus } from "./proposal.ts";

/** Who has a proposal now: the enterprise's board, an officer, the council role or finance. */
export const Holder = z.enum(["board", "officer", "council", "finance"]);
export type Holder = z.infer<typeof Holder>;

/** The term to decide, as it stands today. While `stoppedOn` is there it stands still and `endsOn` moves on every day. */
export const DecisionClock = z.object({ endsOn: IsoDate, daysLeft: z.int(), stoppedOn: IsoDate.optional() });

/** What comes next in the life of a proposal; each is somebody's. */
export const NextStep = z.enum([
  "send-in",
  "review",
  "advise",
  "answer",
  /** The board did not answer in time. */
  "go-on",
  "prepare-decision",
  /** The council sent back what was prepared. */
  "mend-decision",
  "take-decision",
  /** Awarded; the first day of the mandate is still to come. */
  "begin",
  "carry-out",
  /** Its last day passed; the evaluation is asked by itself. */
  "ask-evaluation",
  "evaluate",
  "prepare-ending",
  "take-ending",
  "pay-back",
]);
export type NextStep = z.infer<typeof NextStep>;

/**
 * Where a proposal is now: who has it (one holder at a time), since when, what comes next, and by when. The one source of
 * every page, list and letter that says so.
 */
export const Standing = z
  .object({
    /** Absent when nothing comes any more. */
    heldBy: Holder.optional(),
    next: NextStep.optional(),
    since: IsoInstant,
    /** Last day of what comes next; of a mandate that is going on, its last day. */
    dueOn: IsoDate.optional(),
    /** Only while a decision is to come. */
    clock: DecisionClock.optional(),
    /** Only from the award to the evaluation: said instead of who has it. */
    mandate: z.object({ phase: MandatePhase, startsOn: IsoDate, endsOn: IsoDate }).optional(),
  })
  .meta({ id: "Standing" });
export type Standing = z.infer<typeof Standing>;

/** What of a mandate says who has its proposal. */
export type MandateFacts = Pick<Mandate, "status" | "startsOn" | "endsOn" | "evaluationDueOn" | "voices" | "turnSince">;

interface Turn {
  readonly heldBy: Holder;
  readonly next: NextStep;
  /** ISO date; what is left out is the proposal's own. */
  readonly dueOn?: IsoDate | undefined;
}

const turns: Readonly<Record<Exclude<ProposalStatus, "awarded" | "evaluation">, Turn | undefined>> = {
  draft: { heldBy: "board", next: "send-in" },
  submitted: { heldBy: "officer", next: "review" },
  "in-review": { heldBy: "officer", next: "advise" },
  "completion-asked": { heldBy: "board", next: "answer" },
  advised: { heldBy: "officer", next: "prepare-decision" },
  "decision-prepared": { heldBy: "council", next: "take-decision" },
  closed: undefined,
  rejected: undefined,
  withdrawn: undefined,
};

const undecided: ReadonlySet<ProposalStatus> = new Set([
  "submitted",
  "in-review",
  "completion-asked",
  "advised",
  "decision-prepared",
]);

/**
 * Where a proposal stands today; once it was awarded, its mandate says so. A question that was not answered in time leaves it
 * with the officer again, and so does an evaluation that the board did not write in time.
 */
export function standingOf({ clock }: Pick<Deps, "clock">, proposal: Proposal, mandate?: MandateFacts): Standing {
  const today = dateIn(clock.now());
  const { status, term } = proposal;
  const since = (status === "evaluation" ? mandate?.turnSince : undefined) ?? proposal.statusSince;
  const running = term !== undefined && undecided.has(status) ? clockOf(term, today) : undefined;
  const turn = turnOf(proposal, mandate, today, running?.endsOn);
  const { heldBy, next } = turn ?? {};
  const dueOn = turn !== undefined && "dueOn" in turn ? turn.dueOn : proposal.dueOn;
  return {
    since,
    ...(heldBy === undefined ? {} : { heldBy }),
    ...(next === undefined ? {} : { next }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(running === undefined ? {} : { clock: running }),
    ...(status === "awarded" && mandate !== undefined ? { mandate: goingOn(mandate, today) } : {}),
  };
}

function turnOf(
  { status, completionAsked, isReturned }: Proposal,
  mandate: MandateFacts | undefined,
  today: IsoDate,
  decideBy: IsoDate | undefined,
): Turn | undefined {
  if (status === "awarded") return { heldBy: "board", next: nextOf(mandate, today) };
  if (status === "evaluation") return evaluationTurn(mandate, today);
  const isSilent = status === "completion-asked" && completionAsked !== undefined && completionAsked.answerBy < today;
  if (isSilent) return { heldBy: "officer", next: "go-on", dueOn: decideBy };
  const turn = turns[status];
  return status === "advised" && isReturned === true && turn !== undefined ? { ...turn, next: "mend-decision" } : turn;
}

function nextOf(mandate: MandateFacts | undefined, today: IsoDate): NextStep {
  const phase = mandate === undefined ? "running" : phaseOf(mandate, today);
  return phase === "to-begin" ? "begin" : phase === "over" ? "ask-evaluation" : "carry-out";
}

function evaluationTurn(mandate: MandateFacts | undefined, today: IsoDate): Turn {
  const { status, evaluationDueOn: dueOn, voices = [] } = mandate ?? {};
  if (status === "ending-prepared") return { heldBy: "council", next: "take-ending", dueOn: undefined };
  if (status === "refund-due") return { heldBy: "board", next: "pay-back" };
  const isWaited = !voices.includes("enterprise") && dueOn !== undefined && today <= dueOn;
  return isWaited
    ? { heldBy: "board", next: "evaluate", dueOn }
    : { heldBy: "officer", next: "prepare-ending", dueOn: undefined };
}

const goingOn = (mandate: MandateFacts, today: IsoDate) => ({
  phase: phaseOf(mandate, today),
  startsOn: mandate.startsOn,
  endsOn: mandate.endsOn,
});

function clockOf(term: NonNullable<Proposal["term"]>, today: IsoDate): z.infer<typeof DecisionClock> {
  const endsOn = termEndsOn(term, today);
  const stopped = isStanding(term, today) && term.stoppedOn !== undefined ? { stoppedOn: term.stoppedOn } : {};
  return { endsOn, daysLeft: daysBetween(today, endsOn), ...stopped };
}
