import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "./item.ts";
import { type Pause, persist } from "./retry.ts";

/** A full primary key. */
export interface PrimaryKey {
  readonly PK: string;
  readonly SK: string;
}

/** Reads one item, strongly consistent; undefined when there is none. */
export type Read = (key: PrimaryKey) => Promise<Item | undefined>;

interface Asked {
  readonly key: PrimaryKey;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** DynamoDB's own limit for one BatchGetItem. */
const keysMax = 100;

/**
 * Reads that are asked in the same breath travel together: a verb that reads five records with `Promise.all` waits for one
 * request and pays for one. Each item is as fresh as if it were read alone; together they are not of one moment (that is
 * what `snapshot` is for).
 */
export function createReader(options: {
  client: DynamoDBDocumentClient;
  table: string;
  pause?: Pause | undefined;
}): Read {
  let waiting: Asked[] = [];
  function flush(): void {
    const asked = waiting;
    waiting = [];
    for (let start = 0; start < asked.length; start += keysMax)
      readTogether(options, asked.slice(start, start + keysMax));
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push({ key, resolve, reject });
    });
}

type Options = Parameters<typeof createReader>[0];

const textOf = ({ PK, SK }: PrimaryKey) => `${PK} ${SK}`;

async function readTogether(options: Options, asked: readonly Asked[]): Promise<void> {
  try {
    const keys = new Map(asked.map(({ key }) => [textOf(key), key]));
    const found = await readAll(options, [...keys.values()]);
    for (const { key, resolve } of asked) resolve(found.get(textOf(key)));
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

async function readAll({ client, table, pause }: Options, keys: readonly PrimaryKey[]): Promise<Map<string, Item>> {
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) {
    const command = new GetCommand({ TableName: table, Key: only, ConsistentRead: true });
    const { Item: item } = await persist(() => client.send(command), pause);
    return new Map(item === undefined ? [] : [[textOf(only), item]]);
  }
  const found = new Map<string, Item>();
  let left: readonly Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  await persist(async () => {
    const Keys = [...left];
    const command = new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } });
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(command);
    for (const item of Responses[table] ?? []) found.set(textOf(item as Item & PrimaryKey), item);
    left = UnprocessedKeys[table]?.Keys ?? [];
    // Some keys were not read because the table is busy: the rest is asked again after a pause, like any throttled request.
    if (left.length > 0) throw Object.assign(new Error("Some keys were not read."), { name: "ThrottlingException" });
  }, pause);
  return found;
}
