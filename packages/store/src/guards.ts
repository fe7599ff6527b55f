import type { AnyGuard } from "@hevel/core";

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
