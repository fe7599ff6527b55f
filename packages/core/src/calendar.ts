import * as z from "zod";
import { limits } from "./limits.ts";
import { addDays, orNextWorkingDay } from "./typed/working-day.ts";

export { addDays, isHoliday, isWorkingDay, orNextWorkingDay } from "./typed/working-day.ts";

/** A calendar date without time, `YYYY-MM-DD`, read in Europe/Amsterdam. */
export const IsoDate = z.iso.date("date");
export type IsoDate = string;
/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const IsoInstant = z.iso.datetime("instant");
export type IsoInstant = string;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zone = { timeZone: "Europe/Amsterdam" } as const;
// Made when the first date is asked for: each loads its part of ICU, which would be a share of every cold start.
let amsterdam: Intl.DateTimeFormat | undefined;
let amsterdamHour: Intl.DateTimeFormat | undefined;

/** The date it is in Europe/Amsterdam at an instant: booking dates and terms are Dutch calendar days. */
export function dateIn(at: Date): IsoDate {
  amsterdam ??= new Intl.DateTimeFormat("en-CA", { ...zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return amsterdam.format(at);
}

/** The hour it is in Europe/Amsterdam at an instant, 0 to 23. */
export function hourIn(at: Date): number {
  amsterdamHour ??= new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", hour12: false });
  return Number(amsterdamHour.format(at)) % 24;
}

/** The last millisecond of a date in Europe/Amsterdam. Its clocks change at night but never at midnight. */
export function endOfDay(date: IsoDate): IsoInstant {
  const midnight = Date.parse(`${addDays(date, 1)}T00:00:00Z`);
  const isSummer = dateIn(new Date(midnight - 2 * hourMs)) > date;
  return new Date(midnight - (isSummer ? 2 : 1) * hourMs - 1).toISOString();
}

/**
 * The end of a term of whole days that begins now: a letter calls it a day, so it lasts until that day is over in
 * Europe/Amsterdam, whatever the hour at which it began and whether or not the clocks change on the way.
 */
export function endOfTerm(now: Date, days: number): IsoInstant {
  return endOfDay(addDays(dateIn(now), days));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/**
 * The last day to object to a decision announced on a date: six weeks that begin the day after (Awb 6:7, 6:8), so the
 * announcement plus 42 days, moved to a working day (Algemene termijnenwet art. 1).
 */
export function lastDayToObject(announcedOn: IsoDate): IsoDate {
  return orNextWorkingDay(addDays(announcedOn, limits.objectionDays));
}

/**
 * The last day to pay what a decision claims: six weeks after it was announced (Awb 4:87 lid 1), moved to a working day
 * (Algemene termijnenwet art. 1).
 */
export function lastDayToPay(announcedOn: IsoDate): IsoDate {
  return orNextWorkingDay(addDays(announcedOn, limits.paymentDays));
}

/**
 * A legal term that can stand still. `stoppedOn` is set while it stands still; `daysStopped` counts earlier stops. After
 * `stoppedUntil` it runs again by itself: silence of the applicant does not stop the clock for ever (Awb 4:15 lid 1).
 */
export const Term = z.strictObject({
  startedOn: IsoDate,
  days: z.int().min(1),
  daysStopped: z.int().min(0),
  stoppedOn: IsoDate.optional(),
  stoppedUntil: IsoDate.optional(),
});
export type Term = z.infer<typeof Term>;

/** Whether a term stands still on a date. */
export function isStanding({ stoppedOn, stoppedUntil }: Term, on: IsoDate): boolean {
  return stoppedOn !== undefined && stoppedOn <= on && (stoppedUntil === undefined || on <= stoppedUntil);
}

/** Days the present stop has lasted on a date. */
function daysStanding({ stoppedOn, stoppedUntil }: Term, on: IsoDate): number {
  if (stoppedOn === undefined) return 0;
  const until = stoppedUntil !== undefined && stoppedUntil < on ? stoppedUntil : on;
  return Math.max(0, daysBetween(stoppedOn, until));
}

/** The last day of a term, given today: while it stands still every day moves it on. Source: Awb 4:15, Termijnenwet. */
export function termEndsOn(term: Term, today: IsoDate): IsoDate {
  return orNextWorkingDay(addDays(term.startedOn, term.days + term.daysStopped + daysStanding(term, today)));
}

/** Stops a running term on a date, at most until another; stopping twice changes nothing. */
export function stopTerm(term: Term, on: IsoDate, until?: IsoDate): Term {
  if (term.stoppedOn !== undefined) return term;
  return { ...term, stoppedOn: on, ...(until === undefined ? {} : { stoppedUntil: until }) };
}

/** Lets a stopped term run again; the days it stood still are added to its end. */
export function resumeTerm(term: Term, on: IsoDate): Term {
  const { stoppedOn, stoppedUntil, ...running } = term;
  return { ...running, daysStopped: term.daysStopped + daysStanding(term, on) };
}
