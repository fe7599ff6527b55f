import { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Deps, DomainError, type Files } from "@hevel/core";
import { createDigest, createDocumentClient, createIds, createStore } from "@hevel/store";
import { createFiles } from "@hevel/store/files";
import { inject } from "vitest";
import { testMunicipality } from "./municipality.ts";

export * from "./records.ts";

/** A clock a test sets: it stands still until it is moved. */
export interface TestClock {
  now(): Date;
  set(instant: string): void;
  advance(step: { days?: number; hours?: number; minutes?: number }): void;
}

/** Everything a verb needs, on the real engine, in a municipality that no other test uses. */
export interface TestDeps {
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

let shared: DynamoDBDocumentClient | undefined;

/** The document client on the test run's engine; one per test file. */
export function testClient(): { client: DynamoDBDocumentClient; table: string } {
  const { endpoint, region, tableName } = inject("parts");
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  shared ??= createDocumentClient({ endpoint, region, credentials });
  return { client: shared, table: tableName };
}

/** The files of a municipality on the test run's file store. */
export function testFiles(municipality: string): Files {
  const { filesEndpoint: endpoint, region, bucket } = inject("parts");
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return createFiles({
    client: new S3Client({ endpoint, region, credentials, forcePathStyle: true }),
    bucket,
    municipality,
  });
}

/** Makes deps on the real engine for a fresh municipality, whose settings are stored. `files` only where a test needs them. */
export async function createTestDeps(
  options: { now?: string; files?: Files; client?: DynamoDBDocumentClient } = {},
): Promise<TestDeps> {
  const parts = testClient();
  const client = options.client ?? parts.client;
  const { table } = parts;
  let now = new Date(options.now ?? "2026-11-21T12:00:00.000Z");
  const clock: TestClock = {
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
    },
  };
  const unused = () => Promise.reject(new Error("this test uses no files"));
  const files = options.files ?? { presign: unused, accept: unused, link: unused, read: unused, forget: unused };
  const { municipality, store } = await claimMunicipality(client, table);
  const deps: Deps = {
    store,
    clock,
    ids: createIds(() => now),
    digest: createDigest("test-pepper"),
    files,
    municipality,
  };
  return { deps, clock, client, table };
}

/**
 * A municipality no other test of this run uses: its code is taken by writing it, and the tenant is in every partition key,
 * so tests cannot meet.
 */
async function claimMunicipality(client: DynamoDBDocumentClient, table: string) {
  for (;;) {
    const municipality = testMunicipality();
    const store = createStore({ client, table, municipality: municipality.code });
    try {
      await store.commit([{ put: "municipality", record: municipality }]);
      return { municipality, store };
    } catch (error) {
      if (!(error instanceof DomainError && error.code === "conflict")) throw error;
    }
  }
}
