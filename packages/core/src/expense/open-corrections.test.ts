import { codeOf } from "@hevel/testing/deps";
import { end, evaluated, ledgerDifferences, type MandateWorld, prepareEnd } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import { returnEnding } from "../ending/return.ts";
import { takeEnding } from "../ending/take.ts";
import type { ExpenseId } from "../ids.ts";
import { askCorrection } from "./ask-correction.ts";
import { correctExpense } from "./correct.ts";
import { dropCorrection, lapseCorrections } from "./drop-correction.ts";

let own: MandateWorld;
let expenseId: ExpenseId;
beforeEach(async () => {
  own = await evaluated(450_00);
  const [expense] = await own.deps.store.listAll("expenses-of-mandate", { mandateId: own.mandate.id });
  if (expense === undefined) throw new Error("something was spent");
  expenseId = expense.id;
});

const reason = "Het bedrag klopt niet.";
const ask = () => askCorrection(own.deps, own.world.treasurer, { expenseId, reason });
const statusOf = async () => (await own.deps.store.get("expense", { id: expenseId }))?.status;
const openOf = async () => (await own.deps.store.get("mandate", { id: own.mandate.id }))?.openCorrections ?? 0;
const correct = () => correctExpense(own.deps, own.world.chair, { expenseId, idempotencyKey: keyOf(own.deps) });

describe("a correction that is asked", () => {
  test("is refused once the end lies ready, and after it: nothing is left hanging", async () => {
    const endingId = await prepareEnd(own);
    expect(await codeOf(ask())).toBe("mandate-not-active");
    await returnEnding(own.deps, own.world.council, { mandateId: own.mandate.id, endingId, reason: "Nog niet." });
    expect(await codeOf(ask())).toBe("ok");
    expect(await codeOf(prepareEnd(own))).toBe("wrong-state");
    await correct();
    await end(own);
    expect([await statusOf(), await openOf()]).toEqual(["corrected", 0]);
    expect(await codeOf(ask())).toBe("wrong-state");
  });

  test("cannot be asked of what was spent, after the mandate ended", async () => {
    await end(own);
    expect(await codeOf(ask())).toBe("mandate-not-active");
    expect(await statusOf()).toBe("confirmed");
  });

  test.each([
    ["who asked", "treasurer"],
    ["another member", "chair"],
  ] as const)("can be dropped by %s; the line stays, and it can be asked again", async (_, who) => {
    await ask();
    expect(await openOf()).toBe(1);
    const drop = () => dropCorrection(own.deps, own.world[who], { expenseId });
    expect(await drop()).toMatchObject({ status: "confirmed" });
    const after = await own.deps.store.get("expense", { id: expenseId });
    expect(after).not.toHaveProperty("correctionReason");
    expect([await openOf(), await codeOf(drop())]).toEqual([0, "wrong-state"]);
    expect(await codeOf(ask())).toBe("ok");
    expect(await ledgerDifferences(own)).toEqual([]);
  });

  test("is over when two weeks of Amsterdam have passed, and not a moment before", async () => {
    await ask();
    own.clock.set("2026-12-05T22:59:59.999Z");
    expect([await lapseCorrections(own.deps), await statusOf()]).toEqual([0, "correction-asked"]);
    own.clock.set("2026-12-05T23:00:00.000Z");
    expect([await lapseCorrections(own.deps), await statusOf()]).toEqual([1, "confirmed"]);
    expect([await lapseCorrections(own.deps), await openOf()]).toEqual([0, 0]);
  });

  test("stands in the way of the end also while the list of expenses does not show it yet", async () => {
    const endingId = await prepareEnd(own);
    const { store } = own.deps;
    // As if it was asked in the moment before the end was prepared, and the index had not heard.
    const [mandate, expense] = await Promise.all([
      store.get("mandate", { id: own.mandate.id }),
      store.get("expense", { id: expenseId }),
    ]);
    if (mandate === undefined || expense === undefined) throw new Error("they are there");
    const revision = mandate.revision + 1;
    await store.commit([{ replace: "mandate", record: { ...mandate, openCorrections: 1, revision }, when: [] }]);
    const request = { mandateId: own.mandate.id, endingId, idempotencyKey: keyOf(own.deps) };
    await expect(takeEnding(own.deps, own.world.council, request)).rejects.toMatchObject({
      code: "wrong-state",
      details: { obstacles: "open-corrections" },
    });
  });

  test("asked and ended at the same moment, one of the two is refused", async () => {
    const codes = await Promise.all([codeOf(ask()), codeOf(prepareEnd(own))]);
    expect([
      ["ok", "wrong-state"],
      ["mandate-not-active", "ok"],
    ]).toContainEqual(codes);
  });
});
