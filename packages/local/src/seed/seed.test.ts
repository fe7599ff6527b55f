import { createHash, randomInt } from "node:crypto";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import {
  type Deps,
  ExpenseStatus,
  LegalForm,
  MandateStatus,
  ProposalStatus,
  readPhoto,
  type Store,
  TransferStatus,
  verifyLedger,
} from "@hevel/core";
import { createDigest, createDocumentClient, createIds, createStore } from "@hevel/store";
import { createFiles } from "@hevel/store/files";
import { publicFigures, untrueFigures } from "@hevel/testing/figures";
import { readInPublic } from "@hevel/testing/public-reading";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { localCredentials, REGION } from "../aws.ts";
import { createTable } from "../table.ts";
import { demoMunicipality } from "./municipality.ts";
import { seedDemo } from "./seed.ts";
import { demoResidents } from "./story/residents.ts";

const parts = inject("parts");
const { endpoint } = parts;
const access = { endpoint, region: REGION, credentials: localCredentials };
const client = createDocumentClient(access);
const raw = new DynamoDBClient(access);
const s3 = new S3Client({ ...access, endpoint: parts.filesEndpoint, forcePathStyle: true });
afterAll(() => {
  client.destroy();
  raw.destroy();
  s3.destroy();
});

async function newPlace() {
  const { tableName } = await createTable({ endpoint, tableName: `seeded-${randomInt(1e9)}`, streams: false });
  const seed = {
    endpoint,
    tableName,
    files: { endpoint: parts.filesEndpoint, bucket: parts.bucket },
    pepper: "pepper of a test, not of a portal",
    issuer: "http://127.0.0.1:1",
  };
  return { seed, store: createStore({ client, table: tableName, municipality: demoMunicipality.code }) };
}

/** The engine gives the fields of an item in any order. */
const inOneOrder = (_field: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const fingerprint = (lines: readonly string[]) => createHash("sha256").update(lines.join("\n")).digest("hex");

async function everything(tableName: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: raw }, { TableName: tableName }))
    lines.push(...Items.map((item) => JSON.stringify(item, inOneOrder)));
  return lines.toSorted();
}

describe("the demo municipality without a story", () => {
  test("is put in the table once", async () => {
    const { seed } = await newPlace();
    expect(await seedDemo({ ...seed, story: false })).toBe(true);
    expect(await everything(seed.tableName)).toHaveLength(1);
    expect(await seedDemo({ ...seed, story: false })).toBe(false);
  });

  test("a run that was cut off halfway is taken away and begun again", async () => {
    const { seed, store } = await newPlace();
    const half = { id: createIds().next("pot"), name: "Half", programme: "Wijken", year: 2026 };
    await store.commit([{ put: "pot", record: { ...half, createdAt: "2026-01-01T00:00:00.000Z" } }]);
    expect(await seedDemo({ ...seed, story: false })).toBe(true);
    expect(await store.listAll("pots", {})).toEqual([]);
  });

  test("what was changed in it stays, also when a story is asked for later", async () => {
    const { seed, store } = await newPlace();
    await seedDemo({ ...seed, story: false });
    const changed = { ...demoMunicipality, proudestStep: 2, revision: 1 };
    await store.commit([{ replace: "municipality", record: changed, when: [] }]);
    expect(await seedDemo({ ...seed, story: true })).toBe(false);
    expect(await store.get("municipality", {})).toEqual(changed);
    expect(await store.listAll("pots", {})).toEqual([]);
  });
});

// The second is the Tuesday after Easter: four days on which city hall was closed lie just behind it.
describe.each([
  ["today", new Date()],
  ["after Easter", new Date("2027-03-30T06:00:00Z")],
] as const)("the story, told %s", (_when, today) => {
  let seed: Parameters<typeof seedDemo>[0];
  let store: Store;
  let deps: Deps;
  beforeAll(async () => {
    const place = await newPlace();
    store = place.store;
    seed = { ...place.seed, story: true, today };
    expect(await seedDemo(seed)).toBe(true);
    const files = createFiles({ client: s3, bucket: parts.bucket, municipality: demoMunicipality.code });
    const clock = { now: () => today };
    deps = { store, clock, ids: createIds(), digest: createDigest(seed.pepper), files, municipality: demoMunicipality };
  });

  test("leaves a ledger in which every cent adds up", async () => {
    const { isRight, differences, journals } = await verifyLedger(deps);
    expect(differences).toEqual([]);
    expect(isRight).toBe(true);
    expect(journals).toBeGreaterThan(50);
  });

  test("shows no figure that is not the sum of the lines it opens", async () => {
    expect((await publicFigures(deps)).length).toBeGreaterThan(150);
    expect(await untrueFigures(deps)).toEqual([]);
  });

  test("keeps the lines of every account in order of date", async () => {
    for (const { id } of await store.listAll("accounts", {})) {
      const dates = (await store.listAll("entries-of-account", { accountId: id })).map(({ bookDate }) => bookDate);
      expect(dates).toEqual(dates.toSorted());
    }
  });

  test("has every status of a proposal, a mandate, a transfer and an expense, and every legal form", async () => {
    const enterprises = await store.listAll("enterprises", {});
    expect(new Set(enterprises.map(({ profile }) => profile.legalForm))).toEqual(new Set(LegalForm.options));
    expect(new Set(enterprises.map(({ status }) => status))).toEqual(new Set(["registered", "verified", "refused"]));
    const proposals = await Promise.all(
      enterprises.map(({ id }) => store.listAll("proposals-of-enterprise", { enterpriseId: id })),
    );
    const missing = (options: readonly string[], found: readonly { status: string }[]) =>
      options.filter((option) => found.every(({ status }) => status !== option));
    expect(missing(ProposalStatus.options, proposals.flat())).toEqual([]);
    const mandates = await store.listAll("mandates", {});
    // An end that was prepared is what its reader does next, with the mandate that is being evaluated.
    expect(missing(MandateStatus.options, mandates)).toEqual(["ending-prepared"]);
    const of = async <Q extends "expenses-of-mandate" | "transfers-of-mandate">(query: Q) =>
      (await Promise.all(mandates.map(({ id }) => store.listAll(query, { mandateId: id })))).flat();
    expect(missing(ExpenseStatus.options, await of("expenses-of-mandate"))).toEqual([]);
    // No transfer was left until it expired: finance would not do that.
    expect(missing(TransferStatus.options, await of("transfers-of-mandate"))).toEqual(["expired"]);
    expect((await of("expenses-of-mandate")).filter((expense) => "sameReceiptAs" in expense)).toHaveLength(1);
  });

  test("gives every photo words, and the photo is there", async () => {
    const enterprises = await store.listAll("enterprises", {});
    const updates = await store.listAll("updates", {});
    const shown = [...enterprises.map(({ profile }) => profile), ...updates].filter(
      ({ photoId }) => photoId !== undefined,
    );
    expect(shown.length).toBeGreaterThan(15);
    for (const { photoId, photoAlt } of shown) {
      expect(photoAlt).toMatch(/\w+ \w+/);
      if (photoId === undefined) continue;
      // An officer sees the photos too of an enterprise that waits for its check.
      const officer = { kind: "staff", personId: deps.ids.next("per"), name: "Noor", roles: ["officer"] } as const;
      const { bytes, contentType } = await (await readPhoto(deps, officer, { fileId: photoId })).read();
      expect(contentType).toBe("image/webp");
      expect(bytes.length).toBeGreaterThan(1_000);
    }
  });

  test("names no address or site that could exist", async () => {
    const all = (await everything(seed.tableName)).join("\n");
    const hosts = [...all.matchAll(/(?:[\w.+-]+@|https?:\/\/)([\w-]+(?:\.[\w-]+)*)/g)].map(([, host = ""]) => host);
    expect(hosts.length).toBeGreaterThan(100);
    expect([...new Set(hosts)].filter((host) => !/\.example$/.test(host))).toEqual([]);
    expect([...all.matchAll(/NL\d\d([A-Z]{4})\d{10}/g)].filter(([, bank]) => bank !== "HEVL")).toEqual([]);
  });

  test("ends before the day it is told, and leaves nothing for the clock to do", async () => {
    const all = (await everything(seed.tableName)).join("\n");
    const at = [...all.matchAll(/"(?:at|postedAt|enteredAt|statusSince|createdAt)":\{"S":"([^"]+)"/g)].map(
      ([, when = ""]) => when,
    );
    expect(at.toSorted().at(-1)?.slice(0, 10) ?? "").toBe(
      new Date(today.getTime() - 86_400_000).toISOString().slice(0, 10),
    );
    expect(at.toSorted()[0] ?? "").toMatch(new RegExp(`^${today.getUTCFullYear() - 1}`));
    const soon = new Date(today.getTime() + 3 * 86_400_000).toISOString();
    const open = [...(await store.listAll("transfers-open", {})), ...(await store.listAll("expenses-open", {}))];
    expect(open.filter(({ expiresAt }) => expiresAt < soon)).toEqual([]);
    const mandates = await store.listAll("mandates", {});
    expect(mandates.filter(({ status, endsOn }) => status === "active" && endsOn < soon.slice(0, 10))).toEqual([]);
    expect(await store.listAll("fan-outs-open", {})).toEqual([]);
  });

  test("leaves only the letters of the last days to be sent, and they are whole", async () => {
    const waiting = await store.listAll("letters-waiting", {});
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThanOrEqual(25);
    const since = new Date(today.getTime() - 4 * 86_400_000).toISOString();
    for (const { createdAt, payload } of waiting) {
      expect(createdAt > since).toBe(true);
      expect(Object.keys(payload)).toContain("path");
    }
  });

  test("shows a visitor no address, account number or name that is private, nor who is who", async () => {
    const enterprises = await store.listAll("enterprises", {});
    const members = enterprises.flatMap((enterprise) => enterprise.members);
    const expenses = await Promise.all(
      (await store.listAll("mandates", {})).map(({ id }) => store.listAll("expenses-of-mandate", { mandateId: id })),
    );
    const isShown = (name: string) => members.some((member) => member.name === name && member.isNamePublic);
    const secrets = [
      ...members.flatMap(({ email, personId }) => [email, personId]),
      ...members.flatMap(({ name }) => (isShown(name) ? [] : [name])),
      ...enterprises.flatMap(({ iban }) => [iban]),
      ...expenses.flat().flatMap(({ supplier, isSupplierPerson }) => (isSupplierPerson ? [supplier] : [])),
      ...(await store.listAll("staff", {})).flatMap(({ id, email, name }) => [id, email, name]),
    ].filter((secret) => secret !== undefined && secret !== "");
    expect(new Set(secrets).size).toBeGreaterThan(80);
    const read = await readInPublic(deps);
    expect(read.length).toBeGreaterThan(100);
    const leaks = read.flatMap(({ path, text }) =>
      secrets.filter((secret) => secret !== undefined && text.includes(secret)).map((secret) => `${path}: ${secret}`),
    );
    expect([...new Set(leaks)]).toEqual([]);
  });

  test("knows the residents that one can sign in as, and lets them do what the table says", async () => {
    const enterprises = await store.listAll("enterprises", {});
    const seats = enterprises.flatMap(({ members }) => members.map(({ email, role }) => `${role} ${email}`));
    for (const { role, email } of demoResidents) {
      const [seat = ""] = role.split(",");
      expect(seats.some((line) => line === `${seat} ${email}`)).toBe(seat !== "resident");
    }
  });

  test("changes nothing when it is asked for again", async () => {
    const before = await everything(seed.tableName);
    expect(await seedDemo(seed)).toBe(false);
    expect(fingerprint(await everything(seed.tableName))).toBe(fingerprint(before));
    expect(before.length).toBeGreaterThan(500);
  });
});
