import { createTestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { MandateId, PotId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { accountIds, emptyAccount } from "./open.ts";
import { post } from "./post.ts";
import { reverse } from "./reverse.ts";

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

async function potWith(deps: Deps, cents: number): Promise<PotId> {
  const potId = deps.ids.next("pot");
  const pot = {
    id: potId,
    name: "Wijkbudget",
    programme: "Wijken",
    year: 2026,
    createdAt: deps.clock.now().toISOString(),
  };
  await deps.store.commit([
    { put: "pot", record: pot },
    { put: "account", record: emptyAccount(accountIds.pot(potId), "2026-11-21", { potId }) },
  ]);
  await appropriate(deps, potId, cents);
  return potId;
}

const appropriate = (deps: Deps, potId: PotId, amountCents: number) =>
  untilFresh(async () => {
    const { journal, changes } = await post(deps, {
      kind: "APPROPRIATION",
      source: accountIds.council(2026, "Wijken"),
      destination: accountIds.pot(potId),
      amountCents,
      effectDate: "2026-11-21",
      decisionReference: "R-1",
      description: "Wijkbudget",
      potId,
      by: deps.ids.next("per"),
      approvers: [],
    });
    await deps.store.commit(changes);
    return journal;
  });

describe("post", () => {
  test("opens the council's account below zero and fills the pot with the same cents", async () => {
    const { deps } = await createTestDeps();
    const potId = await potWith(deps, 500_00);
    expect(await deps.store.get("account", { id: accountIds.council(2026, "Wijken") })).toMatchObject({
      posted: -500_00,
      available: -500_00,
      sequence: 1,
    });
    const pot = await deps.store.get("account", { id: accountIds.pot(potId) });
    expect(pot).toMatchObject({ posted: 500_00, available: 500_00, sequence: 1 });
    const { items } = await deps.store.list("entries-of-account", { accountId: accountIds.pot(potId) });
    expect(items).toMatchObject([{ amountCents: 500_00, previous: "", hash: pot?.head }]);
  });

  test("two at once on one account both arrive, one after the other", async () => {
    const { deps } = await createTestDeps();
    const potId = await potWith(deps, 1);
    await Promise.all([appropriate(deps, potId, 2), appropriate(deps, potId, 3), appropriate(deps, potId, 4)]);
    const { items } = await deps.store.list("entries-of-account", { accountId: accountIds.pot(potId) });
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(items.slice(1).map(({ previous }) => previous)).toEqual(items.slice(0, 3).map(({ hash }) => hash));
    expect(await deps.store.get("account", { id: accountIds.pot(potId) })).toMatchObject({ posted: 10, sequence: 4 });
  });

  test("refuses a booking date before the first open one of the account", async () => {
    const { deps, clock } = await createTestDeps();
    const potId = await potWith(deps, 1);
    await deps.store.commit([
      { patch: "account", ref: { id: accountIds.pot(potId) }, set: { openFrom: "2026-12-01" }, when: [] },
    ]);
    expect(await codeOf(appropriate(deps, potId, 1))).toBe("period-closed");
    clock.set("2026-12-01T00:00:00.000Z");
    expect(await codeOf(appropriate(deps, potId, 1))).toBe("ok");
  });

  test("stops at a kind that does not go between these stages", async () => {
    const { deps } = await createTestDeps();
    const mandateId = deps.ids.next("man") as MandateId;
    const wrong = post(deps, {
      kind: "ADVANCE",
      source: accountIds.cash(mandateId),
      destination: accountIds.committed(mandateId),
      amountCents: 1,
      effectDate: "2026-11-21",
      decisionReference: "R-1",
      description: "x",
      by: deps.ids.next("per"),
      approvers: [],
    });
    await expect(wrong).rejects.toThrow("ADVANCE does not go from KAS#");
  });
});

test("a reversal mirrors its journal once, and is not reversed itself", async () => {
  const { deps } = await createTestDeps();
  const potId = await potWith(deps, 10);
  const original = await appropriate(deps, potId, 7);
  const hands = { by: deps.ids.next("per"), approvers: [] };
  const { journal, changes } = await reverse(deps, original, hands);
  await deps.store.commit(changes);
  expect(journal).toMatchObject({ kind: "REVERSAL", source: original.destination, reversalOf: original.id });
  expect(await deps.store.get("account", { id: accountIds.pot(potId) })).toMatchObject({ posted: 10 });
  expect(await codeOf(reverse(deps, original, hands).then((again) => deps.store.commit(again.changes)))).toBe(
    "conflict",
  );
  expect(await codeOf(reverse(deps, journal, hands))).toBe("wrong-state");
});
