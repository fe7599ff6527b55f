import { randomUUID } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Change, type DomainError, holds, invariant, limits } from "@hevel/core";
import type { StoreOptions } from "./options.ts";
import { pauseAfterStale, persist } from "./retry.ts";
import { type Action, actionOf, refusalOf } from "./translate.ts";

/** Writes the actions in one transaction. The first refusal, in the order of the actions, is thrown. */
export async function transact({ client, pause }: StoreOptions, actions: readonly Action[]): Promise<void> {
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
  try {
    await persist(() => client.send(command), pause);
  } catch (error) {
    const refusal = error instanceof TransactionCanceledException ? refusalIn(error, actions) : undefined;
    if (refusal?.code === "stale") await pauseAfterStale(pause);
    throw refusal ?? error;
  }
}

/** The first condition that refused; undefined when the transaction was cancelled for another reason. */
function refusalIn(error: TransactionCanceledException, actions: readonly Action[]): DomainError | undefined {
  for (const [index, reason] of (error.CancellationReasons ?? []).entries()) {
    const action = actions[index];
    if (reason.Code !== "ConditionalCheckFailed" || action === undefined) continue;
    const hasItem = reason.Item !== undefined && Object.keys(reason.Item).length > 0;
    const old = hasItem ? unmarshall(reason.Item ?? {}) : undefined;
    return refusalOf(action, old, (guard) => old !== undefined && holds(guard, old));
  }
  return undefined;
}

/** Changes as actions, checked for the one thing DynamoDB would refuse only at run time: twice the same record. */
export function actionsOf(table: string, municipality: string, changes: readonly Change[]): readonly Action[] {
  const actions = changes.map((change) => actionOf(table, municipality, change));
  const keys = new Set(actions.map(({ key }) => key));
  invariant(keys.size === actions.length, "a commit touches each record once");
  return actions;
}
