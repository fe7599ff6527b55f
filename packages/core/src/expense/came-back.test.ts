import { codeOf } from "@hevel/testing/deps";
import { createMandateWorld, enter, ledgerDifferences, lettersOf, payFirst } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import type { ExpenseId } from "../ids.ts";
import { readBalances } from "../mandate/balances.ts";
import { getMyPage } from "../person/my-page.ts";
import type { SignedIn } from "../ports.ts";
import { askCorrection } from "./ask-correction.ts";
import { confirmExpense } from "./confirm.ts";
import { correctExpense } from "./correct.ts";
import { enterExpense } from "./enter.ts";
import { expireExpenses } from "./expire.ts";
import { letExpenseGo } from "./let-go.ts";
import { listExpenses } from "./list.ts";
import { refuseExpense } from "./refuse.ts";
import { takeBackExpense } from "./take-back.ts";

let own: Awaited<ReturnType<typeof createMandateWorld>>;
beforeEach(async () => {
  own = await createMandateWorld();
  await payFirst(own);
  const { deps, world } = own;
  const { id: enterpriseId, registeredAt: since } = world.enterprise;
  for (const { personId } of [world.treasurer, world.chair, world.secretary])
    await deps.store.commit([{ put: "membership", record: { personId, enterpriseId, since } }]);
});

const reason = "Op de bon staat een ander bedrag.";
const refuse = (expenseId: ExpenseId) => refuseExpense(own.deps, own.world.chair, { expenseId, reason });
const takeBack = (who: SignedIn, expenseId: ExpenseId) => takeBackExpense(own.deps, who as never, { expenseId });

async function correct(expenseId: ExpenseId): Promise<void> {
  const { deps, world } = own;
  await confirmExpense(deps, world.chair, { expenseId, idempotencyKey: keyOf(deps) });
  await askCorrection(deps, world.treasurer, { expenseId, reason });
  await correctExpense(deps, world.secretary, { expenseId, idempotencyKey: keyOf(deps) });
}

async function expire(): Promise<void> {
  own.clock.advance({ days: 62 });
  expect(await expireExpenses(own.deps)).toBe(1);
}

const waitingFor = async (who: SignedIn) =>
  (await getMyPage(own.deps, who as never)).waiting
    .filter(({ what }) => what === "enter-again")
    .map(({ expenseId, amountCents }) => [expenseId, amountCents]);

async function viewOf(expenseId: ExpenseId, who: SignedIn = own.world.treasurer) {
  const expenses = await listExpenses(own.deps, who as never, { mandateId: own.mandate.id });
  const found = expenses.find(({ id }) => id === expenseId);
  if (found === undefined) throw new Error("it is in the list");
  return found;
}

/** The same again with everything that was kept: the stored receipt too. */
async function enterAgain(expenseId: ExpenseId, changed: object = {}) {
  const { mandateId, spentOn, category, supplier, isSupplierPerson, note, receiptId } = await viewOf(expenseId);
  const kept = { mandateId, spentOn, category, supplier, isSupplierPerson, note, receiptId };
  return enterExpense(own.deps, own.world.treasurer, {
    ...kept,
    amountCents: 90_00,
    insteadOf: expenseId,
    idempotencyKey: keyOf(own.deps),
    ...changed,
  });
}

const addressOf = ({ personId }: SignedIn) =>
  own.world.enterprise.members.find((one) => one.personId === personId)?.email;

describe.each([
  ["refused", refuse, reason],
  ["corrected", correct, reason],
  ["expired", expire, undefined],
] as const)("an expense that was %s", (outcome, comeBack, why) => {
  test("is told to who entered it, with the reason, and waits for them until it is entered again with the same receipt", async () => {
    const { world } = own;
    const { id } = await enter(own, 100_00);
    expect(await waitingFor(world.treasurer)).toEqual([]);
    await comeBack(id);
    const letters = await lettersOf(own.deps, "expense-returned");
    expect(letters.map(({ to }) => to)).toEqual([addressOf(world.treasurer)]);
    expect(letters[0]?.payload).toMatchObject({ outcome, amountCents: 100_00, supplier: "Kwekerij" });
    expect(letters[0]?.payload["reason"]).toBe(why);
    expect(await waitingFor(world.treasurer)).toEqual([[id, 100_00]]);
    expect(await waitingFor(world.chair)).toEqual([]);
    expect((await viewOf(id)).enterAgainRefusal).toBeUndefined();
    expect(await viewOf(id, world.chair)).toMatchObject({ enterAgainRefusal: "forbidden", letGoRefusal: "forbidden" });
    const again = await enterAgain(id);
    expect(again).toMatchObject({ status: "entered", insteadOf: id, receiptId: (await viewOf(id)).receiptId });
    expect(await viewOf(id)).toMatchObject({
      status: outcome,
      enteredAgainAs: again.id,
      enterAgainRefusal: "wrong-state",
    });
    expect(await waitingFor(world.treasurer)).toEqual([]);
    expect(await ledgerDifferences(own)).toEqual([]);
  });

  test("waits no more once the treasurer lets it go; it may still be entered again", async () => {
    const { deps, world } = own;
    const { id } = await enter(own, 100_00);
    await comeBack(id);
    expect(await codeOf(letExpenseGo(deps, world.chair, { expenseId: id }))).toBe("forbidden");
    expect(await letExpenseGo(deps, world.treasurer, { expenseId: id })).toHaveProperty("letGoAt");
    expect(await waitingFor(world.treasurer)).toEqual([]);
    expect(await codeOf(letExpenseGo(deps, world.treasurer, { expenseId: id }))).toBe("wrong-state");
    expect(await codeOf(enterAgain(id))).toBe("ok");
  });
});

test("of one that came back in another mandate, that counts, or that was entered again, nothing takes the place", async () => {
  const { deps, world } = own;
  const { id } = await enter(own, 100_00);
  expect(await codeOf(enterAgain(id))).toBe("receipt-used");
  const other = await enter(own, 50_00);
  expect(await codeOf(enterAgain(id, { overrideReason: "Twee termijnen." }))).toBe("wrong-state");
  expect(await codeOf(letExpenseGo(deps, world.treasurer, { expenseId: id }))).toBe("wrong-state");
  await refuse(id);
  const stranger = await deps.store.get("expense", { id: other.id });
  if (stranger === undefined) throw new Error("it is there");
  const elsewhere = { ...stranger, id: deps.ids.next("exp"), mandateId: deps.ids.next("man") };
  await deps.store.commit([{ put: "expense", record: { ...elsewhere, status: "refused" } }]);
  expect(await codeOf(enterAgain(id, { insteadOf: elsewhere.id }))).toBe("not-found");
  expect(await codeOf(enterAgain(id, { insteadOf: deps.ids.next("exp") }))).toBe("not-found");
  // Twice at the same moment, with different keys: one takes the place, and the money is set apart once.
  const codes = await Promise.all([codeOf(enterAgain(id)), codeOf(enterAgain(id))]);
  expect(codes.toSorted()).toEqual(["ok", expect.stringMatching(/^(receipt-used|wrong-state)$/)]);
  expect(await readBalances(deps, own.mandate)).toMatchObject({ waitingCents: 140_00 });
});

test("a new treasurer hears of it too, and is the one it waits for", async () => {
  const { deps, world } = own;
  const { id } = await enter(own, 100_00);
  const enterprise = await deps.store.get("enterprise", { id: world.enterprise.id });
  if (enterprise === undefined) throw new Error("there is a board");
  const roles = new Map([
    [world.treasurer.personId, "member" as const],
    [world.secretary.personId, "treasurer" as const],
  ]);
  const members = enterprise.members.map((member) => ({
    ...member,
    role: (member.personId && roles.get(member.personId)) ?? member.role,
  }));
  await deps.store.commit([{ replace: "enterprise", record: { ...enterprise, members }, when: [] }]);
  await refuse(id);
  const letters = await lettersOf(deps, "expense-returned");
  expect(letters.map(({ to }) => to).toSorted()).toEqual(
    [addressOf(world.treasurer), addressOf(world.secretary)].toSorted(),
  );
  expect(await waitingFor(world.treasurer)).toEqual([]);
  expect(await waitingFor(world.secretary)).toEqual([[id, 100_00]]);
});

describe("taking back", () => {
  test("is for who entered it, before it is confirmed: the room is back, the receipt is free, nobody is written to", async () => {
    const { deps, world } = own;
    const before = await readBalances(deps, own.mandate);
    const { id } = await enter(own, 100_00);
    expect(await readBalances(deps, own.mandate)).toMatchObject({ waitingCents: 100_00 });
    expect(await codeOf(takeBack(world.chair, id))).toBe("forbidden");
    expect(await codeOf(takeBack(world.council, id))).toBe("forbidden");
    expect(await viewOf(id, world.chair)).toMatchObject({ takeBackRefusal: "forbidden" });
    expect((await viewOf(id)).takeBackRefusal).toBeUndefined();
    const letters = await deps.store.listAll("letters-waiting", {});
    expect(await takeBack(world.treasurer, id)).toMatchObject({ status: "taken-back", takeBackRefusal: "wrong-state" });
    expect(await readBalances(deps, own.mandate)).toEqual(before);
    expect(await deps.store.listAll("letters-waiting", {})).toHaveLength(letters.length);
    expect(await waitingFor(world.treasurer)).toEqual([]);
    expect(await codeOf(takeBack(world.treasurer, id))).toBe("wrong-state");
    expect(await codeOf(confirmExpense(deps, world.chair, { expenseId: id, idempotencyKey: keyOf(deps) }))).toBe(
      "wrong-state",
    );
    expect(await codeOf(enterAgain(id))).toBe("ok");
  });

  test("is refused once it is confirmed; of both at the same moment one happens", async () => {
    const { deps, world } = own;
    const { id } = await enter(own, 100_00);
    const codes = await Promise.all([
      codeOf(takeBack(world.treasurer, id)),
      codeOf(confirmExpense(deps, world.chair, { expenseId: id, idempotencyKey: keyOf(deps) })),
    ]);
    expect(codes.toSorted()).toEqual(["ok", "wrong-state"]);
    const { id: booked } = await enter(own, 50_00);
    await confirmExpense(deps, world.chair, { expenseId: booked, idempotencyKey: keyOf(deps) });
    expect(await codeOf(takeBack(world.treasurer, booked))).toBe("wrong-state");
    expect(await ledgerDifferences(own)).toEqual([]);
  });
});
