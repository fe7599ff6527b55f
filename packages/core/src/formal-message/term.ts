import { addDays, dateIn, type IsoDate, lastDayToObject, orNextWorkingDay } from "../calendar.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { FormalKind } from "./formal-message.ts";

/**
 * The last day to answer a message received today. An objection: six weeks, or twelve with a committee, after the day on
 * which the term to object ends (Awb 7:10), or after receipt when it came later. A default notice: two weeks (Awb 4:17). A
 * complaint: six weeks (Awb 9:11). Anything else: eight (Awb 4:13). Moved to a working day (Algemene termijnenwet art. 1).
 */
export function answerBy(
  { clock, municipality }: Pick<Deps, "clock" | "municipality">,
  kind: FormalKind,
  objectionUntil: IsoDate | undefined,
): IsoDate {
  const today = dateIn(clock.now());
  const days = kind === "objection" ? municipality.objectionAnswerWeeks * 7 : limits.formalAnswerDays[kind];
  const from = kind === "objection" && objectionUntil !== undefined && objectionUntil > today ? objectionUntil : today;
  return orNextWorkingDay(addDays(from, days));
}

/** The last day to go to court when an objection is answered today (Awb 6:7); other messages have no such way. */
export const appealIfAnsweredToday = ({ clock }: Pick<Deps, "clock">, kind: FormalKind): IsoDate | undefined =>
  kind === "objection" ? lastDayToObject(dateIn(clock.now())) : undefined;
