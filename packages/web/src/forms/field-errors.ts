import { cleanCode, cleanText, plannedDayProblem, readEmail, textProblem } from "@hevel/api/client";
import { missingDay, parseDate } from "../words/dates.ts";
import { parseCents } from "../words/money.ts";
import { refusals, ui } from "../words/nl.ts";
import type { FieldError } from "./form.ts";
import { limits } from "./limits.ts";

/** Gathers what is wrong with a form, in the order of the fields on the screen: the body of a form's `check`. */
export function gatherErrors() {
  const errors: FieldError[] = [];
  const add = (field: string, message: string) => void errors.push({ field, message });
  const optional = (field: string, typed: string, max: number) => {
    const problem = textProblem(typed, max);
    if (problem !== undefined && problem !== "required") add(field, refusals.fields[problem](max));
  };
  return {
    errors,
    add,
    /** Text that must be there; `empty` says what to fill in. */
    text: (field: string, typed: string, max: number, empty: string) => {
      if (cleanText(typed) === "") add(field, empty);
      else optional(field, typed, max);
    },
    /** Text that may stay empty. */
    optional,
    choice: (field: string, chosen: string | readonly string[], empty: string) => {
      if (chosen.length === 0) add(field, empty);
    },
    email: (field: string, typed: string) => {
      if (readEmail(typed) === undefined) add(field, refusals.fields.email());
    },
    /** An amount above zero. */
    amount: (field: string, typed: string) => {
      const reading = parseCents(typed);
      if (!reading.ok) add(field, ui.amount.problems[reading.problem]);
      else if (reading.cents === 0) add(field, refusals.fields["amount-min"]());
    },
    /** An amount that may be zero. */
    total: (field: string, typed: string) => {
      const reading = parseCents(typed);
      if (!reading.ok) add(field, ui.amount.problems[reading.problem]);
    },
    date: (field: string, typed: string) => {
      const problem = dateProblem(typed);
      if (problem !== undefined) add(field, problem);
    },
    /** A date in a plan, that was read: from the day the plan is sent in, and not further ahead than anybody can plan. */
    plannedDay: (field: string, typed: string, days: { readonly submittedOn: string; readonly today: string }) => {
      const reading = parseDate(typed);
      const yearsMax = limits.planYears;
      const problem = reading.ok ? plannedDayProblem(reading.date, { ...days, yearsMax }) : undefined;
      if (problem !== undefined) add(field, refusals.fields[problem](yearsMax));
    },
    /** A whole number from 0. */
    count: (field: string, typed: string, max: number, empty: string) => {
      if (cleanCode(typed) === "") add(field, empty);
      else if (countOf(typed) === undefined || (countOf(typed) ?? 0) > max) add(field, refusals.fields.number());
    },
  };
}

/** What is wrong with a typed date, in a sentence; a day that does not exist is named. Undefined when nothing is. */
export function dateProblem(typed: string): string | undefined {
  const reading = parseDate(typed);
  if (reading.ok) return undefined;
  const missing = reading.problem === "not-a-date" ? missingDay(typed) : undefined;
  return missing === undefined ? ui.date.problems[reading.problem] : ui.date.missing(missing);
}

/** A whole number as people type it, `1.250` included; undefined when it is none. */
export function countOf(typed: string): number | undefined {
  const digits = cleanCode(typed).replace(/^[1-9]\d{0,2}(?:\.\d{3})+$/, (whole) => whole.replaceAll(".", ""));
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** Cents of a typed amount that was checked before. */
export function centsOf(typed: string): number {
  const reading = parseCents(typed);
  return reading.ok ? reading.cents : 0;
}

/** ISO date of a typed date that was checked before. */
export function dateOf(typed: string): string {
  const reading = parseDate(typed);
  return reading.ok ? reading.date : "";
}

/** Text of a field that may stay empty: nothing typed is nothing sent. */
export const textOrNone = (typed: string): string | undefined => cleanText(typed) || undefined;
