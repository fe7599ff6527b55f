import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { type AnyGuard, type Change, DomainError, type ErrorCode } from "@hevel/core";
import { clausesOf, conditionOf, Expression } from "./guards.ts";
import { primaryKey, toItem } from "./item.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One change as one action of a transaction, with what to say when its condition does not hold. */
export interface Action {
  readonly item: TransactItem;
  /** The primary key as one text: a transaction may touch it once. */
  readonly key: string;
  readonly guards: readonly AnyGuard[];
  /** For a put: the refusal when the record exists. Otherwise: the refusal when it does not. */
  readonly existence: ErrorCode;
  readonly isPut: boolean;
}

const returnOld = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

/** Translates a change of the domain to an action of DynamoDB. */
export function actionOf(table: string, municipality: string, change: Change): Action {
  if ("put" in change) {
    // `put` and `record` belong together in the type Change; the compiler loses the link in a union of all kinds.
    const item = toItem(municipality, change.put, change.record as never);
    return {
      key: `${item["PK"]} ${item["SK"]}`,
      item: { Put: { TableName: table, Item: item, ConditionExpression: "attribute_not_exists(PK)", ...returnOld } },
      guards: [],
      existence: change.refusal ?? "conflict",
      isPut: true,
    };
  }
  if ("sum" in change) return sumOf(table, municipality, change);
  const expression = new Expression();
  const guards = change.when as readonly AnyGuard[];
  const ConditionExpression = conditionOf(guards, expression);
  const finish = (item: TransactItem, { PK, SK }: { PK: string; SK: string }): Action => ({
    item,
    key: `${PK} ${SK}`,
    guards,
    existence: "not-found",
    isPut: false,
  });
  if ("replace" in change) {
    const Item = toItem(municipality, change.replace, change.record as never);
    const Key = primaryKey(municipality, change.replace, change.record as never);
    return finish(
      { Put: { TableName: table, Item, ConditionExpression, ...attributes(expression), ...returnOld } },
      Key,
    );
  }
  if ("check" in change) {
    const Key = primaryKey(municipality, change.check, change.ref as never);
    return finish(
      { ConditionCheck: { TableName: table, Key, ConditionExpression, ...attributes(expression), ...returnOld } },
      Key,
    );
  }
  if ("remove" in change) {
    const Key = primaryKey(municipality, change.remove, change.ref as never);
    return finish(
      { Delete: { TableName: table, Key, ConditionExpression, ...attributes(expression), ...returnOld } },
      Key,
    );
  }
  const Key = primaryKey(municipality, change.patch, change.ref as never);
  const UpdateExpression = updateOf(change.set ?? {}, change.add ?? {}, expression);
  return finish(
    {
      Update: { TableName: table, Key, UpdateExpression, ConditionExpression, ...attributes(expression), ...returnOld },
    },
    Key,
  );
}

/** Adds to a record that may not be there yet: its condition does not ask that it exists. */
function sumOf(table: string, municipality: string, change: Extract<Change, { sum: unknown }>): Action {
  const expression = new Expression();
  const guards = (change.when ?? []) as readonly AnyGuard[];
  const { PK, SK, ...set } = toItem(municipality, change.sum, change.record as never) as Record<string, unknown>;
  const sets = Object.entries(set).map(([field, value]) => `${expression.name(field)} = ${expression.value(value)}`);
  const adds = Object.entries(change.add).map(([field, by]) => `${expression.name(field)} ${expression.value(by)}`);
  const update = {
    TableName: table,
    Key: { PK, SK },
    UpdateExpression: `SET ${sets.join(", ")} ADD ${adds.join(", ")}`,
    ...(guards.length === 0 ? {} : { ConditionExpression: clausesOf(guards, expression) }),
    ...attributes(expression),
    ...returnOld,
  };
  return { key: `${PK} ${SK}`, item: { Update: update }, guards, existence: "stale", isPut: false };
}

function attributes(expression: Expression) {
  const hasValues = Object.keys(expression.values).length > 0;
  return {
    ExpressionAttributeNames: expression.names,
    ...(hasValues ? { ExpressionAttributeValues: expression.values } : {}),
  };
}

function updateOf(set: object, add: object, expression: Expression): string {
  const sets = Object.entries(set).map(([field, value]) => `${expression.name(field)} = ${expression.value(value)}`);
  const adds = Object.entries(add).map(([field, value]) => {
    const name = expression.name(field);
    return `${name} = ${name} + ${expression.value(value)}`;
  });
  return `SET ${[...sets, ...adds].join(", ")}`;
}

/** Why an action was refused, from the record as it was. */
export function refusalOf(
  action: Action,
  old: Record<string, unknown> | undefined,
  holds: (guard: AnyGuard) => boolean,
): DomainError {
  if (action.isPut) return new DomainError(action.existence, "It exists already.");
  if (old === undefined) return new DomainError(action.existence, "It does not exist.");
  const failed = action.guards.find((guard) => !holds(guard));
  // The record may have changed between the condition and its report; then reading again is the right advice.
  if (failed === undefined) return new DomainError("stale", "It changed in the meantime.");
  return new DomainError(failed.refusal, `Refused by the condition on ${failed.field}.`, {
    details: factsOf(failed.refusal, old),
  });
}

/** What who was refused wants to know of the record: the state it is in, and where money lacks what there is of it, in cents. */
function factsOf(refusal: ErrorCode, old: Record<string, unknown>): Record<string, string | number> {
  const { status, available } = old;
  return {
    ...(typeof status === "string" ? { status } : {}),
    ...(refusal === "not-enough-money" && typeof available === "number" ? { availableCents: available } : {}),
  };
}
