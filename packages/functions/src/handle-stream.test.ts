import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { addressHash, type Deps, followIdOf, type Letter, type RecordKind, type Refs, writeLetter } from "@hevel/core";
import { placements } from "@hevel/store";
import { compositionOf, keptLog } from "@hevel/testing/composition";
import { createTestDeps, storeEnterprise, storeProposal, type TestDeps } from "@hevel/testing/deps";
import type { DynamoDBRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { createStreamHandler } from "./handle-stream.ts";
import type { Postman } from "./postman.ts";

let sequence = 0;

/** A record of the stream, with the image the engine itself has of it. */
async function streamed<K extends RecordKind>(
  { client, table, deps }: TestDeps,
  kind: K,
  ref: Refs[K],
): Promise<DynamoDBRecord> {
  const { pk, sk } = placements[kind].key(ref);
  const Key = { PK: { S: `${deps.municipality.code}#${pk}` }, SK: { S: sk } };
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
  sequence += 1;
  const NewImage = JSON.parse(JSON.stringify(Item));
  return { eventName: "INSERT", dynamodb: { SequenceNumber: String(sequence), NewImage } };
}

/** A postman that remembers what it was given, and says it was sent. */
function remembering(): { postman: Postman; given: string[] } {
  const given: string[] = [];
  return {
    given,
    postman: async (municipality, _deps, { id }) => {
      given.push(`${municipality} ${id}`);
      return { outcome: "sent" };
    },
  };
}

async function write(deps: Deps, changed: Partial<Letter> = {}): Promise<Letter> {
  const content = { refusalPath: "/ik-ken-dit-niet#mail.x", path: "/inloggen#x", code: "012345", minutes: 15 };
  const change = writeLetter(deps, "sign-in", "buur@example.org", content);
  if (!("put" in change) || change.put !== "letter") throw new Error("a letter is put");
  const record = { ...change.record, ...changed };
  await deps.store.commit([{ put: "letter", record }]);
  return record;
}

test("a fresh letter is sent, of the municipality it belongs to; nothing else in the stream is", async () => {
  const one = await createTestDeps();
  const two = await createTestDeps();
  const { postman, given } = remembering();
  const { lines, log } = keptLog();
  const handle = createStreamHandler(compositionOf(one.deps, two.deps), postman, log);
  const [mine, yours] = [await write(one.deps), await write(two.deps)];
  const Records = [
    await streamed(one, "letter", mine),
    await streamed(two, "letter", yours),
    await streamed(one, "letter", await write(one.deps, { attempts: 1 })),
    await streamed(one, "letter", await write(one.deps, { status: "sent" })),
    await streamed(one, "municipality", {}),
    { eventName: "REMOVE", dynamodb: { SequenceNumber: "0" } } as const,
    { eventName: "INSERT", dynamodb: { SequenceNumber: "1", NewImage: { PK: { S: "GM0000#IDEMP#x" } } } } as const,
  ];
  expect(await handle({ Records })).toEqual({ batchItemFailures: [] });
  expect(given).toEqual([`${one.deps.municipality.code} ${mine.id}`, `${two.deps.municipality.code} ${yours.id}`]);
  expect(lines).toEqual([]);
});

test("news is written to its followers", async () => {
  const world = await createTestDeps();
  const { deps } = world;
  const { enterprise, chair } = await storeEnterprise(deps);
  const proposal = await storeProposal(deps, enterprise);
  const [district] = enterprise.profile.districts;
  if (district === undefined) throw new Error("a district");
  const postedAt = deps.clock.now().toISOString();
  const update = {
    id: deps.ids.next("upd"),
    proposalId: proposal.id,
    enterpriseId: enterprise.id,
    districts: [district],
    title: "Nieuws",
    body: "Het gaat goed.",
    postedBy: chair.personId,
    postedAt,
    revision: 0,
  };
  const subject = { kind: "proposal" as const, id: proposal.id };
  const emailHash = addressHash(deps.digest, "buur@example.org");
  const id = followIdOf(deps.digest, subject, emailHash);
  const email = "buur@example.org";
  const fanOut = { id: update.id, proposalId: proposal.id, createdAt: postedAt };
  await deps.store.commit([
    { put: "update", record: update },
    { put: "fan-out", record: fanOut },
    {
      put: "follow",
      record: { id, subject, email, emailHash, status: "confirmed", createdAt: postedAt, revision: 0 },
    },
  ]);
  const { lines, log } = keptLog();
  const handle = createStreamHandler(compositionOf(deps), remembering().postman, log);
  const record = await streamed(world, "fan-out", fanOut);
  expect(await handle({ Records: [record, record] })).toEqual({ batchItemFailures: [] });
  expect((await deps.store.listAll("letters-waiting", {})).map(({ to, kind }) => [to, kind])).toEqual([
    [email, "update"],
  ]);
  expect(lines.map(({ event, done }) => [event, done])).toEqual([
    ["fanned-out", 1],
    ["fanned-out", 0],
  ]);
});

test("what cannot be handled now is named, so that it comes again, and the rest is done", async () => {
  const known = await createTestDeps();
  const unknown = await createTestDeps();
  const { postman, given } = remembering();
  const { lines, log } = keptLog();
  const handle = createStreamHandler(compositionOf(known.deps), postman, log);
  const lost = await streamed(unknown, "letter", await write(unknown.deps));
  const letter = await write(known.deps);
  const answer = await handle({ Records: [lost, await streamed(known, "letter", letter)] });
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: lost.dynamodb?.SequenceNumber }]);
  expect(given).toEqual([`${known.deps.municipality.code} ${letter.id}`]);
  expect(lines).toMatchObject([{ level: "error", event: "record-failed", why: "Error" }]);
});
