import { codeOf } from "@hevel/testing/deps";
import {
  claimWords,
  createMandateWorld,
  end,
  endingWords,
  enter,
  enterpriseWords,
  evaluated,
  ledgerDifferences,
  lettersOf,
  type MandateWorld,
  officerWords,
  payFirst,
  prepareEnd,
  proposeFirst,
  spend,
  visitor,
  writeBoth,
} from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { askEvaluation } from "../evaluation/ask.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import { listPublishedEvaluations } from "../evaluation/list-published.ts";
import { writeEnterpriseEvaluation } from "../evaluation/write-enterprise.ts";
import { writeOfficerEvaluation } from "../evaluation/write-officer.ts";
import { askCorrection } from "../expense/ask-correction.ts";
import { confirmExpense } from "../expense/confirm.ts";
import { refuseExpense } from "../expense/refuse.ts";
import { accountIds } from "../ledger/open.ts";
import { readBalances } from "../mandate/balances.ts";
import { getProposal } from "../proposal/get.ts";
import { approveTransfer } from "../transfer/approve.ts";
import { payTransfer } from "../transfer/pay.ts";
import { proposeTransfer } from "../transfer/propose.ts";
import { refuseTransfer } from "../transfer/refuse.ts";
import { returnEnding } from "./return.ts";
import { takeEnding } from "./take.ts";

/** What stands in the way, by the refusal of preparing it; a decision that could be prepared is sent back. */
const obstaclesOf = (world: MandateWorld) =>
  prepareEnd(world).then(
    async (endingId) => {
      await returnEnding(world.deps, world.world.council, {
        mandateId: world.mandate.id,
        endingId,
        reason: "Nog niet.",
      });
      return "none";
    },
    (error: unknown) => (error instanceof DomainError ? `${error.code} ${error.details["obstacles"]}` : String(error)),
  );

describe("taking the end of a mandate", () => {
  test("returns what was never paid, asks back what is left, and ends the mandate in one transaction", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    const pot = accountIds.pot(mandate.potId);
    const before = await deps.store.get("account", { id: pot });
    expect(await end(world)).toEqual({
      mandateId: mandate.id,
      endingId: expect.any(String),
      status: "refund-due",
      decidedOn: "2026-11-21",
      objectionUntil: "2027-01-04",
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
    const letters = await lettersOf(deps, "ending");
    expect(letters).toHaveLength(3);
    expect(letters[0]?.payload).toMatchObject({
      ...endingWords,
      awardReference: mandate.decisionReference,
      awardedCents: 900_00,
      spentCents: 450_00,
      releasedCents: 300_00,
      refundDueCents: 150_00,
      decidedOn: "2026-11-21",
      objectionUntil: "2027-01-04",
      objectionAddress: deps.municipality.objectionAddress,
      claim: {
        ...claimWords,
        payment: { ...deps.municipality.refundAccount, reference: claimWords.reference, dueOn: "2027-01-04" },
      },
    });
    expect(await lettersOf(deps, "mandate-closed")).toHaveLength(0);
    const proposal = await deps.store.get("proposal", { id: mandate.proposalId });
    expect([proposal?.status, proposal?.dueOn]).toEqual(["evaluation", "2027-01-04"]);
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.slice(-2).map(({ code, facts }) => [code, facts["amountCents"]])).toEqual([
      ["evaluation-published", undefined],
      ["money-returned", 300_00],
    ]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test.each([
    { spentCents: 600_00, releasedCents: 300_00, what: "everything that was paid is spent" },
    { spentCents: undefined, releasedCents: 900_00, what: "nothing was ever paid" },
  ])("closes at once when $what", async ({ spentCents, releasedCents }) => {
    const world = await evaluated(spentCents);
    const { deps, mandate } = world;
    expect(await end(world)).toMatchObject({ status: "closed", releasedCents, refundDueCents: 0 });
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({
      status: "closed",
      closedAt: deps.clock.now().toISOString(),
    });
    expect(await deps.store.get("proposal", { id: mandate.proposalId })).toMatchObject({ status: "closed" });
    const letters = await lettersOf(deps, "ending");
    expect(letters).toHaveLength(3);
    expect(letters[0]?.payload).toMatchObject({ spentCents: spentCents ?? 0, releasedCents, refundDueCents: 0 });
    expect(letters[0]?.payload).not.toHaveProperty("claim");
    expect(await lettersOf(deps, "mandate-closed")).toHaveLength(0);
    expect(await ledgerDifferences(world)).toEqual([]);
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
    expect(await end(world)).toMatchObject({ status: "closed", releasedCents: 0, refundDueCents: 0 });
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.filter(({ code }) => code === "money-returned")).toEqual([]);
    expect(await ledgerDifferences(world)).toEqual([]);
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
    const { id: mandateId, proposalId } = mandate;
    const shown = () => getProposal(deps, visitor, { proposalId });
    expect((await shown()).evaluations).toEqual([]);
    await end(world);
    const { evaluations, more } = await shown();
    // The two that are asked come with the page; who wants to hear every neighbour asks on.
    expect(evaluations[0]).toMatchObject({ by: "enterprise", content: enterpriseWords });
    expect(evaluations.at(-1)).toMatchObject({ by: "officer", content: officerWords });
    const all = [...evaluations];
    for (let cursor = more.evaluations; cursor !== undefined; ) {
      const page = await listPublishedEvaluations(deps, visitor, { mandateId, cursor });
      all.push(...page.items);
      cursor = page.cursor;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(151);
    expect(JSON.stringify(all)).not.toMatch(/resident-|writtenBy/);
  });

  test("gives the first answer again to a request that arrives twice, also at the same moment", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    const input = { mandateId: mandate.id, endingId: await prepareEnd(world), idempotencyKey: keyOf(deps) };
    const take = () => takeEnding(deps, world.world.council, input);
    const [first, twin] = await Promise.all([take(), take()]);
    expect(twin).toEqual(first);
    expect(await take()).toEqual(first);
    const journals = await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id });
    expect(journals.filter(({ kind }) => kind === "RELEASE")).toHaveLength(1);
    const other = takeEnding(deps, world.world.council, { ...input, mandateId: deps.ids.next("man") });
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
    const endingId = await prepareEnd(world);
    const input = { mandateId: world.mandate.id, endingId, idempotencyKey: keyOf(deps) };
    const [published, entered] = await Promise.all([
      codeOf(takeEnding(deps, money.council, input)),
      enter(world, 50_00).catch(() => undefined),
    ]);
    if (entered === undefined) expect(published).toBe("ok");
    else {
      expect(published).toBe("wrong-state");
      await confirmExpense(deps, money.chair, { expenseId: entered.id, idempotencyKey: keyOf(deps) });
      await returnEnding(deps, money.council, { mandateId: world.mandate.id, endingId, reason: "Reken opnieuw." });
      expect(await codeOf(end(world))).toBe("ok");
    }
    expect(await ledgerDifferences(world)).toEqual([]);
  });
});

test("after it nothing can be spent, paid or said", async () => {
  const world = await evaluated(100_00);
  const { deps, mandate, officer, world: money } = world;
  await end(world);
  expect(await codeOf(enter(world, 1_00))).toBe("mandate-not-active");
  expect(await codeOf(proposeFirst(world))).not.toBe("ok");
  const input = { mandateId: mandate.id, ...enterpriseWords };
  expect(await codeOf(writeEnterpriseEvaluation(deps, money.chair, input))).toBe("wrong-state");
  expect(await codeOf(writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords }))).toBe(
    "wrong-state",
  );
});

describe("while the end lies ready, or the evaluation is overdue", () => {
  test("nothing new can be entered, so that one cent holds nothing up", async () => {
    const world = await evaluated(450_00);
    const endingId = await prepareEnd(world);
    expect(await codeOf(enter(world, 1))).toBe("mandate-not-active");
    await returnEnding(world.deps, world.world.council, { mandateId: world.mandate.id, endingId, reason: "Nog niet." });
    expect(await codeOf(enter(world, 1))).toBe("ok");
  });

  test("also in a race: either the end is prepared and nothing was entered, or something was and it is not", async () => {
    const world = await evaluated(450_00);
    const [prepared, entered] = await Promise.all([codeOf(prepareEnd(world)), codeOf(enter(world, 1))]);
    expect([prepared, entered]).toContain("ok");
    const mandate = await world.deps.store.get("mandate", { id: world.mandate.id });
    if (entered === "ok" && prepared === "ok") expect(mandate?.status).toBe("ending-prepared");
    if (entered !== "ok") expect(entered).toBe("mandate-not-active");
  });
});
