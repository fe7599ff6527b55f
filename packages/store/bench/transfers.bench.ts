import process from "node:process";
import { pathToFileURL } from "node:url";
import { BatchWriteCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { approveTransfer, type Deps, type Mandate, payTransfer, proposeTransfer } from "@hevel/core";
import { awardMandate, createMoneyWorld, keyOf, type MoneyWorld } from "@hevel/testing/money-world";
import { testMunicipality } from "@hevel/testing/municipality";
import { startEngine } from "../../local/src/engine.ts";
import { createTable } from "../../local/src/table.ts";
import { createDigest, createDocumentClient, createIds, createStore } from "../src/index.ts";

const rounds = 7;
const transfersPerRound = 48;
const instalments = 3;
const atOnce = 8;

type Client = ReturnType<typeof createDocumentClient>;
type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Does `work` for each item, so many at a time; gives the milliseconds it took. */
async function timed<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number> {
  const waiting = [...items];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
  return performance.now() - began;
}

/** One transfer through the verbs: three transactions by three people. */
async function transfer(deps: Deps, world: MoneyWorld, { mandate, instalmentId }: Part): Promise<void> {
  const key = () => ({ idempotencyKey: keyOf(deps) });
  const { id: transferId } = await proposeTransfer(deps, world.finance, {
    mandateId: mandate.id,
    instalmentId,
    ...key(),
  });
  await approveTransfer(deps, world.council, { transferId, ...key() });
  await payTransfer(deps, world.payer, { transferId, paidOn: "2026-11-21", bankReference: "BNG-1", ...key() });
}
interface Part {
  readonly mandate: Mandate;
  readonly instalmentId: string;
}

async function partsOf(world: MoneyWorld, count: number): Promise<readonly Part[]> {
  const mandates: Mandate[] = [];
  for (let made = 0; made < count; made += instalments)
    mandates.push(
      await awardMandate(
        world,
        Array.from({ length: instalments }, () => 100_00),
      ),
    );
  // One instalment of every mandate, then the next: transfers at the same time are of different enterprises' mandates.
  return Array.from({ length: instalments }, (_, index) =>
    mandates.map((mandate) => ({ mandate, instalmentId: `i${index + 1}` })),
  ).flat();
}

/** The transactions of one transfer, as the verbs sent them. */
async function record(client: Client, act: () => Promise<unknown>): Promise<readonly (readonly TransactItem[])[]> {
  const seen: (readonly TransactItem[])[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        // Before marshalling: the input is that of the document command.
        const { TransactItems } = args.input as TransactWriteCommandInput;
        if (commandName?.startsWith("TransactWrite") === true) seen.push(TransactItems ?? []);
        return next(args);
      },
    { step: "initialize", priority: "high", name: "record" },
  );
  await act();
  client.middlewareStack.remove("record");
  return seen;
}

/**
 * The same transaction without the domain: as many items of the same kind and size, on keys of its own, without
 * conditions. Items that are updated or only looked at are made beforehand, outside the measurement.
 */
function rawOf(items: readonly TransactItem[], own: string): { prepare: TransactItem[]; send: TransactItem[] } {
  const prepare: TransactItem[] = [];
  const send = items.map(({ Put, Update, ConditionCheck, Delete }): TransactItem => {
    if (Put !== undefined) {
      const { PK, SK } = Put.Item as { PK: string; SK: string };
      return { Put: { TableName: Put.TableName, Item: { ...Put.Item, PK: `${own}#${PK}`, SK } } };
    }
    const { TableName, Key } = Update ?? ConditionCheck ?? Delete ?? {};
    const { PK, SK } = Key as { PK: string; SK: string };
    const key = { PK: `${own}#${PK}`, SK };
    prepare.push({ Put: { TableName, Item: { ...key, available: 0, reserved: 0, posted: 0, sequence: 0, head: "" } } });
    if (Update === undefined)
      return { ConditionCheck: { TableName, Key: key, ConditionExpression: "attribute_exists(PK)" } };
    const used = (all: Record<string, unknown> | undefined) =>
      Object.fromEntries(
        Object.entries(all ?? {}).filter(([name]) =>
          new RegExp(`${name}(?![A-Za-z0-9_])`).test(Update.UpdateExpression ?? ""),
        ),
      );
    return {
      Update: {
        TableName,
        Key: key,
        UpdateExpression: Update.UpdateExpression,
        ExpressionAttributeNames: used(Update.ExpressionAttributeNames) as Record<string, string>,
        ExpressionAttributeValues: used(Update.ExpressionAttributeValues),
      },
    };
  });
  return { prepare, send };
}

async function writeAll(client: Client, items: readonly TransactItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const some = items.slice(start, start + 25).flatMap(({ Put }) => (Put === undefined ? [] : [Put]));
    const [first] = some;
    if (first?.TableName === undefined) continue;
    const requests = some.map(({ Item }) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [first.TableName]: requests } }));
  }
}

async function rawRound(client: Client, shapes: readonly (readonly TransactItem[])[], round: number): Promise<number> {
  const transfers = Array.from({ length: transfersPerRound }, (_, index) =>
    shapes.map((shape, step) => rawOf(shape, `RAW${round}-${index}-${step}`)),
  );
  await writeAll(
    client,
    transfers.flat().flatMap(({ prepare }) => prepare),
  );
  return timed(transfers, async (steps) => {
    for (const { send } of steps) await client.send(new TransactWriteCommand({ TransactItems: send }));
  });
}

/** Prints how many transactions of transfers go through the verbs per second, beside the engine's own rate. */
export async function main(): Promise<void> {
  const engine = await startEngine();
  const { tableName: table } = await createTable({ endpoint: engine.endpoint, streams: false });
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const client = createDocumentClient({ endpoint: engine.endpoint, region: "eu-west-1", credentials });
  try {
    const municipality = testMunicipality();
    const now = new Date("2026-11-21T12:00:00Z");
    const unused = () => Promise.reject(new Error("transfers use no files"));
    const deps: Deps = {
      store: createStore({ client, table, municipality: municipality.code }),
      clock: { now: () => now },
      ids: createIds(() => now),
      digest: createDigest("bench"),
      files: { presign: unused, accept: unused, link: unused, read: unused, forget: unused },
      municipality,
    };
    const world = await createMoneyWorld(deps, 10_000_000_00);
    const [first, ...warmUp] = await partsOf(world, transfersPerRound);
    if (first === undefined) return;
    const shapes = await record(client, () => transfer(deps, world, first));
    await timed(warmUp, (part) => transfer(deps, world, part));
    await rawRound(client, shapes, 0);
    const verbs: number[] = [];
    const raw: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const parts = await partsOf(world, transfersPerRound);
      verbs.push(await timed(parts, (part) => transfer(deps, world, part)));
      raw.push(await rawRound(client, shapes, round));
    }
    print(shapes, verbs, raw);
  } finally {
    client.destroy();
    await engine.stop();
  }
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function print(shapes: readonly (readonly TransactItem[])[], verbs: readonly number[], raw: readonly number[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(shapes));
  console.log(
    `\nTransfers: propose, approve, pay (${rounds} rounds of ${transfersPerRound}, ${atOnce} at once; ` +
      `${shapes.map(({ length }) => length).join(" + ")} items, ${(bytes / 1_024).toFixed(1)} kB per transfer; medians)`,
  );
  const row = (times: readonly number[]) => {
    const perSecond = (transfersPerRound * 1_000) / median(times);
    return { "transfers/s": perSecond.toFixed(1), "transactions/s": (perSecond * shapes.length).toFixed(0) };
  };
  console.table({ "through the verbs": row(verbs), "raw engine, same items": row(raw) });
  // Each round against the raw round right after it: what else the machine does falls on both.
  const ratio = median(verbs.map((milliseconds, round) => (raw[round] ?? 0) / milliseconds));
  console.log(`${(ratio * 100).toFixed(0)} % of the raw engine (aim: at least 70 %)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
