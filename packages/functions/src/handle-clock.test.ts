import { type Deps, DomainError, writeLetter } from "@hevel/core";
import { compositionOf, keptLog } from "@hevel/testing/composition";
import { createTestDeps } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld } from "@hevel/testing/money-world";
import { expect, test } from "vitest";
import { createClockHandler } from "./handle-clock.ts";
import type { Postman } from "./postman.ts";

const write = (deps: Deps, to: string) =>
  deps.store.commit([
    writeLetter(deps, "sign-in", to, {
      path: "/inloggen#x",
      code: "012345",
      minutes: 15,
      refusalPath: "/ik-ken-dit-niet#mail.x",
    }),
  ]);

const takesAll =
  (taken: string[]): Postman =>
  async (_municipality, _deps, { to }) => {
    taken.push(to);
    return { outcome: "sent" };
  };

test("letters that were left behind are sent, oldest first; those that were just written are the stream's", async () => {
  const { deps, clock } = await createTestDeps();
  await write(deps, "first@example.org");
  await write(deps, "second@example.org");
  clock.advance({ minutes: 5 });
  await write(deps, "fresh@example.org");
  const taken: string[] = [];
  const { lines, log } = keptLog();
  await createClockHandler(compositionOf(deps), takesAll(taken), log)();
  expect(taken).toEqual(["first@example.org", "second@example.org"]);
  expect(lines).toEqual([
    { level: "info", event: "schedule-step", municipality: deps.municipality.code, step: "sweep-letters", done: 2 },
    { level: "info", event: "schedule-step", municipality: deps.municipality.code, step: "publish-ledger", done: 1 },
  ]);
});

test("a letter that cannot be tried stops neither the letters after it nor the alarm", async () => {
  const { deps, clock } = await createTestDeps();
  await write(deps, "broken@example.org");
  await write(deps, "fine@example.org");
  clock.advance({ minutes: 5 });
  const taken: string[] = [];
  const postman: Postman = async (municipality, all, letter) => {
    if (letter.to.startsWith("broken")) throw new Error("the table is away");
    return takesAll(taken)(municipality, all, letter);
  };
  const { lines, log } = keptLog();
  await expect(createClockHandler(compositionOf(deps), postman, log)()).rejects.toThrow(
    "1 steps of the schedule failed",
  );
  expect(taken).toEqual(["fine@example.org"]);
  expect(lines.filter(({ level }) => level === "error")).toMatchObject([
    { event: "schedule-step-failed", step: "sweep-letters" },
  ]);
});

test("a municipality that fails does not stop the next, and a step that fails does not stop the next step", async () => {
  const [broken, fine] = [await createTestDeps(), await createTestDeps()];
  for (const { deps, clock } of [broken, fine]) {
    await write(deps, `${deps.municipality.code}@example.org`.toLowerCase());
    clock.advance({ minutes: 5 });
  }
  const refuses: Deps = {
    ...broken.deps,
    store: {
      ...broken.deps.store,
      listAll: (query, params) =>
        query === "transfers-open"
          ? Promise.reject(new DomainError("stale", "not now"))
          : broken.deps.store.listAll(query, params),
    },
  };
  const taken: string[] = [];
  const { lines, log } = keptLog();
  const handle = createClockHandler(compositionOf(refuses, fine.deps), takesAll(taken), log);
  await expect(handle()).rejects.toThrow("1 steps");
  expect(taken).toHaveLength(2);
  expect(lines.filter(({ level }) => level === "error")).toMatchObject([
    { municipality: broken.deps.municipality.code, step: "expire-transfers", why: "DomainError" },
  ]);
});

test("a municipality that is not set up yet is said once and is no alarm, and the next is still served", async () => {
  const [gone, fine] = [await createTestDeps(), await createTestDeps()];
  await write(fine.deps, "fine@example.org");
  fine.clock.advance({ minutes: 5 });
  const composition = compositionOf(gone.deps, fine.deps);
  const depsFor: typeof composition.depsFor = async (code) =>
    code === gone.deps.municipality.code ? undefined : composition.depsFor(code);
  const taken: string[] = [];
  const { lines, log } = keptLog();
  await createClockHandler({ ...composition, depsFor }, takesAll(taken), log)();
  expect(taken).toEqual(["fine@example.org"]);
  expect(lines.filter(({ level }) => level !== "info")).toEqual([
    { level: "warn", event: "not-set-up", municipality: gone.deps.municipality.code },
  ]);
});

test("a ledger that does not add up is said and counted, and is no failure of the run", async () => {
  const { deps } = await createTestDeps();
  const world = await createMoneyWorld(deps, 900_00);
  const mandate = await awardMandate(world, [100_00]);
  const [commit] = await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id });
  if (commit === undefined) throw new Error("an award is booked");
  await deps.store.commit([{ patch: "journal", ref: { id: commit.id }, set: { decisionReference: "X" }, when: [] }]);
  const { lines, log } = keptLog();
  await createClockHandler(compositionOf(deps), takesAll([]), log)();
  expect(lines.filter(({ level }) => level === "error")).toEqual([
    { level: "error", event: "ledger-wrong", municipality: deps.municipality.code, done: 2 },
  ]);
});
