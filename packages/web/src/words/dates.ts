import { cleanLine } from "@hevel/api/client";

const zone = "Europe/Amsterdam";

const longDay = new Intl.DateTimeFormat("nl-NL", { timeZone: zone, day: "numeric", month: "long", year: "numeric" });
const longDayOfDate = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const longMonth = new Intl.DateTimeFormat("nl-NL", { timeZone: "UTC", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("nl-NL", { timeZone: zone, day: "numeric", month: "short" });
const weekday = new Intl.DateTimeFormat("nl-NL", { timeZone: zone, weekday: "long" });
const hour = new Intl.DateTimeFormat("nl-NL", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

const instantOf = (at: string | Date): Date => {
  const date = typeof at === "string" ? new Date(at) : at;
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${String(at)}`);
  return date;
};

const isDateOnly = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** `2026-11-21` or an instant, as `21 november 2026`. An instant is shown as the day it is in the Netherlands. */
export function formatDate(value: string | Date): string {
  if (typeof value === "string" && isDateOnly(value)) return longDayOfDate.format(instantOf(`${value}T00:00:00Z`));
  return longDay.format(instantOf(value));
}

/** The month of a date `2026-11-21`: `november 2026`. */
export function formatMonth(date: string): string {
  return longMonth.format(instantOf(`${date}T00:00:00Z`));
}

/** The day a term ends, `2026-11-21`, with its weekday: `zaterdag 21 november 2026`. It has no hour: the whole day counts. */
export function formatLastDay(date: string): string {
  return `${weekday.format(instantOf(`${date}T12:00:00Z`))} ${formatDate(date)}`;
}

/** Instants or dates as `21 nov`, for a tight line; with their year, `21 nov 2026`, when they are not all of one year. */
export function formatDaysShort(values: readonly (string | Date)[]): readonly string[] {
  const instants = values.map((value) =>
    instantOf(typeof value === "string" && isDateOnly(value) ? `${value}T12:00:00Z` : value),
  );
  const days = instants.map((at) => shortDay.format(at).replace(".", ""));
  const years = instants.map((at) => dayOf(at).slice(0, 4));
  return new Set(years).size > 1 ? days.map((day, index) => `${day} ${years[index]}`) : days;
}

/** An instant as `14.05 uur`. */
export function formatHour(at: string | Date): string {
  return `${hour.format(instantOf(at)).replace(":", ".")} uur`;
}

/** A deadline or a moment in full: `zaterdag 21 november 2026 om 14.05 uur`. */
export function formatMoment(at: string | Date): string {
  const instant = instantOf(at);
  return `${weekday.format(instant)} ${longDay.format(instant)} om ${formatHour(instant)}`;
}

/** When something can be done again: `om 14.20 uur`, with the day where that is not today; never a minute too early. */
export function formatAgain(at: string | Date, now: Date = new Date()): string {
  const minute = new Date(Math.ceil(instantOf(at).getTime() / 60_000) * 60_000);
  const isToday = dayOf(minute) === dayOf(now);
  return isToday ? `om ${formatHour(minute)}` : `op ${formatMoment(minute)}`;
}

/** The day an instant falls on in the Netherlands, as `2026-11-21`. */
export function dayOf(at: string | Date): string {
  return isoDay.format(instantOf(at));
}

/** Whole calendar days in the Netherlands from `now` to `at`: 0 today, 1 tomorrow, negative when past. */
export function daysUntil(at: string | Date, now: string | Date): number {
  const midnight = (value: string | Date) =>
    Date.parse(`${typeof value === "string" && isDateOnly(value) ? value : dayOf(value)}T00:00:00Z`);
  return Math.round((midnight(at) - midnight(now)) / 86_400_000);
}

const monthNames = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

const weekdayNames = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

/** Why a typed date could not be read; the catalogue has a sentence for each. */
export type DateProblem = "empty" | "incomplete" | "not-a-date" | "other-weekday";

export type DateReading =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly problem: DateProblem };

/** The parts of a typed date, as typed: not yet a date. */
export interface DateParts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Takes a typed date apart: `za 21 nov 2026`, `2026/11/21`, `21-11-2026`; undefined when it has more parts than a date. */
export function partsOfDate(typed: string): DateParts | undefined {
  const text = cleanLine(typed)
    .toLowerCase()
    .replace(/[-\s]+$/, "");
  const [, weekday = "", rest = ""] = /^(?:([a-z]{2,9})\b[.,]?\s+(?=\d))?(.*)$/.exec(text) ?? [];
  const isDashed = /^\s*-|\d\s*-/.test(rest);
  const parts = rest.split(isDashed ? /\s*-\s*/ : /[/.\s]+/);
  if (parts.length > 3) return undefined;
  const [first = "", month = "", last = ""] = parts;
  return /^\d{4}$/.test(first)
    ? { weekday, day: last, month, year: first }
    : { weekday, day: first, month, year: last };
}

/**
 * Reads a date as people type it: `21-11-2026`, `21/11/2026`, `2026/11/21`, `21 mrt 2026`, `zaterdag 21 november 2026`.
 * Gives `2026-11-21`. A weekday must be that of the date.
 */
export function parseDate(typed: string): DateReading {
  if (cleanLine(typed).replace(/[-/.\s]/g, "") === "") return { ok: false, problem: "empty" };
  const parts = partsOfDate(typed);
  if (parts === undefined) return { ok: false, problem: "not-a-date" };
  const { weekday, day, month, year } = parts;
  if (day === "" || month === "" || year === "") return { ok: false, problem: "incomplete" };
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return { ok: false, problem: "not-a-date" };
  const reading = checked(Number(year), monthNumber(month), Number(day));
  if (!reading.ok || weekday === "") return reading;
  const named = weekdayNames.findIndex((name) => name === weekday || name.slice(0, 2) === weekday);
  if (named === -1) return { ok: false, problem: "not-a-date" };
  return named === new Date(`${reading.date}T12:00:00Z`).getUTCDay()
    ? reading
    : { ok: false, problem: "other-weekday" };
}

/** `31 februari` for a day that its month never has, `29 februari 2027` for one that this year lacks; else undefined. */
export function missingDay(typed: string): string | undefined {
  const { day = "", month = "", year = "" } = partsOfDate(typed) ?? {};
  const [days, at] = [Number(day), monthNumber(month)];
  if (!/^\d{1,2}$/.test(day) || at < 1 || at > 12 || days < 1) return undefined;
  const named = `${days} ${monthNames[at - 1]}`;
  if (!checked(2028, at, days).ok) return named;
  return /^\d{4}$/.test(year) && !checked(Number(year), at, days).ok ? `${named} ${Number(year)}` : undefined;
}

function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const name = text.replace(".", "");
  // The short form of maart leaves its second letter out; sept is as usual as sep.
  if (name === "mrt") return 3;
  return name.length < 3 ? 0 : monthNames.findIndex((month) => month.startsWith(name)) + 1;
}

function checked(year: number, month: number, day: number): DateReading {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || year < 1900 || year > 2200) return { ok: false, problem: "not-a-date" };
  return { ok: true, date: date.toISOString().slice(0, 10) };
}
