import { randomInt } from "node:crypto";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { localCredentials } from "./aws.ts";
import { type StreamHandler, startStreamWorker } from "./stream-worker.ts";
import { createTable } from "./table.ts";

const { endpoint, region } = inject("parts");
const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
afterAll(() => client.destroy());

test("hands what is written to the handler, in order and in Lambda's shape", async () => {
  const { write, seen, events } = await worker();
  await write("a", { bytes: { B: new Uint8Array([1, 2, 3]) } });
  await write("b");
  await vi.waitFor(() => expect(seen).toEqual(["a", "b"]), 5_000);

  const record = events[0]?.Records[0];
  expect(record).toMatchObject({ eventSource: "aws:dynamodb", eventName: "INSERT", eventVersion: "1.1" });
  expect(record?.dynamodb?.NewImage).toEqual({ PK: { S: "GM0001" }, SK: { S: "a" }, bytes: { B: "AQID" } });
  expect(record?.dynamodb?.ApproximateCreationDateTime).toBeTypeOf("number");
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
});

test("says nothing of what was written before it began", async () => {
  const { write, seen } = await worker({ before: ["old"] });
  await write("new");
  await vi.waitFor(() => expect(seen).toEqual(["new"]), 5_000);
});

test("tries a batch again from the record that failed", async () => {
  let failures = 1;
  const { write, seen, errors } = await worker({
    answer: async ({ Records }) => {
      const second = Records.find((record) => record.dynamodb?.Keys?.["SK"]?.S === "b");
      if (second === undefined || failures-- <= 0) return undefined;
      return { batchItemFailures: [{ itemIdentifier: second.dynamodb?.SequenceNumber ?? "" }] };
    },
  });
  // One after the other: of two writes at once either may be the first of the batch.
  await write("a");
  await write("b");
  await vi.waitFor(() => expect(seen.filter((key) => key === "b")).toHaveLength(2), 5_000);
  expect(seen.filter((key) => key === "a").length).toBeLessThan(2);
  expect(errors).toEqual([]);
});

test("gives up on a batch after three tries, tells why, and goes on with the next", async () => {
  const { write, seen, errors } = await worker({
    answer: async ({ Records }) => {
      if (Records.some((record) => record.dynamodb?.Keys?.["SK"]?.S === "bad")) throw new Error("no post today");
      return undefined;
    },
  });
  await write("bad");
  await vi.waitFor(() => expect(errors).toHaveLength(3), 10_000);
  await write("good");
  await vi.waitFor(() => expect(seen.at(-1)).toBe("good"), 5_000);
  expect(seen).toEqual(["bad", "bad", "bad", "good"]);
});

async function worker({ before = [], answer }: { before?: string[]; answer?: StreamHandler } = {}) {
  const { tableName, streamArn = "" } = await createTable({ endpoint, tableName: `worker-${randomInt(1e9)}` });
  const write = (SK: string, more = {}) =>
    client.send(new PutItemCommand({ TableName: tableName, Item: { PK: { S: "GM0001" }, SK: { S: SK }, ...more } }));
  for (const key of before) await write(key);
  const seen: string[] = [];
  const events: DynamoDBStreamEvent[] = [];
  const errors: unknown[] = [];
  const running = await startStreamWorker({
    endpoint,
    streamArn,
    pollMs: 20,
    onError: (error) => errors.push(error),
    handler: async (event) => {
      events.push(event);
      seen.push(...event.Records.map((record) => record.dynamodb?.Keys?.["SK"]?.S ?? ""));
      return answer?.(event);
    },
  });
  onTestFinished(() => running.stop());
  return { write, seen, events, errors };
}
