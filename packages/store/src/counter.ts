import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { primaryKey } from "./item.ts";
import type { StoreOptions } from "./options.ts";
import { persist } from "./retry.ts";

/** Adds one to a counter that may not pass `max` before it expires; false when it is full. Exact, also in a rush. */
export async function countWithin(
  { client, table, municipality, pause }: StoreOptions,
  key: string,
  max: number,
  expiresAt: Date,
): Promise<boolean> {
  try {
    const command = new UpdateCommand({
      TableName: table,
      Key: primaryKey(municipality, "rate-limit", { key }),
      UpdateExpression: "SET #kind = :kind, #key = :key, #ttl = :ttl, #expiresAt = :expiresAt ADD #count :one",
      ConditionExpression: "attribute_not_exists(#count) OR #count < :max",
      ExpressionAttributeNames: {
        "#kind": "kind_",
        "#key": "key",
        "#ttl": "ttl",
        "#expiresAt": "expiresAt",
        "#count": "count",
      },
      ExpressionAttributeValues: {
        ":kind": "rate-limit",
        ":key": key,
        ":ttl": Math.floor(expiresAt.getTime() / 1000),
        ":expiresAt": expiresAt.toISOString(),
        ":one": 1,
        ":max": max,
      },
    });
    // A lost reply counts twice: a limit may be reached early, never late.
    await persist(() => client.send(command), pause);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Takes one off a counter, where it counts something; one that expired meanwhile is left alone. */
export async function countBack({ client, table, municipality, pause }: StoreOptions, key: string): Promise<void> {
  try {
    const command = new UpdateCommand({
      TableName: table,
      Key: primaryKey(municipality, "rate-limit", { key }),
      UpdateExpression: "SET #count = #count - :one",
      ConditionExpression: "#count > :none",
      ExpressionAttributeNames: { "#count": "count" },
      ExpressionAttributeValues: { ":one": 1, ":none": 0 },
    });
    await persist(() => client.send(command), pause);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
