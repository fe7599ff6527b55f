import { codeOf } from "@hevel/testing/deps";
import {
  createMandateWorld,
  enter,
  enterpriseWords,
  lettersOf,
  type MandateWorld,
  officerWords,
  payFirst,
  proposeFirst,
  spend,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { askCorrection } from "../expense/ask-correction.ts";
import { confirmExpense } from "../expense/confirm.ts";
import { refuseExpense } from "../expense/refuse.ts";
import { accountIds } from "../ledger/open.ts";
import { verifyLedger } from "../ledger/verify.ts";
import { readBalances } from "../mandate/balances.ts";
import { recordRefund } from "../mandate/record-refund.ts";
import { confirmOrder } from "../order/confirm.ts";
import { getProposal } from "../proposal/get.ts";
import { approveTransfer } from "../transfer/approve.ts";
import { payTransfer } from "../transfer/pay.ts";
import { proposeTransfer } from "../transfer/propose.ts";
import { refuseTransfer } from "../transfer/refuse.ts";
import { askEvaluation } from "./ask.ts";
import type { Evaluation } from "./evaluation.ts";
import { publishEvaluation } from "./publish.ts";
import { writeEnterpriseEvaluation } from "./write-enterprise.ts";
import { writeOfficerEvaluation } from "./write-officer.ts";

const publish = ({ deps, officer, mandate }: MandateWorld, idempotencyKey = keyOf(deps)) =>
  publishEvaluation(deps, officer, { mandateId: mandate.id, idempotencyKey });

/** What stands in the way, by the refusal of publishing. */
const obstaclesOf = (world: MandateWorld) =>
  publish(world).then(
    () => "none",
    (error: unknown) => (error instanceof DomainError ? `${error.code} ${error.details["obstacles"]}` : String(error)),
  );

/** A mandate that is being evaluated, with both voices; 600 of its 900 euro paid and `spentCents` spent. */
async function evaluated(spentCents?: number): Promise<MandateWorld> {
  const world = await createMandateWorld();
  if (spentCents !== undefined) await payFirst(world);
  if (spentCents !== undefined && spentCents > 0) await spend(world, spentCents);
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  await writeBoth(world);
  return world;
}

async function expectSoundLedger({ deps }: MandateWorld) {
  expect((await verifyLedger(deps)).differences).toEqual([]);
}

describe("publishing an evaluation", () => {
  test("returns what was never paid, asks back what is left, and ends the mandate in one transaction", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    const pot = accountIds.pot(mandate.potId);
    const before = await deps.store.get("account", { id: pot });
    expect(await publish(world)).toEqual({
      mandateId: mandate.id,
      status: "refund-due",
      publishedAt: deps.clock.now().toISOString(),
      releasedCents: 300_00,
      refundDueCents: 150_00,
    });
    const after = await deps.store.get("account", { id: pot });
    expect((after?.posted ?? 0) - (before?.posted ?? 0)).toBe(300_00);
    expect(await readBalances(deps, mandate)).toMatchObject({
      committedCents: 0,
      paidNotSpentCents: 150_00,
      spentCents: 450_00,
      returnedCents: 300_00,
    });
    const release = (await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id })).at(-1);
    expect(release).toMatchObject({
      kind: "RELEASE",
      amountCents: 300_00,
      decisionReference: mandate.decisionReference,
    });
    for (const id of [accountIds.committed(mandate.id), accountIds.cash(mandate.id)])
      expect(await deps.store.get("account", { id })).toMatchObject({ mandateStatus: "ended" });
    expect(await lettersOf(deps, "refund-due")).toHaveLength(3);
    expect(await lettersOf(deps, "mandate-closed")).toHaveLength(0);
    const proposal = await deps.store.get("proposal", { id: mandate.proposalId });
    expect([proposal?.status, proposal?.dueOn]).toEqual(["evaluation", undefined]);
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.slice(-2).map(({ code, facts }) => [code, facts["amountCents"]])).toEqual([
      ["evaluation-published", undefined],
      ["money-returned", 300_00],
    ]);
    await expectSoundLedger(world);
  });

  test.each([
    { spentCents: 600_00, releasedCents: 300_00, what: "everything that was paid is spent" },
    { spentCents: undefined, releasedCents: 900_00, what: "nothing was ever paid" },
  ])("closes at once when $what", async ({ spentCents, releasedCents }) => {
    const world = await evaluated(spentCents);
    const { deps, mandate } = world;
    expect(await publish(world)).toMatchObject({ status: "closed", releasedCents, refundDueCents: 0 });
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({
      status: "closed",
      closedAt: deps.clock.now().toISOString(),
    });
    expect(await deps.store.get("proposal", { id: mandate.proposalId })).toMatchObject({ status: "closed" });
    const letters = await lettersOf(deps, "mandate-closed");
    expect(letters).toHaveLength(3);
    expect(letters[0]?.payload).toMatchObject({ spentCents: spentCents ?? 0, returnedCents: releasedCents });
    await expectSoundLedger(world);
  });

  test("books nothing when everything was paid and spent", async () => {
    const world = await createMandateWorld();
    const { deps, mandate } = world;
    await payFirst(world);
    await spend(world, 600_00);
    const { id: transferId } = await proposeTransfer(deps, world.world.finance, {
      mandateId: mandate.id,
      instalmentId: "i2",
      idempotencyKey: keyOf(deps),
    });
    await approveTransfer(deps, world.world.council, { transferId, idempotencyKey: keyOf(deps) });
    const paid = { paidOn: "2026-11-21", bankReference: "HEVEL 2" };
    await payTransfer(deps, world.world.payer, { transferId, ...paid, idempotencyKey: keyOf(deps) });
    await spend(world, 300_00);
    await askEvaluation(deps, world.officer, { mandateId: mandate.id });
    await writeBoth(world);
    expect(await publish(world)).toMatchObject({ status: "closed", releasedCents: 0, refundDueCents: 0 });
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.filter(({ code }) => code === "money-returned")).toEqual([]);
    await expectSoundLedger(world);
  });

  test("makes every voice public at once, however many there are, and only then", async () => {
    const world = await evaluated();
    const { deps, mandate } = world;
    const voices = Array.from(
      { length: 149 },
      (_, index): Evaluation => ({
        by: "resident",
        author: `resident-${deps.digest.of(String(index))}`,
        id: deps.ids.next("eva"),
        mandateId: mandate.id,
        content: { score: (index % 5) + 1, sentence: `Buur ${index}` },
        writtenAt: deps.clock.now().toISOString(),
        revision: 0,
      }),
    );
    await deps.store.commit(voices.slice(0, 100).map((record) => ({ put: "evaluation", record }) as const));
    await deps.store.commit(voices.slice(100).map((record) => ({ put: "evaluation", record }) as const));
    const shown = async () => (await getProposal(deps, visitor, { proposalId: mandate.proposalId })).evaluations;
    expect(await shown()).toEqual([]);
    await publish(world);
    const evaluations = await shown();
    expect(evaluations).toHaveLength(151);
    expect(evaluations[0]).toMatchObject({ by: "enterprise", content: enterpriseWords });
    expect(evaluations.at(-1)).toMatchObject({ by: "officer", content: officerWords });
    expect(JSON.stringify(evaluations)).not.toMatch(/resident-|writtenBy/);
  });

  test("is for an officer, of a mandate that is being evaluated, and done once", async () => {
    const world = await createMandateWorld();
    const { deps, mandate, officer, neighbour, world: money } = world;
    const as = (actor: Parameters<typeof publishEvaluation>[1]) =>
      codeOf(publishEvaluation(deps, actor, { mandateId: mandate.id, idempotencyKey: keyOf(deps) }));
    expect(await as(officer)).toBe("wrong-state");
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    await writeBoth(world);
    expect(await as(visitor)).toBe("unauthenticated");
    expect(await as(neighbour)).toBe("forbidden");
    expect(await as(money.chair)).toBe("forbidden");
    expect(await as(money.council)).toBe("forbidden");
    expect(await as(officer)).toBe("ok");
    expect(await as(officer)).toBe("wrong-state");
  });

  test("gives the first answer again to a request that arrives twice, also at the same moment", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    const key = keyOf(deps);
    const [first, twin] = await Promise.all([publish(world, key), publish(world, key)]);
    expect(twin).toEqual(first);
    expect(await publish(world, key)).toEqual(first);
    const journals = await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id });
    expect(journals.filter(({ kind }) => kind === "RELEASE")).toHaveLength(1);
    const other = publishEvaluation(deps, world.officer, { mandateId: deps.ids.next("man"), idempotencyKey: key });
    expect(await codeOf(other)).toBe("idempotency-mismatch");
  });
});

describe("what must be settled first", () => {
  test("the officer's voice always, the enterprise's until its day has passed", async () => {
    const world = await createMandateWorld();
    const { deps, clock, mandate, officer } = world;
    await askEvaluation(deps, officer, { mandateId: mandate.id });
    expect(await obstaclesOf(world)).toBe("wrong-state no-enterprise-evaluation no-officer-evaluation");
    await writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords });
    clock.set("2026-12-21T22:59:00.000Z");
    expect(await obstaclesOf(world)).toBe("wrong-state no-enterprise-evaluation");
    clock.set("2026-12-21T23:00:00.000Z");
    expect(await obstaclesOf(world)).toBe("none");
  });

  test("a transfer that is proposed or approved", async () => {
    const world = await evaluated();
    const { deps, world: money } = world;
    const { id: transferId } = await proposeFirst(world);
    expect(await obstaclesOf(world)).toBe("wrong-state open-transfers");
    await approveTransfer(deps, money.council, { transferId, idempotencyKey: keyOf(deps) });
    expect(await obstaclesOf(world)).toBe("wrong-state open-transfers");
    await refuseTransfer(deps, money.council, { transferId, reason: "Niet meer nodig." });
    expect(await obstaclesOf(world)).toBe("none");
  });

  test("an expense that waits for a second person, and one whose correction was asked", async () => {
    const world = await evaluated(100_00);
    const { deps, mandate, world: money } = world;
    const { id: expenseId } = await enter(world, 50_00);
    expect(await obstaclesOf(world)).toBe("wrong-state open-expenses");
    await refuseExpense(deps, money.chair, { expenseId, reason: "Dubbel." });
    const [confirmed] = (await deps.store.listAll("expenses-of-mandate", { mandateId: mandate.id })).filter(
      ({ status }) => status === "confirmed",
    );
    if (confirmed === undefined) throw new Error("one was confirmed");
    await askCorrection(deps, money.treasurer, { expenseId: confirmed.id, reason: "Verkeerde post." });
    expect(await obstaclesOf(world)).toBe("wrong-state open-corrections");
  });

  test("and the database refuses what slipped in between reading and writing", async () => {
    const world = await evaluated(100_00);
    const { deps, world: money } = world;
    const [published, entered] = await Promise.all([
      codeOf(publish(world)),
      enter(world, 50_00).catch(() => undefined),
    ]);
    if (entered === undefined) expect(published).toBe("ok");
    else {
      expect(published).toBe("wrong-state");
      await confirmExpense(deps, money.chair, { expenseId: entered.id, idempotencyKey: keyOf(deps) });
      expect(await codeOf(publish(world))).toBe("ok");
    }
    await expectSoundLedger(world);
  });
});

test("after it nothing can be spent, paid or said", async () => {
  const world = await evaluated(100_00);
  const { deps, mandate, officer, world: money } = world;
  await publish(world);
  expect(await codeOf(enter(world, 1_00))).toBe("mandate-not-active");
  expect(await codeOf(proposeFirst(world))).not.toBe("ok");
  const input = { mandateId: mandate.id, ...enterpriseWords };
  expect(await codeOf(writeEnterpriseEvaluation(deps, money.chair, input))).toBe("wrong-state");
  expect(await codeOf(writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords }))).toBe(
    "wrong-state",
  );
});

describe("a refund", () => {
  const refund = (world: MandateWorld, amountCents: number, changed: object = {}) =>
    recordRefund(world.deps, world.world.finance, {
      mandateId: world.mandate.id,
      amountCents,
      receivedOn: "2026-11-21",
      bankReference: "TERUG 1",
      idempotencyKey: keyOf(world.deps),
      ...changed,
    });

  /** Prepared by one person of finance, confirmed by the other. */
  const refunded = async (world: MandateWorld, amountCents: number) => {
    const { id: orderId } = await refund(world, amountCents);
    return confirmOrder(world.deps, world.world.payer, { orderId, idempotencyKey: keyOf(world.deps) });
  };

  test("comes in parts; with the last cent the mandate closes and everybody reads where the money went", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    await publish(world);
    expect(await refunded(world, 149_99)).toMatchObject({
      kind: "REFUND",
      mandateId: mandate.id,
      status: "confirmed",
      amountCents: 149_99,
    });
    expect(await codeOf(refund(world, 2))).toBe("not-enough-money");
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({ status: "refund-due" });
    await refunded(world, 1);
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({ status: "closed" });
    expect(await deps.store.get("proposal", { id: mandate.proposalId })).toMatchObject({ status: "closed" });
    const [letter, ...others] = await lettersOf(deps, "mandate-closed");
    expect(others).toHaveLength(2);
    expect(letter?.payload).toMatchObject({ spentCents: 450_00, returnedCents: 450_00 });
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.filter(({ code }) => code === "money-returned").map(({ facts }) => facts["amountCents"])).toEqual([
      300_00, 149_99, 1,
    ]);
    expect(events.find(({ code }) => code === "mandate-closed")?.facts).toMatchObject({
      spentCents: 450_00,
      returnedCents: 450_00,
    });
    const journal = (await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id })).at(-1);
    expect(journal).toMatchObject({ kind: "REFUND", bankReference: "TERUG 1", effectDate: "2026-11-21" });
    expect(await codeOf(refund(world, 1))).toBe("wrong-state");
    await expectSoundLedger(world);
  });

  test("of everything by two at the same moment is prepared once", async () => {
    const world = await evaluated(450_00);
    await publish(world);
    const codes = await Promise.all([codeOf(refund(world, 150_00)), codeOf(refund(world, 150_00))]);
    expect(codes.toSorted()).toEqual(["not-enough-money", "ok"]);
    expect(await readBalances(world.deps, world.mandate)).toMatchObject({
      paidNotSpentCents: 150_00,
      returnedCents: 300_00,
    });
    await expectSoundLedger(world);
  });

  test("that arrives twice is prepared once, and the same key with another amount is refused", async () => {
    const world = await evaluated(450_00);
    await publish(world);
    const idempotencyKey = keyOf(world.deps);
    const first = await refund(world, 50_00, { idempotencyKey });
    expect(await refund(world, 50_00, { idempotencyKey })).toEqual(first);
    expect(await codeOf(refund(world, 60_00, { idempotencyKey }))).toBe("idempotency-mismatch");
    expect(await world.deps.store.listAll("orders-open", {})).toHaveLength(1);
  });

  test("has a date of the bank and a reference, and is recorded by finance after publishing", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate, officer } = world;
    expect(await codeOf(refund(world, 150_00))).toBe("wrong-state");
    await publish(world);
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-11-22" }))).toBe("invalid");
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-10-31" }))).toBe("invalid");
    expect(await codeOf(refund(world, 150_00, { bankReference: "" }))).toBe("invalid");
    expect(await codeOf(refund(world, 0))).toBe("invalid");
    const input = { mandateId: mandate.id, amountCents: 1, receivedOn: "2026-11-21", bankReference: "T" };
    const as = (actor: Parameters<typeof recordRefund>[1]) =>
      codeOf(recordRefund(deps, actor, { ...input, idempotencyKey: keyOf(deps) }));
    expect(await as(visitor)).toBe("unauthenticated");
    expect(await as(officer)).toBe("forbidden");
    expect(await as(world.world.treasurer)).toBe("forbidden");
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-11-01" }))).toBe("ok");
  });
});
