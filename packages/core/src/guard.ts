import type { ErrorCode } from "./errors.ts";

/** A guard of any record, as the store and the views of core see it. */
export interface AnyGuard {
  readonly field: string;
  readonly is: "equal" | "differ" | "in" | "at-least" | "at-most" | "absent" | "present" | "lacks" | "has";
  readonly value?: unknown;
  readonly refusal: ErrorCode;
}

/**
 * Whether a guard holds on a record, as the database would say. To find out which guard refused, and to say beforehand what
 * would be refused; never to allow: that is the database's.
 */
export function holds(guard: AnyGuard, record: object): boolean {
  const actual: unknown = Object.entries(record).find(([field]) => field === guard.field)?.[1];
  switch (guard.is) {
    case "equal":
      return actual === guard.value;
    case "differ":
      return actual !== guard.value;
    case "in":
      return Array.isArray(guard.value) && guard.value.includes(actual);
    case "at-least":
      return order(actual, guard.value) >= 0;
    case "at-most":
      return order(actual, guard.value) <= 0;
    case "absent":
      return actual === undefined;
    case "present":
      return actual !== undefined;
    case "lacks":
      return !contains(actual, guard.value);
    case "has":
      return contains(actual, guard.value);
  }
}

const contains = (actual: unknown, value: unknown): boolean =>
  (Array.isArray(actual) || typeof actual === "string") && actual.includes(String(value));

/** Order of two values of one type, numbers or text; NaN (no order, so no guard holds) for all else. */
function order(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  return Number.NaN;
}
