import { type Account, DomainError, type Person } from "@hevel/core";
import { createTestDeps, type TestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";

function person({ deps }: TestDeps): Person {
  return {
    id: deps.ids.next("per"),
    kind: "resident",
    email: "a@example.org",
    roles: [],
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
}

const account = (id: string, available: number): Account => ({
  id,
  stage: "POT",
  posted: available,
  reserved: 0,
  available,
  sequence: 0,
  head: "",
  openFrom: "2026-01-01",
  status: "open",
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe("commit", () => {
  test("what is put is what is read", async () => {
    const testDeps = await createTestDeps();
    const record = person(testDeps);
    await testDeps.deps.store.commit([{ put: "person", record }]);
    expect(await testDeps.deps.store.get("person", { id: record.id })).toEqual(record);
  });

  test("a put of what exists is refused with the code asked for, and nothing of the commit is written", async () => {
    const testDeps = await createTestDeps();
    const { store } = testDeps.deps;
    const [first, second] = [person(testDeps), person(testDeps)];
    await store.commit([{ put: "person", record: first }]);
    const again = store.commit([
      { put: "person", record: second },
      { put: "person", record: first, refusal: "limit-reached" },
    ]);
    expect(await codeOf(again)).toBe("limit-reached");
    expect(await store.get("person", { id: second.id })).toBeUndefined();
  });

  test("the first guard that does not hold names the refusal", async () => {
    const { deps } = await createTestDeps();
    await deps.store.commit([{ put: "account", record: account("POT#x", 100) }]);
    const take = (cents: number, sequence: number) =>
      deps.store.commit([
        {
          patch: "account",
          ref: { id: "POT#x" },
          add: { available: -cents, reserved: cents },
          when: [
            { field: "available", is: "at-least", value: cents, refusal: "not-enough-money" },
            { field: "sequence", is: "equal", value: sequence, refusal: "stale" },
          ],
        },
      ]);
    // Where money lacks, the refusal says what there is; no other refusal does.
    await expect(take(101, 0)).rejects.toMatchObject({ code: "not-enough-money", details: { availableCents: 100 } });
    const stale = await take(100, 1).catch((error: unknown) => error);
    expect(stale).toMatchObject({ code: "stale", details: { status: "open" } });
    expect(stale).not.toHaveProperty("details.availableCents");
    expect(await codeOf(take(100, 0))).toBe("ok");
    await expect(take(1, 0)).rejects.toMatchObject({ code: "not-enough-money", details: { availableCents: 0 } });
    expect(await deps.store.get("account", { id: "POT#x" })).toMatchObject({ available: 0, reserved: 100 });
  });

  test("a change to what does not exist is not found", async () => {
    const { deps } = await createTestDeps();
    expect(await codeOf(deps.store.commit([{ check: "account", ref: { id: "POT#none" }, when: [] }]))).toBe(
      "not-found",
    );
  });

  test("of twenty who take the last euro at once, one gets it", async () => {
    const { deps } = await createTestDeps();
    await deps.store.commit([{ put: "account", record: account("POT#y", 100) }]);
    const takes = Array.from({ length: 20 }, () =>
      codeOf(
        deps.store.commit([
          {
            patch: "account",
            ref: { id: "POT#y" },
            add: { available: -100, reserved: 100 },
            when: [{ field: "available", is: "at-least", value: 100, refusal: "not-enough-money" }],
          },
        ]),
      ),
    );
    const codes = await Promise.all(takes);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "not-enough-money")).toHaveLength(19);
  });
});

describe("commitOnce", () => {
  test("the same key with the same request gives the first result and writes nothing more", async () => {
    const testDeps = await createTestDeps();
    const { store } = testDeps.deps;
    const record = person(testDeps);
    const once = (result: string) =>
      store.commitOnce([{ put: "person", record }], { key: "k", request: { a: 1, b: 2 }, result });
    expect(await once("first")).toBe("first");
    expect(await once("second")).toBe("first");
    expect(await store.replay("k", { b: 2, a: 1 })).toBe("first");
  });

  test("the same key with another request is refused", async () => {
    const testDeps = await createTestDeps();
    const { store } = testDeps.deps;
    await store.commitOnce([{ put: "person", record: person(testDeps) }], { key: "k", request: 1, result: 1 });
    expect(
      await codeOf(
        store.commitOnce([{ put: "person", record: person(testDeps) }], { key: "k", request: 2, result: 2 }),
      ),
    ).toBe("idempotency-mismatch");
  });
});

describe("list", () => {
  test("pages follow one another without gap or repeat", async () => {
    const { deps } = await createTestDeps();
    for (let index = 0; index < 5; index++)
      await deps.store.commit([{ put: "account", record: account(`POT#${index}`, 1) }]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await deps.store.list("accounts", {}, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(["POT#0", "POT#1", "POT#2", "POT#3", "POT#4"]);
  });

  test("a cursor of another municipality is refused", async () => {
    const [mine, theirs] = [await createTestDeps(), await createTestDeps()];
    for (const id of ["POT#1", "POT#2"]) await theirs.deps.store.commit([{ put: "account", record: account(id, 1) }]);
    const { cursor } = await theirs.deps.store.list("accounts", {}, { limit: 1 });
    expect(cursor).toBeDefined();
    expect(await codeOf(mine.deps.store.list("accounts", {}, { cursor: cursor ?? "" }))).toBe("invalid");
  });
});

describe("a cursor that somebody made up", () => {
  test("is refused whatever it names but a place in this very list", async () => {
    const { deps } = await createTestDeps();
    for (const id of ["POT#1", "POT#2"]) await deps.store.commit([{ put: "account", record: account(id, 1) }]);
    const { cursor = "" } = await deps.store.list("accounts", {}, { limit: 1 });
    const key: Record<string, string> = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const names = Object.keys(key);
    const made = [
      ...names.flatMap((name) =>
        [undefined, "", 1, {}, `${key[name]}${"x".repeat(3_000)}`, "\ud800"].map((wrong) => ({
          ...key,
          [name]: wrong,
        })),
      ),
      ...names.filter((name) => name.endsWith("PK")).map((name) => ({ ...key, [name]: "PROTO#LOGIN" })),
      { ...key, GSI9PK: "x", GSI9SK: "y" },
      [key],
      null,
      "key",
    ].filter((one) => JSON.stringify(one) !== JSON.stringify(key));
    for (const one of made) {
      const sent = Buffer.from(JSON.stringify(one)).toString("base64url");
      expect(await codeOf(deps.store.list("accounts", {}, { cursor: sent })), JSON.stringify(one).slice(0, 200)).toBe(
        "invalid",
      );
    }
    for (const sent of ["", "{", "%00", "é"])
      expect(await codeOf(deps.store.list("accounts", {}, { cursor: sent }))).toBe("invalid");
    expect((await deps.store.list("accounts", {}, { cursor })).items.map(({ id }) => id)).toEqual(["POT#2"]);
  });
});

test("a counter stops at its maximum, also when all come at once", async () => {
  const { deps } = await createTestDeps();
  const until = new Date("2026-11-21T13:00:00Z");
  const counts = await Promise.all(Array.from({ length: 10 }, () => deps.store.countWithin("sign-in", 3, until)));
  expect(counts.filter(Boolean)).toHaveLength(3);
});
