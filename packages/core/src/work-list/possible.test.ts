import { codeOf, createTestDeps, storeEnterprise, storePot, storeProposal, storeStaff } from "@hevel/testing/deps";
import {
  createMandateWorld,
  end,
  enter,
  enterpriseWords,
  evaluated,
  lettersOf,
  type MandateWorld,
  meanwhile,
  officerWords,
  prepareEnd,
  proposeFirst,
} from "@hevel/testing/mandate-world";
import { awardMandate, createMoneyWorld, keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import type { Decision } from "../decision/decision.ts";
import { returnDecision } from "../decision/return.ts";
import { takeDecision } from "../decision/take.ts";
import { prepareEnding } from "../ending/prepare.ts";
import { returnEnding } from "../ending/return.ts";
import { takeEnding } from "../ending/take.ts";
import { askEvaluation } from "../evaluation/ask.ts";
import { writeEnterpriseEvaluation } from "../evaluation/write-enterprise.ts";
import { writeOfficerEvaluation } from "../evaluation/write-officer.ts";
import { confirmExpense } from "../expense/confirm.ts";
import { recordRefund } from "../mandate/record-refund.ts";
import { getMandate } from "../mandate/view.ts";
import type { Actor, Deps } from "../ports.ts";
import { approveTransfer } from "../transfer/approve.ts";
import { getTransfer } from "../transfer/get.ts";
import { payTransfer } from "../transfer/pay.ts";
import { proposeTransfer } from "../transfer/propose.ts";
import { callUrgentTasks } from "./call.ts";
import { getWorkList } from "./get.ts";
import { sendMorningLetters } from "./morning.ts";

/** What the list asks of this person, as far as it would not be refused. */
const asked = async (deps: Deps, actor: Actor) =>
  (await getWorkList(deps, actor, {})).rows.flatMap(({ act, refusal }) => (refusal === undefined ? [act] : []));

describe("a payment before the first day of its mandate, and after the last", () => {
  const term = { startsOn: "2026-12-07", endsOn: "2027-06-30" };
  // Both ends of the term, to the second in Amsterdam: a Monday in winter and a Wednesday in summer.
  test.each([
    ["2026-11-28T12:00:00.000Z", false],
    ["2026-12-06T22:59:59.000Z", false],
    ["2026-12-06T23:00:00.000Z", true],
    ["2027-06-30T21:59:59.000Z", true],
    ["2027-06-30T22:00:00.000Z", false],
  ])("at %s is a task, and no refusal: %s", async (now, isPossible) => {
    const { deps } = await createTestDeps({ now });
    const world = await createMoneyWorld(deps);
    const { id: mandateId } = await awardMandate(world, [100_00], term);
    expect(await asked(deps, world.finance)).toEqual(isPossible ? ["proposeTransfer"] : []);
    const { transferRefusal } = await getMandate(deps, world.finance, { mandateId });
    expect(transferRefusal === undefined).toBe(isPossible);
    expect(await getMandate(deps, { kind: "visitor" }, { mandateId })).not.toHaveProperty("transferRefusal");
    const input = { mandateId, instalmentId: "i1", idempotencyKey: keyOf(deps) };
    expect(await codeOf(proposeTransfer(deps, world.finance, input))).toBe(isPossible ? "ok" : "mandate-not-active");
  });

  test("is in the letters from the day it is possible", async () => {
    // A Friday, and the Monday on which it begins.
    const { deps, clock } = await createTestDeps({ now: "2026-12-04T08:00:00.000Z" });
    const world = await createMoneyWorld(deps);
    await awardMandate(world, [100_00], term);
    const letters = async () =>
      (await Promise.all([lettersOf(deps, "morning"), lettersOf(deps, "task-waiting")])).flat();
    await sendMorningLetters(deps);
    await callUrgentTasks(deps);
    expect(await letters()).toEqual([]);
    clock.set("2026-12-07T07:00:00.000Z");
    await sendMorningLetters(deps);
    await callUrgentTasks(deps);
    expect((await letters()).length).toBeGreaterThan(0);
  });

  test("that was proposed can be approved until the last day, and is not asked after it", async () => {
    const { deps, clock } = await createTestDeps({ now: "2027-06-28T12:00:00.000Z" });
    const world = await createMoneyWorld(deps);
    const mandate = await awardMandate(world, [100_00], term);
    const { id: transferId, expiresAt } = await proposeFirst({ deps, world, mandate });
    expect(expiresAt).toBe("2027-06-30T21:59:59.999Z");
    expect(await asked(deps, world.council)).toEqual(["approveTransfer"]);
    clock.set("2027-06-30T22:00:00.000Z");
    expect(await asked(deps, world.council)).toEqual([]);
    expect(await getTransfer(deps, world.council, { transferId })).toMatchObject({ approveRefusal: "wrong-state" });
    const input = { transferId, idempotencyKey: keyOf(deps) };
    expect(await codeOf(approveTransfer(deps, world.council, input))).toBe("mandate-not-active");
  });
});

test("a payment that was approved in time can be paid after the last day, as of a day that the page names", async () => {
  const { deps, clock } = await createTestDeps({ now: "2027-06-30T12:00:00.000Z" });
  const world = await createMoneyWorld(deps);
  const mandate = await awardMandate(world, [100_00], { endsOn: "2027-06-30" });
  const { id: transferId } = await proposeFirst({ deps, world, mandate });
  await approveTransfer(deps, world.council, { transferId, idempotencyKey: keyOf(deps) });
  clock.set("2027-07-02T12:00:00.000Z");
  expect(await asked(deps, world.payer)).toEqual(["payTransfer"]);
  const view = await getTransfer(deps, world.payer, { transferId });
  expect(view).toMatchObject({ payUntil: "2027-06-30" });
  expect(view).not.toHaveProperty("payRefusal");
  const pay = (paidOn: string) =>
    codeOf(payTransfer(deps, world.payer, { transferId, paidOn, bankReference: "X", idempotencyKey: keyOf(deps) }));
  expect(await pay("2027-07-01")).toBe("mandate-not-active");
  expect(await pay(view.payUntil)).toBe("ok");
});

describe("a payment to an enterprise that may hold no money now", () => {
  test("is listed with the reason and asked of nobody, until that is over", async () => {
    const { deps, world, mandate } = await createMandateWorld();
    const { id: transferId } = await proposeFirst({ deps, world, mandate });
    const iban = async (isThere: boolean) => {
      const found = await deps.store.get("enterprise", { id: world.enterprise.id });
      if (found === undefined) throw new Error("an enterprise");
      const { iban: _gone, ...rest } = found;
      const record = isThere ? { ...found, iban: world.enterprise.iban ?? "" } : rest;
      await deps.store.commit([{ replace: "enterprise", record, when: [] }]);
    };
    await iban(false);
    const rows = async (actor: Actor) => (await getWorkList(deps, actor, {})).rows;
    expect(await rows(world.council)).toContainEqual(
      expect.objectContaining({ act: "approveTransfer", refusal: "cannot-hold-money" }),
    );
    expect(await rows(world.finance)).toContainEqual(
      expect.objectContaining({ act: "proposeTransfer", refusal: "cannot-hold-money" }),
    );
    const input = { transferId, idempotencyKey: keyOf(deps) };
    expect(await codeOf(approveTransfer(deps, world.council, input))).toBe("cannot-hold-money");
    await iban(true);
    expect(await asked(deps, world.council)).toEqual(["approveTransfer"]);
  });
});

describe("a decision that cannot be taken as it was prepared", () => {
  async function prepared(changed: { potCents?: number; enterprise?: object; endsOn?: string } = {}) {
    const { deps } = await createTestDeps({ now: "2026-11-28T12:00:00.000Z" });
    const { enterprise } = await storeEnterprise(deps, changed.enterprise);
    const council = await storeStaff(deps, "council");
    const officer = await storeStaff(deps, "officer");
    const pot = await storePot(deps, changed.potCents ?? 5_000_000);
    const decisionId = deps.ids.next("dec");
    const { id: proposalId } = await storeProposal(deps, enterprise, { status: "decision-prepared", decisionId });
    const record: Decision = {
      id: decisionId,
      proposalId,
      enterpriseId: enterprise.id,
      draft: {
        outcome: "award",
        reference: "B-1",
        legalBasis: "Awb 4.2",
        motivation: "Ja.",
        instrument: "subsidy",
        potId: pot.id,
        amountCents: 1_000_000,
        startsOn: "2026-11-01",
        endsOn: changed.endsOn ?? "2027-12-31",
        instalments: [{ id: "i1", amountCents: 1_000_000, plannedOn: "2026-12-01" }],
        conditions: [],
      },
      status: "prepared",
      preparedBy: officer.personId,
      preparedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    await deps.store.commit([{ put: "decision", record }]);
    const take = () => takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
    const giveBack = () =>
      returnDecision(deps, council, { proposalId, decisionId, reason: "Kan niet.", idempotencyKey: keyOf(deps) });
    return { deps, council, officer, take, giveBack };
  }

  test.each([
    ["the pot has too little", { potCents: 999_999 }, "not-enough-money"],
    ["the enterprise was refused", { enterprise: { status: "refused" } }, "cannot-hold-money"],
    ["its last day is today", { endsOn: "2026-11-28" }, "mandate-not-active"],
  ])("because %s: is to be sent back", async (_why, changed, code) => {
    const { deps, council, take, giveBack } = await prepared(changed);
    expect(await asked(deps, council)).toEqual(["returnDecision"]);
    expect(await codeOf(take())).toBe(code);
    expect(await codeOf(giveBack())).toBe("ok");
  });

  test("otherwise is to be taken", async () => {
    const { deps, council, officer, take } = await prepared({ potCents: 1_000_000, endsOn: "2026-11-29" });
    expect(await asked(deps, council)).toEqual(["takeDecision"]);
    expect(await asked(deps, officer)).toEqual([]);
    expect(await codeOf(take())).toBe("ok");
  });
});

describe("the end of a mandate", () => {
  const evaluating = async () => {
    const world = await createMandateWorld();
    await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id, idempotencyKey: keyOf(world.deps) });
    return world;
  };
  const acts = async ({ deps, officer }: MandateWorld) =>
    (await getWorkList(deps, officer, {})).rows.map(({ act, heldBy, refusal }) => [act, heldBy, refusal]);

  test("asks the board and the officer to write, and the end of the officer only after both", async () => {
    const world = await evaluating();
    const { deps, clock, officer, mandate, world: money } = world;
    const board = ["writeEnterpriseEvaluation", "board", "forbidden"];
    expect((await acts(world)).toSorted()).toEqual([board, ["writeOfficerEvaluation", "officer", undefined]]);
    await writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords });
    expect(await acts(world)).toEqual([board]);
    await writeEnterpriseEvaluation(deps, money.chair, { mandateId: mandate.id, ...enterpriseWords });
    expect(await acts(world)).toEqual([["prepareEnding", "officer", undefined]]);
    expect(await codeOf(prepareEnd(world))).toBe("ok");
    clock.advance({ days: 1 });
    expect(await asked(deps, money.council)).toEqual(["takeEnding"]);
  });

  test("goes on without a board that is silent, after its last day", async () => {
    const world = await evaluating();
    const { deps, clock, officer, mandate } = world;
    await writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords });
    const { evaluationDueOn = "" } = (await deps.store.get("mandate", { id: mandate.id })) ?? {};
    clock.set(`${evaluationDueOn}T12:00:00.000Z`);
    expect((await acts(world)).map(([act]) => act)).toEqual(["writeEnterpriseEvaluation"]);
    clock.advance({ days: 1 });
    expect(await asked(deps, officer)).toEqual(["prepareEnding"]);
  });

  test("is not asked while an expense waits; what was prepared is to be sent back", async () => {
    const world = await evaluated(100_00);
    const { deps, mandate, officer, world: money } = world;
    expect(await asked(deps, officer)).toEqual(["prepareEnding"]);
    const { id: expenseId } = await enter(world, 10_00);
    expect(await acts(world)).toEqual([["prepareEnding", "officer", "wrong-state"]]);
    expect(await codeOf(prepareEnd(world))).toBe("wrong-state");
    await confirmExpense(deps, money.chair, { expenseId, idempotencyKey: keyOf(deps) });
    const endingId = await prepareEnd(world);
    expect(await asked(deps, money.council)).toEqual(["takeEnding"]);
    await meanwhile(world, () => enter(world, 10_00));
    expect(await asked(deps, money.council)).toEqual(["returnEnding"]);
    const input = { mandateId: mandate.id, endingId, idempotencyKey: keyOf(deps) };
    expect(await codeOf(takeEnding(deps, money.council, input))).toBe("wrong-state");
    expect(await codeOf(returnEnding(deps, money.council, { ...input, reason: "Er kwam een bon bij." }))).toBe("ok");
  });

  test("asks to record what has to come back, with its amount, and not what was recorded", async () => {
    const world = await evaluated(100_00);
    const { deps, mandate, world: money } = world;
    await end(world);
    const due = async () =>
      (await getWorkList(deps, money.finance, {})).rows.filter(({ act }) => act === "recordRefund");
    const [row] = await due();
    expect(row).toMatchObject({ heldBy: "finance" });
    const amountCents = row?.amountCents ?? 0;
    expect(amountCents).toBeGreaterThan(0);
    const refund = { mandateId: mandate.id, receivedOn: mandate.startsOn, bankReference: "TERUG" };
    const record = (cents: number) =>
      recordRefund(deps, money.finance, { ...refund, amountCents: cents, idempotencyKey: keyOf(deps) });
    expect(await codeOf(record(amountCents + 1))).toBe("not-enough-money");
    await record(amountCents - 1);
    expect(await due()).toMatchObject([{ amountCents: 1 }]);
    await record(1);
    expect(await due()).toEqual([]);
    expect(await asked(deps, money.payer)).toEqual(["confirmOrder", "confirmOrder"]);
  });

  test("of what was settled is prepared by who may", async () => {
    const world = await evaluated();
    const draft = { reference: "E-1", legalBasis: "Awb", motivation: "Klaar." };
    const input = { mandateId: world.mandate.id, draft, idempotencyKey: keyOf(world.deps) };
    expect(await codeOf(prepareEnding(world.deps, world.officer, input))).toBe("ok");
  });
});
