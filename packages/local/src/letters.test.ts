import { randomUUID } from "node:crypto";
import process from "node:process";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { type Letter, writeLetter } from "@hevel/core";
import { placements } from "@hevel/store";
import { createTestDeps } from "@hevel/testing/deps";
import type { DynamoDBStreamEvent, ScheduledEvent } from "aws-lambda";
import { afterAll, expect, inject, test } from "vitest";
import { localCredentials } from "./aws.ts";
import { type Mailbox, readLetters, startMailbox } from "./mailbox.ts";
import { freePort } from "./ports.ts";

// The functions as they are deployed, on the real engine and a real mailbox. They read their environment when they are loaded.
const { deps, client, table } = await createTestDeps({ now: new Date().toISOString() });
const { endpoint, region } = inject("parts");
const port = await freePort();
let mailbox: Mailbox = await startMailbox({ port });
Object.assign(process.env, {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_ENDPOINT_URL_SES: mailbox.endpoint,
  HEVEL_LOG: "off",
  HEVEL_TABLE: table,
  HEVEL_BUCKET: "unused",
  HEVEL_MAIL_FROM: "Hevel Testgemeente <hevel@testgemeente.example>",
  HEVEL_PEPPER: "test-pepper-test-pepper",
  HEVEL_SITE_URL: "https://hevel.example",
  HEVEL_MUNICIPALITIES: JSON.stringify({ "hevel.example": deps.municipality.code }),
});
const [outbox, schedule] = await Promise.all([import("@hevel/functions/outbox"), import("@hevel/functions/schedule")]);
const runSchedule: (event: ScheduledEvent) => Promise<void> = schedule.handler;
const noEvent = {} as ScheduledEvent;
afterAll(() => mailbox.stop());

async function write(to: string, changed: Partial<Letter> = {}): Promise<Letter> {
  const content = {
    title: "Bomen",
    enterprise: "De Groene Straat",
    path: "/voorstellen/x",
    withdrawnAt: "2026-11-21T12:00:00.000Z",
  };
  const change = writeLetter(deps, "withdrawn", to, content);
  if (!("put" in change) || change.put !== "letter") throw new Error("a letter is put");
  const record = { ...change.record, ...changed };
  await deps.store.commit([{ put: "letter", record }]);
  return record;
}

/** What the stream tells of a letter. */
async function eventOf(letter: Letter): Promise<DynamoDBStreamEvent> {
  const { pk, sk } = placements.letter.key(letter);
  const Key = { PK: { S: `${deps.municipality.code}#${pk}` }, SK: { S: sk } };
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
  const NewImage = JSON.parse(JSON.stringify(Item));
  return { Records: [{ eventName: "INSERT", dynamodb: { SequenceNumber: letter.id, NewImage } }] };
}

const statusOf = async ({ id, createdAt }: Letter) => (await deps.store.get("letter", { id, createdAt }))?.status;
const addressOf = () => `${randomUUID()}@example.org`;

test("a letter in the outbox arrives with both its bodies, from the municipality, and is marked sent", async () => {
  const to = addressOf();
  const letter = await write(to);
  expect(await outbox.handler(await eventOf(letter))).toEqual({ batchItemFailures: [] });
  const [arrived, ...more] = await readLetters(mailbox.endpoint, { to });
  expect(more).toEqual([]);
  expect(arrived).toMatchObject({ to: [to], from: expect.stringContaining("hevel@testgemeente.example") });
  expect(arrived?.subject).toContain("Bomen");
  expect(arrived?.text).toContain("https://hevel.example/voorstellen/x");
  expect(arrived?.html).toContain("https://hevel.example/voorstellen/x");
  expect(await statusOf(letter)).toBe("sent");
});

test("it arrives once when two workers and the schedule have it at the same time, and when the stream repeats itself", async () => {
  const to = addressOf();
  // Old enough for the schedule to take it for one that was left behind.
  const letter = await write(to, { createdAt: new Date(Date.now() - 10 * 60_000).toISOString() });
  const event = await eventOf(letter);
  await Promise.all([outbox.handler(event), outbox.handler(event), runSchedule(noEvent)]);
  await outbox.handler(event);
  await runSchedule(noEvent);
  expect(await readLetters(mailbox.endpoint, { to })).toHaveLength(1);
  expect(await statusOf(letter)).toBe("sent");
});

test("while the mail system is down it waits, and the schedule sends it when the mail system is back", async () => {
  const to = addressOf();
  const letter = await write(to);
  await mailbox.stop();
  // Not a failure of the batch: the letter itself knows when it is tried again.
  expect(await outbox.handler(await eventOf(letter))).toEqual({ batchItemFailures: [] });
  const { id, createdAt } = letter;
  const waiting = await deps.store.get("letter", { id, createdAt });
  expect(waiting).toMatchObject({ status: "waiting", attempts: 1 });
  mailbox = await startMailbox({ port });
  await runSchedule(noEvent);
  expect(await statusOf(letter)).toBe("waiting");
  const past = new Date(Date.now() - 1_000).toISOString();
  await deps.store.commit([{ patch: "letter", ref: { id, createdAt }, set: { nextTryAt: past }, when: [] }]);
  await runSchedule(noEvent);
  expect(await readLetters(mailbox.endpoint, { to })).toHaveLength(1);
  expect(await deps.store.get("letter", { id, createdAt })).toMatchObject({ status: "sent", attempts: 2 });
});
