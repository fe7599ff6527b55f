import * as z from "zod";
import { dateIn, type IsoDate } from "../calendar.ts";
import { DomainError, type ErrorCode } from "../errors.ts";
import { holds } from "../guard.ts";
import { moneyTermOf } from "../ledger/open.ts";
import { mandateGuards } from "../ledger/reserve.ts";
import type { Deps } from "../ports.ts";
import { type Mandate, MandateStatus } from "./mandate.ts";

/**
 * Where a mandate is on a day: `to-begin` before its first day, `running` in its term, `over` when its last day passed and
 * the evaluation was not asked yet; after that its status.
 */
export const MandatePhase = z.enum(["to-begin", "running", "over", ...MandateStatus.exclude(["active"]).options]);
export type MandatePhase = z.infer<typeof MandatePhase>;

type Timed = Pick<Mandate, "status" | "startsOn" | "endsOn">;

/** Also by when the evaluation was asked, if it was. */
type TimedToEvaluate = Timed & Pick<Mandate, "evaluationDueOn">;

/** The first condition of the ledger that would refuse money of this mandate on this day; the same list as the database's. */
const broken = (mandate: Timed, on: IsoDate) => {
  const term = moneyTermOf(mandate);
  return mandateGuards(on).find((guard) => !holds(guard, term));
};

/** Where a mandate is on a day. */
export function phaseOf(mandate: Timed, on: IsoDate): MandatePhase {
  if (mandate.status !== "active") return mandate.status;
  const guard = broken(mandate, on);
  if (guard === undefined) return "running";
  return guard.field === "mandateFrom" ? "to-begin" : "over";
}

/** Why no money of this mandate can be set apart, paid or spent on this day; undefined when it can. */
export const whyMoneyRests = (mandate: Timed, on: IsoDate): ErrorCode | undefined => broken(mandate, on)?.refusal;

/**
 * Why nothing new can be entered as spent, whatever the day it was spent on: the end lies ready, or the day of the evaluation
 * passed. Without that a board could hold up the end for as long as it likes, one cent at a time.
 */
export function whyEntriesRest({ status, evaluationDueOn }: TimedToEvaluate, today: IsoDate): ErrorCode | undefined {
  const isLate = status === "evaluation" && evaluationDueOn !== undefined && evaluationDueOn < today;
  return isLate || status === "ending-prepared" ? "mandate-not-active" : undefined;
}

/**
 * Why nothing can be entered as spent now: before the first day and after the end no day fits, and without cash there is
 * nothing to spend. After the last day what was bought before it can still be entered, until the evaluation is due.
 * `freeCents`: paid, not spent, not set apart.
 */
export function whyExpensesRest(mandate: TimedToEvaluate, today: IsoDate, freeCents: number): ErrorCode | undefined {
  const rest = whyEntriesRest(mandate, today);
  if (rest !== undefined) return rest;
  const lastDay = today < mandate.endsOn ? today : mandate.endsOn;
  return whyMoneyRests(mandate, lastDay) ?? (freeCents > 0 ? undefined : "not-enough-money");
}

/** Throws `mandate-not-active` when money of this mandate cannot move today; `details` say from when and until when it can. */
export function assertMoneyMoves({ clock }: Pick<Deps, "clock">, mandate: Timed): void {
  const refusal = whyMoneyRests(mandate, dateIn(clock.now()));
  const { startsOn, endsOn } = mandate;
  if (refusal !== undefined)
    throw new DomainError(refusal, "No money of this mandate can move today.", { details: { startsOn, endsOn } });
}
