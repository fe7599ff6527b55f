import type { ErrorCode } from "@hevel/core";

/** A guard as the adapter sees it: of any record. */
export interface AnyGuard {
  readonly field: string;
  readonly is: "equal" | "differ" | "in" | "at-least" | "at-most" | "absent" | "present" | "lacks" | "has";
  readonly value?: unknown;
  readonly refusal: ErrorCode;
}

/** A DynamoDB expression under construction: names and values are always placeholders, so reserved words do not matter. */
export class Expression {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};

  name(attribute: string): string {
    const placeholder = `#${attribute.replace(/[^A-Za-z0-9]/g, "_")}`;
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }
}

/** The guards as a ConditionExpression; the record must exist. */
export function conditionOf(guards: readonly AnyGuard[], expression: Expression): string {
  const exists = `attribute_exists(${expression.name("PK")})`;
  return guards.length === 0 ? exists : `${exists} AND ${clausesOf(guards, expression)}`;
}

/** The guards as a ConditionExpression, whether the record exists or not. */
export function clausesOf(guards: readonly AnyGuard[], expression: Expression): string {
  return guards.map((guard) => clauseOf(guard, expression)).join(" AND ");
}

function clauseOf(guard: AnyGuard, expression: Expression): string {
  const name = expression.name(guard.field);
  switch (guard.is) {
    case "equal":
      return `${name} = ${expression.value(guard.value)}`;
    case "differ":
      return `${name} <> ${expression.value(guard.value)}`;
    case "in":
      return `${name} IN (${listOf(guard)
        .map((value) => expression.value(value))
        .join(", ")})`;
    case "at-least":
      return `${name} >= ${expression.value(guard.value)}`;
    case "at-most":
      return `${name} <= ${expression.value(guard.value)}`;
    case "absent":
      return `attribute_not_exists(${name})`;
    case "present":
      return `attribute_exists(${name})`;
    case "lacks":
      return `NOT contains(${name}, ${expression.value(guard.value)})`;
    case "has":
      return `contains(${name}, ${expression.value(guard.value)})`;
  }
}

const listOf = (guard: AnyGuard): readonly unknown[] => (Array.isArray(guard.value) ? guard.value : []);

/** Whether a guard holds on an item, as DynamoDB would say: used to find out which guard refused, never to allow. */
export function holds(guard: AnyGuard, item: Record<string, unknown>): boolean {
  const actual = item[guard.field];
  switch (guard.is) {
    case "equal":
      return actual === guard.value;
    case "differ":
      return actual !== guard.value;
    case "in":
      return listOf(guard).includes(actual);
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
