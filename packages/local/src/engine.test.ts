import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { localCredentials } from "./aws.ts";
import { startEngine } from "./engine.ts";
import { freePort, isPortBusy, LOOPBACK } from "./ports.ts";
import { createTable, openStream } from "./table.ts";

const { endpoint, region, tableName } = inject("parts");
const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
afterAll(() => client.destroy());

const municipality = () => `GM${String(randomInt(10_000)).padStart(4, "0")}-${randomInt(1e9)}`;

describe("the table from the template of production", () => {
  test("has its keys, three indexes and an expiry", async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));

    expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual(["PK", "SK"]);
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual(["GSI1", "GSI2", "GSI3"]);
    expect(expiry.TimeToLiveDescription).toMatchObject({ AttributeName: "ttl", TimeToLiveStatus: "ENABLED" });
  });

  test("is left as it is when it is there already", async () => {
    const own = { endpoint, tableName: `twice-${randomInt(1e9)}` };
    const first = await createTable(own);
    expect(first.streamArn).toBeDefined();
    expect(await createTable(own)).toEqual(first);
  });

  test("is refused when an older version gave it another shape", async () => {
    const older = `older-${randomInt(1e9)}`;
    await client.send(
      new CreateTableCommand({
        TableName: older,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      }),
    );
    await expect(createTable({ endpoint, tableName: older })).rejects.toThrow(
      "Run npm start -- --fresh to begin again",
    );
  });

  test("has no stream when none is asked for", async () => {
    const other = await createTable({ endpoint, tableName: `without-stream-${randomInt(1e9)}`, streams: false });
    expect(other.streamArn).toBeUndefined();
    const streamArn = await openStream({ endpoint, tableName: other.tableName });
    expect(streamArn).toContain(other.tableName);
    expect(await openStream({ endpoint, tableName: other.tableName })).toBe(streamArn);
    expect(await createTable({ endpoint, tableName: other.tableName })).toEqual({ ...other, streamArn });
  });
});

describe("the engine", () => {
  test("cancels a transaction whole and says which condition failed, with the item that stood in the way", async () => {
    const PK = { S: `${municipality()}#ACCOUNT` };
    await client.send(new PutItemCommand({ TableName: tableName, Item: { PK, SK: { S: "held" }, cents: { N: "5" } } }));
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: tableName, Item: { PK, SK: { S: "new" } } } },
        {
          Put: {
            TableName: tableName,
            Item: { PK, SK: { S: "held" } },
            ConditionExpression: "attribute_not_exists(PK)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
      ],
    });

    const error = await client.send(transaction).catch((reason: unknown) => reason);
    const kept = await client.send(new QueryCommand(everythingOf(PK)));

    if (!(error instanceof TransactionCanceledException)) throw error;
    expect(error.CancellationReasons?.map((reason) => reason.Code)).toEqual(["None", "ConditionalCheckFailed"]);
    expect(error.CancellationReasons?.[1]?.Item?.["cents"]).toEqual({ N: "5" });
    expect(kept.Items?.map((item) => item["SK"])).toEqual([{ S: "held" }]);
  });

  test("carries out a transaction once when it comes twice with the same token", async () => {
    const PK = { S: `${municipality()}#COUNTER` };
    const transaction = () =>
      new TransactWriteItemsCommand({
        ClientRequestToken: `token-${PK.S}`.slice(0, 36),
        TransactItems: [
          {
            Update: {
              TableName: tableName,
              Key: { PK, SK: { S: "total" } },
              UpdateExpression: "ADD amount :one",
              ExpressionAttributeValues: { ":one": { N: "1" } },
            },
          },
        ],
      });

    await client.send(transaction());
    await client.send(transaction());

    const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: { PK, SK: { S: "total" } } }));
    expect(Item?.["amount"]).toEqual({ N: "1" });
  });

  test("finds an item through an index, in the order of its sort key", async () => {
    const code = municipality();
    for (const day of ["2027-02-01", "2027-01-01"]) {
      const keys = { PK: { S: `${code}#P#${day}` }, SK: { S: "meta" }, GSI2PK: { S: `${code}#OPEN` } };
      await client.send(new PutItemCommand({ TableName: tableName, Item: { ...keys, GSI2SK: { S: day } } }));
    }
    const found = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: "GSI2",
        KeyConditionExpression: "GSI2PK = :open",
        ExpressionAttributeValues: { ":open": { S: `${code}#OPEN` } },
      }),
    );
    expect(found.Items?.map((item) => item["GSI2SK"]?.S)).toEqual(["2027-01-01", "2027-02-01"]);
  });

  test("streams the new image of what was written", async () => {
    const own = await createTable({ endpoint, tableName: `streamed-${randomInt(1e9)}` });
    const PK = { S: municipality() };
    await client.send(new PutItemCommand({ TableName: own.tableName, Item: { PK, SK: { S: "letter" } } }));

    const streams = new DynamoDBStreamsClient({ endpoint, region, credentials: localCredentials });
    onTestFinished(() => streams.destroy());
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: own.streamArn }));
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({
        StreamArn: own.streamArn,
        ShardId: StreamDescription?.Shards?.[0]?.ShardId,
        ShardIteratorType: "TRIM_HORIZON",
      }),
    );
    const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    expect(Records?.map((record) => [record.eventName, record.dynamodb?.NewImage?.["PK"]])).toEqual([["INSERT", PK]]);
  });
});

describe("starting and stopping", () => {
  test("keeps what was written in its folder for the next start", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "hevel-engine-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    const item = { PK: { S: "GM0001#A" }, SK: { S: "meta" } };
    await withEngine(dataDir, async (own) => {
      await createTable({ endpoint: own });
      await putInto(own, item);
    });
    await withEngine(dataDir, async (own) => {
      const again = new DynamoDBClient({ endpoint: own, region, credentials: localCredentials });
      const { Item } = await again.send(new GetItemCommand({ TableName: "hevel", Key: item }));
      again.destroy();
      expect(Item).toEqual(item);
    });
  });

  test("leaves no listener behind", async () => {
    const engine = await startEngine();
    const port = Number(new URL(engine.endpoint).port);
    expect(await isPortBusy(port)).toBe(true);
    await engine.stop();
    await engine.stop();
    expect(await isPortBusy(port)).toBe(false);
  });

  test("says what to do about a busy port", async () => {
    const squatter = createServer().listen(0, LOOPBACK);
    await new Promise((resolve) => squatter.once("listening", resolve));
    onTestFinished(() => void squatter.close());
    const address = squatter.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;

    await expect(startEngine({ port })).rejects.toThrow(
      `Port ${port}, meant for the database engine, is in use by another program. Stop that program, or choose another port`,
    );
  });

  test("is not mistaken for whoever took its port at the last moment", async () => {
    // Who is first is up to the system: where the engine was, it may have its port, and the others try again.
    for (let round = 0; round < 20; round++) {
      const port = await freePort();
      const squatter = createHttpServer((_, response) => void response.end("Also ready."));
      let isOver = false;
      // Fails for as long as the engine's own look at the port lasts.
      squatter.on("error", () => setImmediate(() => isOver || squatter.listen(port, LOOPBACK)));
      squatter.listen(port, LOOPBACK);
      const said = await startEngine({ port }).then(
        (engine) => engine.stop(),
        (error: Error) => error.message,
      );
      isOver = true;
      squatter.close();
      if (said === undefined) continue;
      expect(said).toMatch(/^The database engine stopped at once: .*in use|is in use by another program/);
      return;
    }
    expect.unreachable("the engine was first in every round");
  });

  test("says so when its folder cannot be used", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "hevel-engine-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    mkdirSync(join(dataDir, "dynamodb.sqlite"));

    await expect(startEngine({ dataDir })).rejects.toThrow("The database engine stopped at once: ");
  });
});

async function withEngine(dataDir: string, work: (endpoint: string) => Promise<void>): Promise<void> {
  const engine = await startEngine({ dataDir });
  try {
    await work(engine.endpoint);
  } finally {
    await engine.stop();
  }
}

async function putInto(own: string, item: Record<string, { S: string }>): Promise<void> {
  const other = new DynamoDBClient({ endpoint: own, region, credentials: localCredentials });
  await other.send(new PutItemCommand({ TableName: "hevel", Item: item }));
  other.destroy();
}

function everythingOf(PK: { S: string }) {
  return {
    TableName: tableName,
    KeyConditionExpression: "PK = :pk",
    ExpressionAttributeValues: { ":pk": PK },
    ConsistentRead: true,
  };
}
