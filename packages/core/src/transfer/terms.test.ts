import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { addReceipt, awardMandate, createMoneyWorld, keyOf, type MoneyWorld } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import {
  approveTransfer,
  confirmExpense,
  type Deps,
  DomainError,
  dateIn,
  enterExpense,
  expireExpense,
  expireTransfer,
  payTransfer,
  proposeTransfer,
} from "../index.ts";

let deps: Deps;
let clock: TestClock;
let world: MoneyWorld;
beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
});

async function outcomeOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return (await act()) === false ? "not yet" : "ok";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The last day that the latest letter of a kind names. */
async function dayInLetter(kind: string): Promise<unknown> {
  const letters = await deps.store.listAll("letters-waiting", {});
  return letters.filter((letter) => letter.kind === kind).at(-1)?.payload["expiresOn"];
}

// Some term of each begins half an hour after midnight or ends over a night in which the clocks change.
describe("a transfer can be approved until the day in its letter is over", () => {
  test.each([
    ["2026-11-21T08:00:00.000Z", "2026-12-19", "2026-12-19T22:59:59.999Z", "2026-12-19T23:00:00.000Z"],
    ["2027-10-16T22:30:00.000Z", "2027-11-14", "2027-11-14T22:59:59.999Z", "2027-11-14T23:00:00.000Z"],
    ["2027-03-27T23:30:00.000Z", "2027-04-25", "2027-04-25T21:59:59.999Z", "2027-04-25T22:00:00.000Z"],
  ])("proposed at %s: %s", async (now, day, last, after) => {
    clock.set(now);
    world = await createMoneyWorld(deps);
    const { id: mandateId } = await awardMandate(world, [100_00, 50_00], { endsOn: "2027-12-31" });
    const propose = (instalmentId: string) =>
      proposeTransfer(deps, world.finance, { mandateId, instalmentId, idempotencyKey: keyOf(deps) });
    const [first, second] = [await propose("i1"), await propose("i2")];
    expect(await dayInLetter("transfer-waiting")).toBe(day);
    const approve = (transferId: typeof first.id) =>
      outcomeOf(() => approveTransfer(deps, world.council, { transferId, idempotencyKey: keyOf(deps) }));
    clock.set(last);
    expect(await approve(first.id)).toBe("ok");
    clock.set(after);
    expect(await approve(second.id)).toBe("wrong-state");
    expect(await outcomeOf(() => expireTransfer(deps, second.id))).toBe("ok");
  });
});

describe("an expense can be confirmed until the day in its letter is over", () => {
  test.each([
    ["2026-11-21T08:00:00.000Z", "2027-01-20", "2027-01-20T22:59:59.999Z", "2027-01-20T23:00:00.000Z"],
    ["2027-09-03T22:30:00.000Z", "2027-11-03", "2027-11-03T22:59:59.999Z", "2027-11-03T23:00:00.000Z"],
    ["2027-01-30T23:30:00.000Z", "2027-04-01", "2027-04-01T21:59:59.999Z", "2027-04-01T22:00:00.000Z"],
  ])("entered at %s: %s", async (now, day, last, after) => {
    clock.set(now);
    world = await createMoneyWorld(deps);
    const { id: mandateId } = await awardMandate(world, [100_00]);
    const transfer = await proposeTransfer(deps, world.finance, {
      mandateId,
      instalmentId: "i1",
      idempotencyKey: keyOf(deps),
    });
    await approveTransfer(deps, world.council, { transferId: transfer.id, idempotencyKey: keyOf(deps) });
    const spentOn = dateIn(clock.now());
    const paid = { paidOn: spentOn, bankReference: "x", idempotencyKey: keyOf(deps) };
    await payTransfer(deps, world.payer, { transferId: transfer.id, ...paid });
    const enter = async (content: string) =>
      enterExpense(deps, world.treasurer, {
        mandateId,
        amountCents: 100,
        spentOn,
        category: "other",
        supplier: "S",
        isSupplierPerson: false,
        note: "",
        receiptId: (await addReceipt(world, content)).id,
        idempotencyKey: keyOf(deps),
      });
    const [first, second] = [await enter("a"), await enter("b")];
    expect(await dayInLetter("expense-waiting")).toBe(day);
    const confirm = (expenseId: typeof first.id) =>
      outcomeOf(() => confirmExpense(deps, world.chair, { expenseId, idempotencyKey: keyOf(deps) }));
    clock.set(last);
    expect(await confirm(first.id)).toBe("ok");
    clock.set(after);
    expect(await confirm(second.id)).toBe("wrong-state");
    expect(await outcomeOf(() => expireExpense(deps, second.id))).toBe("ok");
  });
});
