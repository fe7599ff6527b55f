import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Change, invariant, limits } from "@hevel/core";
import { holds } from "./guards.ts";
import { type Action, actionOf, refusalOf } from "./translate.ts";

/** Tries of one body with one token, for what may pass by itself (reference: money 2.4). */
const triesMax = 8;
const passing = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
]);

/** Writes the actions in one transaction. The first refusal, in the order of the actions, is thrown. */
export async function transact(client: DynamoDBDocumentClient, actions: readonly Action[]): Promise<void> {
  invariant(
    actions.length > 0 && actions.length <= limits.transactionItemsMax,
    `a transaction has 1 to 100 actions, not ${actions.length}`,
  );
  const TransactItems = actions.map(({ item }) => item);
  // One token per call: it lets the same body be sent again after a lost reply. Not a hash of the body, because then the
  // same act by two people (take 100 from this account) would count as one; never the business key, because a rebuilt
  // body under an old token is refused.
  const ClientRequestToken = randomUUID();
  const command = new TransactWriteCommand({ TransactItems, ClientRequestToken });
  for (let tries = 1; ; tries++) {
    try {
      await client.send(command);
      return;
    } catch (error) {
      if (error instanceof TransactionCanceledException) throwRefusal(error, actions);
      if (tries >= triesMax || !mayPass(error)) throw error;
      await sleep(Math.random() * Math.min(2_000, 10 * 2 ** tries));
    }
  }
}

/** Throws when a condition refused; returns when the cancellation has only reasons that pass by themselves. */
function throwRefusal(error: TransactionCanceledException, actions: readonly Action[]): void {
  const reasons = error.CancellationReasons ?? [];
  for (const [index, reason] of reasons.entries()) {
    const action = actions[index];
    if (reason.Code !== "ConditionalCheckFailed" || action === undefined) continue;
    const old =
      reason.Item === undefined || Object.keys(reason.Item).length === 0 ? undefined : unmarshall(reason.Item);
    throw refusalOf(action, old, (guard) => old !== undefined && holds(guard, old));
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).some((reason) => passing.has(reason.Code ?? ""));
  if (!(error instanceof Error)) return false;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const names =
    /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|TransactionInProgress|Timeout|ECONN|EPIPE|socket hang up|InternalServerError|ServiceUnavailable/;
  return (status !== undefined && status >= 500) || names.test(`${error.name} ${error.message}`) || "code" in error;
}

/** Changes as actions, checked for the one thing DynamoDB would refuse only at run time: twice the same record. */
export function actionsOf(table: string, municipality: string, changes: readonly Change[]): readonly Action[] {
  return changes.map((change) => actionOf(table, municipality, change));
}
