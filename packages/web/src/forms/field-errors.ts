import { parseDate } from "../words/dates.ts";
import { parseCents } from "../words/money.ts";
import { refusals, ui } from "../words/nl.ts";
import type { FieldError } from "./form.ts";

/** Gathers what is wrong with a form, in the order of the fields on the screen: the body of a form's `check`. */
export function gatherErrors() {
  const errors: FieldError[] = [];
  const add = (field: string, message: string) => void errors.push({ field, message });
  const length = (field: string, typed: string, max: number) => {
    if (typed.trim().length > max) add(field, refusals.fields["too-long"](max));
  };
  return {
    errors,
    add,
    /** Text that must be there; `empty` says what to fill in. */
    text: (field: string, typed: string, max: number, empty: string) => {
      if (typed.trim() === "") add(field, empty);
      else length(field, typed, max);
    },
    /** Text that may stay empty. */
    optional: length,
    choice: (field: string, chosen: string | readonly string[], empty: string) => {
      if (chosen.length === 0) add(field, empty);
    },
    email: (field: string, typed: string) => {
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed.trim())) add(field, refusals.fields.email());
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
      const reading = parseDate(typed);
      if (!reading.ok) add(field, ui.date.problems[reading.problem]);
    },
    /** A whole number from 0. */
    count: (field: string, typed: string, max: number, empty: string) => {
      if (typed.trim() === "") add(field, empty);
      else if (countOf(typed) === undefined || (countOf(typed) ?? 0) > max) add(field, refusals.fields.number());
    },
  };
}

/** A whole number as people type it, `1.250` included; undefined when it is none. */
export function countOf(typed: string): number | undefined {
  const digits = typed.trim().replace(/^(\d{1,3})((?:\.\d{3})+)$/, (whole) => whole.replaceAll(".", ""));
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
export const textOrNone = (typed: string): string | undefined => (typed.trim() === "" ? undefined : typed.trim());
