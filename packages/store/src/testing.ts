import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Deps, type Files, Municipality, type MunicipalityCode } from "@hevel/core";
import { inject } from "vitest";
import { createDocumentClient } from "./client.ts";
import { createDigest, createIds } from "./random.ts";
import { createStore } from "./store.ts";

export * from "./fixtures.ts";

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

let made = 0;

/** A municipality code no other test of this run uses: the tenant is in every partition key, so tests cannot meet. */
function freshCode(): MunicipalityCode {
  made += 1;
  const worker = Number(process.env["VITEST_POOL_ID"] ?? 1);
  const unique = (process.pid * 31 + worker * 1_009 + made) % 10_000;
  return `GM${String(unique).padStart(4, "0")}` as MunicipalityCode;
}

/** The document client on the test run's engine. */
export function testClient(): { client: DynamoDBDocumentClient; table: string } {
  const { endpoint, region, tableName } = inject("parts");
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return { client: createDocumentClient({ endpoint, region, credentials }), table: tableName };
}

/** A small municipality with two districts, for tests. */
export function testMunicipality(code: MunicipalityCode = freshCode()): Municipality {
  const district = (number: number, name: string) => ({
    code: `WK${code.slice(2)}0${number}`,
    year: 2026,
    name,
    slug: name.toLowerCase(),
    inhabitants: 4_000,
    intro: "Een wijk om in te testen.",
    polygons: [
      [
        [
          [5, 53],
          [5.1, 53],
          [5.1, 53.1],
          [5, 53],
        ],
      ],
    ],
    team: {
      name: "Wijkteam",
      phone: "000 000 00 00",
      email: "wijkteam@gemeente.example",
      openingHours: "ma-vr 9-17 uur",
      helpsWith: "Vragen",
    },
  });
  return Municipality.parse({
    code,
    name: "Testgemeente",
    districts: [district(1, "Noord"), district(2, "Zuid")],
    contact: {
      name: "Team Overhevelen",
      phone: "000 000 00 01",
      email: "hevel@gemeente.example",
      openingHours: "ma-vr 9-17 uur",
    },
    objectionAddress: ["Gemeente Testgemeente", "Postbus 1", "0000 AA Testgemeente"],
    decidingBody: "het college van burgemeester en wethouders van Testgemeente",
    groupRoles: {
      behandelaars: ["officer"],
      college: ["council"],
      financien: ["finance"],
      griffie: ["clerk"],
      wijkteam: ["professional"],
      controle: ["auditor"],
      beheer: ["admin"],
    },
    decisionTermDays: 56,
    completionDays: 28,
    proudestStep: 6,
    revision: 0,
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
  const files = options.files ?? { presign: unused, accept: unused, link: unused, read: unused };
  const municipality = testMunicipality();
  const store = createStore({ client, table, municipality: municipality.code });
  await store.commit([{ put: "municipality", record: municipality }]);
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
