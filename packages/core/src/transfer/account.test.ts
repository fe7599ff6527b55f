import { createTestDeps } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld, keyOf, type MoneyWorld, staffOf } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  approveTransfer,
  confirmIban,
  DomainError,
  type EnterpriseId,
  getBoard,
  getTransfer,
  getWorkList,
  payTransfer,
  proposeIban,
  proposeTransfer,
  refuseTransfer,
  type TransferId,
  verifyEnterprise,
} from "../index.ts";

/** The first is the account that the world's enterprise has, in the name of De Groene Straat. */
const [first, second, third] = ["NL91ABNA0417164300", "NL02ABNA0123456789", "NL20INGB0001234567"] as const;

let world: MoneyWorld;
let mandateId: Awaited<ReturnType<typeof awardMandate>>["id"];
beforeEach(async () => {
  const { deps } = await createTestDeps();
  world = await createMoneyWorld(deps);
  mandateId = (await awardMandate(world, [100_00, 50_00, 25_00])).id;
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const revisionOf = async (id: EnterpriseId) => (await world.deps.store.get("enterprise", { id }))?.revision ?? -1;

const now = async () => {
  const { id: enterpriseId } = world.enterprise;
  return { enterpriseId, revision: await revisionOf(enterpriseId), idempotencyKey: keyOf(world.deps) };
};

/** The board changes its account with two. */
async function changeTo(iban: string, holder: string): Promise<void> {
  await proposeIban(world.deps, world.treasurer, { iban, holder, ...(await now()) });
  await confirmIban(world.deps, world.chair, await now());
}

/** An officer looks at what the board changed. */
async function check(): Promise<void> {
  const officer = await staffOf(world.deps, "Behandelaar", "officer");
  await verifyEnterprise(world.deps, officer, { outcome: "verify", ...(await now()) });
}

async function moveTo(iban: string, holder: string): Promise<void> {
  await changeTo(iban, holder);
  await check();
}

const propose = async (instalmentId: string) =>
  (await proposeTransfer(world.deps, world.finance, { mandateId, instalmentId, idempotencyKey: keyOf(world.deps) })).id;

const view = (transferId: TransferId) => getTransfer(world.deps, world.payer, { transferId });

const approve = async (transferId: TransferId) => {
  const { enterpriseRevision } = await view(transferId);
  const input = { transferId, enterpriseRevision, idempotencyKey: keyOf(world.deps) };
  return codeOf(approveTransfer(world.deps, world.council, input));
};

const pay = (transferId: TransferId) => {
  const payment = { paidOn: "2026-11-21", bankReference: "BNG-1", idempotencyKey: keyOf(world.deps) };
  return codeOf(payTransfer(world.deps, world.payer, { transferId, ...payment }));
};

describe("money goes to the account that was approved", () => {
  test("an account that changed after the approval is not paid; sent back and approved anew, it is", async () => {
    const transferId = await propose("i1");
    expect(await approve(transferId)).toBe("ok");
    await moveTo(second, "Iemand Anders");
    expect(await pay(transferId)).toBe("account-changed");
    expect(await view(transferId)).toMatchObject({
      payRefusal: "account-changed",
      isAccountChanged: true,
      approvedAccount: { maskedIban: "NL91 **** 4300", holder: "De Groene Straat" },
      maskedIban: "NL02 **** 6789",
      ibanHolder: "Iemand Anders",
    });
    const reason = { reason: "De rekening is veranderd.", idempotencyKey: keyOf(world.deps) };
    await refuseTransfer(world.deps, world.council, { transferId, ...reason });
    expect(await view(transferId)).toMatchObject({
      refusedBy: "Wendy Wethouder",
      refusedAt: world.deps.clock.now().toISOString(),
      isAccountChanged: false,
    });
    const again = await propose("i1");
    expect(await approve(again)).toBe("ok");
    expect(await pay(again)).toBe("ok");
    // Where it went stays as it was approved, whatever the account becomes.
    await moveTo(third, "De Groene Straat");
    expect(await view(again)).toMatchObject({
      approvedAccount: { maskedIban: "NL02 **** 6789", holder: "Iemand Anders" },
      isAccountChanged: false,
    });
  });

  test("what was approved for another account is on the desk of the council to send back, also of who approved it", async () => {
    const { deps, council, payer } = world;
    const transferId = await propose("i1");
    expect(await approve(transferId)).toBe("ok");
    const rowFor = async (actor: Actor) =>
      (await getWorkList(deps, actor, {})).rows.find((row) => row.transferId === transferId);
    expect(await rowFor(payer)).toMatchObject({ act: "payTransfer", heldBy: "finance" });
    await changeTo(second, "Iemand Anders");
    // Also before an officer looked: it cannot be paid as it was approved.
    expect(await rowFor(council)).toMatchObject({
      act: "refuseTransfer",
      heldBy: "council",
      approvedBy: "Wendy Wethouder",
    });
    expect(await rowFor(council)).not.toHaveProperty("refusal");
    expect(await view(transferId)).toMatchObject({ enterpriseStatus: "registered" });
    await check();
    expect(await rowFor(council)).not.toHaveProperty("refusal");
    expect(await rowFor(payer)).toMatchObject({ act: "refuseTransfer", heldBy: "council", refusal: "forbidden" });
    expect(await view(transferId)).toMatchObject({ enterpriseStatus: "verified" });
    const reason = { reason: "De rekening is veranderd.", idempotencyKey: keyOf(deps) };
    expect(await codeOf(refuseTransfer(deps, council, { transferId, ...reason }))).toBe("ok");
    expect(await rowFor(council)).toBeUndefined();
  });

  test("the same number in another name is another account; back to what was approved is the same", async () => {
    const transferId = await propose("i1");
    expect(await approve(transferId)).toBe("ok");
    await moveTo(first, "Iemand Anders");
    expect(await pay(transferId)).toBe("account-changed");
    await moveTo(first, "De Groene Straat");
    expect(await pay(transferId)).toBe("ok");
  });

  test("an approval of what was on the screen before the account changed is refused", async () => {
    const transferId = await propose("i1");
    const { enterpriseRevision } = await view(transferId);
    await moveTo(second, "Iemand Anders");
    const input = { transferId, enterpriseRevision, idempotencyKey: keyOf(world.deps) };
    expect(await codeOf(approveTransfer(world.deps, world.council, input))).toBe("stale");
  });
});

test("who checks a changed account sees the one that was checked before it, since when, and that a mandate runs", async () => {
  const { deps } = world;
  const { id: enterpriseId } = world.enterprise;
  const officer = await staffOf(deps, "Behandelaar", "officer");
  const seen = () => getBoard(deps, officer, { enterpriseId });
  expect(await seen()).not.toHaveProperty("ibanBefore");
  await changeTo(second, "Iemand Anders");
  await changeTo(third, "Nog Iemand");
  expect(await seen()).toMatchObject({
    iban: third,
    ibanSince: "2026-11-21",
    ibanBefore: { maskedIban: "NL91 **** 4300", holder: "De Groene Straat" },
    hasMandate: true,
  });
  await check();
  await changeTo(first, "De Groene Straat");
  expect(await seen()).toMatchObject({ ibanBefore: { maskedIban: "NL20 **** 4567", holder: "Nog Iemand" } });
  expect(await getBoard(deps, world.chair, { enterpriseId })).not.toHaveProperty("hasMandate");
});

test("the whole number is for the board, who pays, and who checks it while it is to be checked", async () => {
  const { deps, treasurer, chair, payer, council } = world;
  const { id: enterpriseId } = world.enterprise;
  const officer = await staffOf(deps, "Behandelaar", "officer");
  const auditor = await staffOf(deps, "Rekenkamer", "auditor");
  const seen = async (actor: Actor) => (await getBoard(deps, actor, { enterpriseId })).iban;
  for (const actor of [treasurer, chair, payer]) expect(await seen(actor)).toBe(first);
  for (const actor of [officer, council, auditor]) expect(await seen(actor)).toBe("NL91 **** 4300");
  const now = async () => ({ enterpriseId, revision: await revisionOf(enterpriseId), idempotencyKey: keyOf(deps) });
  await proposeIban(deps, treasurer, { iban: second, holder: "De Groene Straat", ...(await now()) });
  await confirmIban(deps, chair, await now());
  expect(await seen(officer)).toBe(second);
  for (const actor of [council, auditor]) expect(await seen(actor)).toBe("NL02 **** 6789");
});

test("who pays sees which account was paid last, however often it changed meanwhile", async () => {
  const transferId = await propose("i1");
  expect(await view(transferId)).toMatchObject({ isIbanNew: false });
  await approve(transferId);
  expect(await pay(transferId)).toBe("ok");
  const next = await propose("i2");
  expect(await view(next)).toMatchObject({ isIbanNew: false, lastPaidOn: "2026-11-21" });
  await moveTo(second, "Iemand Anders");
  await moveTo(third, "Nog Iemand");
  expect(await view(next)).toMatchObject({
    isIbanNew: true,
    ibanHolder: "Nog Iemand",
    ibanBefore: { maskedIban: "NL91 **** 4300", holder: "De Groene Straat" },
  });
  await moveTo(first, "De Groene Straat");
  const back = await view(next);
  expect(back.isIbanNew).toBe(false);
  expect(back.ibanBefore).toBeUndefined();
});
