import { setTimeout as sleep } from "node:timers/promises";
import {
  type _Record,
  type AttributeValue,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { localCredentials, REGION } from "./aws.ts";

/** What Lambda would call with a batch of the table's stream. */
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;

/** A running reader of a stream. */
export type StreamWorker = {
  /** Finishes the batch at hand and ends. */
  stop(): Promise<void>;
};

/** Near enough to at once for a letter, and next to nothing for the engine. */
const POLL_MS = 250;
/** After this many tries a record is left to the sweeper, as Lambda leaves it after `maximumRetryAttempts`. */
const TRIES_MAX = 3;
const NEW_SHARDS_MS = 30_000;

/**
 * Reads the table's stream from now on and hands each batch to the handler, in Lambda's own shape. At least once, in order per shard; a
 * batch that fails is tried again from the first record that failed. What was written while nobody read, or failed too often, is the
 * sweeper's: the place reached is kept in memory only.
 *
 * Resolves when it has its place in every shard, so that nothing written after that is missed.
 */
export async function startStreamWorker(options: {
  endpoint: string;
  streamArn: string;
  handler: StreamHandler;
  onError: (error: unknown) => void;
  pollMs?: number;
}): Promise<StreamWorker> {
  const { endpoint, streamArn, pollMs = POLL_MS } = options;
  const client = new DynamoDBStreamsClient({ endpoint, region: REGION, credentials: localCredentials });
  const ended = new AbortController();
  const places = new Map<string, Place>();
  for (const shard of await listShards(client, streamArn)) {
    const place: Place = { shardId: shard, reached: undefined, iterator: undefined };
    place.iterator = await iteratorAt(client, streamArn, place, "LATEST");
    places.set(shard, place);
  }
  const running = (async () => {
    let lookedAt = Date.now();
    while (!ended.signal.aborted) {
      let handed = 0;
      try {
        if (Date.now() - lookedAt > NEW_SHARDS_MS) {
          lookedAt = Date.now();
          await followNewShards(client, streamArn, places);
        }
        for (const place of places.values()) handed += await readOn(client, options, place, ended.signal);
      } catch (error) {
        if (!ended.signal.aborted) options.onError(error);
      }
      if (handed === 0) await sleep(pollMs, undefined, { signal: ended.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      ended.abort();
      await running;
      client.destroy();
    },
  };
}

/** How far one shard has been read. */
type Place = { readonly shardId: string; reached: string | undefined; iterator: string | undefined };

async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<string[]> {
  const found: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: after }),
    );
    found.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return found.map(({ ShardId }) => ShardId ?? "");
}

async function followNewShards(
  client: DynamoDBStreamsClient,
  streamArn: string,
  places: Map<string, Place>,
): Promise<void> {
  for (const shardId of await listShards(client, streamArn)) {
    if (!places.has(shardId)) places.set(shardId, { shardId, reached: undefined, iterator: undefined });
  }
}

async function iteratorAt(
  client: DynamoDBStreamsClient,
  streamArn: string,
  { shardId, reached }: Place,
  otherwise: "LATEST" | "TRIM_HORIZON",
): Promise<string | undefined> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ...(reached === undefined
        ? { ShardIteratorType: otherwise }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: reached }),
    }),
  );
  return ShardIterator;
}

/** Reads one page of one shard and has it handled; resolves with the number of records in it. */
async function readOn(
  client: DynamoDBStreamsClient,
  { streamArn, handler, onError }: { streamArn: string; handler: StreamHandler; onError: (error: unknown) => void },
  place: Place,
  ended: AbortSignal,
): Promise<number> {
  place.iterator ??= await iteratorAt(client, streamArn, place, "TRIM_HORIZON");
  const iterator = place.iterator;
  // When the call fails, an expired iterator for one, the next round asks for a fresh one at the place reached.
  place.iterator = undefined;
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }),
  );
  if (Records.length > 0) {
    const batch = Records.map((record) => asLambdaRecord(record, streamArn));
    await handle(batch, handler, onError, ended);
    place.reached = Records.at(-1)?.dynamodb?.SequenceNumber;
  }
  place.iterator = NextShardIterator;
  return Records.length;
}

async function handle(
  batch: readonly DynamoDBRecord[],
  handler: StreamHandler,
  onError: (error: unknown) => void,
  ended: AbortSignal,
): Promise<void> {
  let left = batch;
  for (let tries = 1; left.length > 0 && tries <= TRIES_MAX; tries++) {
    try {
      const answer = await handler({ Records: [...left] });
      const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
      const first = left.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ""));
      left = first === -1 ? [] : left.slice(first);
    } catch (error) {
      onError(error);
    }
    if (left.length > 0 && tries < TRIES_MAX)
      await sleep(100 * 2 ** tries, undefined, { signal: ended }).catch(() => {});
  }
}

/** The SDK's record as Lambda delivers it: JSON, so bytes are base64 and moments are seconds. */
function asLambdaRecord(record: _Record, streamArn: string): DynamoDBRecord {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, ...rest } = record.dynamodb ?? {};
  return {
    ...(record.eventID !== undefined && { eventID: record.eventID }),
    ...(record.eventName !== undefined && { eventName: record.eventName }),
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: REGION,
    eventSourceARN: streamArn,
    dynamodb: {
      ...(rest.SequenceNumber !== undefined && { SequenceNumber: rest.SequenceNumber }),
      ...(rest.SizeBytes !== undefined && { SizeBytes: rest.SizeBytes }),
      ...(rest.StreamViewType !== undefined && { StreamViewType: rest.StreamViewType }),
      ...(ApproximateCreationDateTime !== undefined && {
        ApproximateCreationDateTime: Math.floor(ApproximateCreationDateTime.getTime() / 1_000),
      }),
      ...(Keys !== undefined && { Keys: asLambdaImage(Keys) }),
      ...(NewImage !== undefined && { NewImage: asLambdaImage(NewImage) }),
      ...(OldImage !== undefined && { OldImage: asLambdaImage(OldImage) }),
    },
  };
}

function asLambdaImage(image: Record<string, AttributeValue>): NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"] {
  return JSON.parse(
    JSON.stringify(image, (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
    ),
  );
}
