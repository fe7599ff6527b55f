import {
  codeOf,
  createTestDeps,
  storeEnterprise,
  storePot,
  storeProposal,
  storeStaff,
  testPlan,
} from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import type { DecisionDraft } from "../decision/decision.ts";
import { listDecisions } from "../decision/list.ts";
import { prepareDecision } from "../decision/prepare.ts";
import { returnDecision } from "../decision/return.ts";
import { takeDecision } from "../decision/take.ts";
import { DecisionView } from "../decision/view.ts";
import { recordEvent } from "../event/record.ts";
import type { Update } from "../update/update.ts";
import { askCompletion } from "./ask-completion.ts";
import { getProposal } from "./get.ts";
import { giveAdvice } from "./give-advice.ts";
import { listProposals } from "./list.ts";
import { startReview } from "./start-review.ts";
import { submitProposal } from "./submit.ts";
import { timelineOf } from "./timeline.ts";
import { ProposalView } from "./view.ts";
import { withdrawProposal } from "./withdraw.ts";

const visitor = { kind: "visitor" } as const;
const advice = { outcome: "award", reason: "Goed plan.", costingCents: 1_000_000, costingNote: "" } as const;

async function submitted() {
  const { deps, clock } = await createTestDeps({ now: "2026-11-02T09:00:00.000Z" });
  const board = await storeEnterprise(deps);
  const officer = await storeStaff(deps, "officer");
  const council = await storeStaff(deps, "council");
  const draft = await storeProposal(deps, board.enterprise, { status: "draft" });
  const { id: proposalId } = draft;
  await submitProposal(deps, board.chair, { proposalId, revision: 0 });
  const read = async (actor: Parameters<typeof getProposal>[1] = visitor) =>
    ProposalView.strict().parse(await getProposal(deps, actor, { proposalId }));
  const pot = await storePot(deps, 5_000_000);
  const award: DecisionDraft = {
    outcome: "award-in-part",
    reference: "B-2026-1",
    legalBasis: "Awb 4.2",
    motivation: "Goed voor de straat.",
    instrument: "subsidy",
    potId: pot.id,
    amountCents: 800_000,
    startsOn: "2026-12-01",
    endsOn: "2027-12-31",
    instalments: [{ id: "i1", amountCents: 800_000, plannedOn: "2026-12-15" }],
    conditions: ["Plant inheemse bomen."],
  };
  return { deps, clock, ...board, officer, council, proposalId, read, award };
}

describe("the one page of a proposal", () => {
  test("of a draft is nobody's; its board hears that it is a draft", async () => {
    const { deps } = await createTestDeps();
    const { enterprise, chair } = await storeEnterprise(deps);
    const { id: proposalId } = await storeProposal(deps, enterprise, { status: "draft" });
    expect(await codeOf(getProposal(deps, visitor, { proposalId }))).toBe("not-found");
    expect(await codeOf(getProposal(deps, await storeStaff(deps, "auditor"), { proposalId }))).toBe("not-found");
    await expect(getProposal(deps, chair, { proposalId })).rejects.toMatchObject({
      code: "wrong-state",
      details: { status: "draft" },
    });
  });

  test("says what is asked for, where it stands, who has it and by when", async () => {
    const { deps, read } = await submitted();
    expect(await read()).toMatchObject({
      status: "submitted",
      plan: testPlan(deps),
      districts: [{ name: "Noord" }],
      enterprise: { name: "Buurtbeheer Noord" },
      costCents: 1_250_000,
      appliedForCents: 1_000_000,
      stages: [
        { stage: "submitted", state: "done", on: "2026-11-02" },
        { stage: "review", state: "todo" },
        { stage: "advice", state: "todo" },
        { stage: "decision", state: "todo" },
        { stage: "spending", state: "todo" },
        { stage: "evaluation", state: "todo" },
        { stage: "closed", state: "todo" },
      ],
      standing: { heldBy: "officer", dueOn: "2026-12-28", clock: { endsOn: "2026-12-28", daysLeft: 56 } },
      events: [{ code: "proposal-submitted" }],
      acts: [],
    });
  });

  test("says that the clock stands still and since when; the question is for the board and city hall only", async () => {
    const { deps, clock, officer, chair, proposalId, read } = await submitted();
    await startReview(deps, officer, { proposalId });
    clock.set("2026-11-09T09:00:00.000Z");
    await askCompletion(deps, officer, { proposalId, question: "Wat is uw rekeningnummer?" });
    clock.set("2026-11-12T09:00:00.000Z");
    const view = await read();
    expect(view.standing).toMatchObject({
      heldBy: "board",
      dueOn: "2026-12-07",
      // Seven of the 56 days are used; the clock counts no further while it stands still.
      clock: { stoppedOn: "2026-11-09", daysLeft: 49, endsOn: "2026-12-31" },
    });
    expect(view.completionAsked).toEqual({ askedOn: "2026-11-09", answerBy: "2026-12-07" });
    for (const reader of [chair, officer, await storeStaff(deps, "auditor")])
      expect((await read(reader)).completionAsked?.question).toBe("Wat is uw rekeningnummer?");
    for (const reader of [visitor, (await storeEnterprise(deps)).chair, await storeStaff(deps, "professional")])
      expect((await read(reader)).completionAsked).not.toHaveProperty("question");
  });

  test("after the last day to answer the officer has it again and the clock runs", async () => {
    const { deps, clock, officer, proposalId, read } = await submitted();
    await startReview(deps, officer, { proposalId });
    clock.set("2026-11-09T09:00:00.000Z");
    await askCompletion(deps, officer, { proposalId, question: "Welke bomen?" });
    clock.set("2026-12-08T09:00:00.000Z");
    expect((await read()).standing).toMatchObject({ heldBy: "officer", dueOn: "2027-01-25", clock: { daysLeft: 48 } });
    expect((await read()).standing.clock).not.toHaveProperty("stoppedOn");
    expect((await read(officer)).acts).toEqual([{ act: "startReview" }]);
  });

  test("keeps a prepared decision to city hall until it is taken, then shows it in full with its mandate", async () => {
    const { deps, officer, council, proposalId, read, award } = await submitted();
    await startReview(deps, officer, { proposalId });
    await giveAdvice(deps, officer, { proposalId, advice });
    const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: award });
    const before = await read();
    expect(before).not.toHaveProperty("decision");
    expect(JSON.stringify(before)).not.toContain("inheemse");
    expect(before).toMatchObject({
      advice: { outcome: "award", reason: "Goed plan.", costingCents: 1_000_000 },
      standing: { heldBy: "council", dueOn: "2026-12-28" },
    });
    await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: "01K00000000000000000000001" });
    expect(await read()).toMatchObject({
      status: "awarded",
      decision: {
        draft: award,
        decidedOn: "2026-11-02",
        // 2 November plus 42 days: Monday 14 December.
        objectionUntil: "2026-12-14",
        decidingBody: deps.municipality.decidingBody,
        objectionAddress: deps.municipality.objectionAddress,
      },
      mandate: {
        conditions: ["Plant inheemse bomen."],
        balances: {
          awardedCents: 800_000,
          committedCents: 800_000,
          paidNotSpentCents: 0,
          spentCents: 0,
          returnedCents: 0,
        },
        milestones: [{ title: "De bomen staan" }, { title: "Alle bomen leven nog" }],
        expenses: [],
      },
      standing: {
        heldBy: "board",
        next: "begin",
        dueOn: "2027-12-31",
        mandate: { phase: "to-begin", startsOn: "2026-12-01", endsOn: "2027-12-31" },
      },
      stages: [
        { state: "done" },
        { state: "done" },
        { state: "done" },
        { stage: "decision", state: "done", on: "2026-11-02" },
        // Its first day is still to come.
        { stage: "spending", state: "todo", from: "2026-12-01" },
        {},
        {},
      ],
    });
    expect((await read()).standing).not.toHaveProperty("clock");
  });

  test("names no person, address or account to anybody, whoever reads it", async () => {
    const { deps, officer, council, chair, treasurer, proposalId, read, award, enterprise } = await submitted();
    await startReview(deps, officer, { proposalId });
    await giveAdvice(deps, officer, { proposalId, advice });
    const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: award });
    await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: "01K00000000000000000000001" });
    const update: Update = {
      id: deps.ids.next("upd"),
      proposalId,
      enterpriseId: enterprise.id,
      districts: testPlan(deps).districts,
      title: "De eerste boom",
      body: "Staat.",
      postedBy: chair.personId,
      postedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    await deps.store.commit([{ put: "update", record: update }]);
    for (const reader of [visitor, chair, officer, council]) {
      const page = JSON.stringify(await read(reader));
      expect(page).toContain("De eerste boom");
      expect(page).not.toMatch(/per_[0-9A-Z]{26}/);
      for (const secret of [chair.email, treasurer.email, enterprise.iban, "Bestuurslid", "Voorzitter", officer.name])
        expect(page).not.toContain(secret);
    }
  });

  test("stays after a withdrawal, with the reason and a line that ends there", async () => {
    const { deps, chair, officer, proposalId, read } = await submitted();
    await startReview(deps, officer, { proposalId });
    await withdrawProposal(deps, chair, { proposalId, reason: "Wij gaan samen met de buren." });
    const view = await read();
    expect(view).toMatchObject({ status: "withdrawn", withdrawnReason: "Wij gaan samen met de buren." });
    expect(view.stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      "submitted done",
      "review done",
      "withdrawn done",
    ]);
    expect(view.standing).not.toHaveProperty("heldBy");
    expect(view.standing).not.toHaveProperty("dueOn");
  });
});

describe("the line of dots", () => {
  test("takes a stage's first date: a review that was taken up again keeps its first day", async () => {
    const { deps } = await createTestDeps();
    const event = (code: "review-started" | "proposal-submitted", at: string) => {
      const change = recordEvent(deps, { code, enterpriseId: deps.ids.next("ent"), facts: {} });
      return "put" in change && change.put === "event" ? { ...change.record, at } : undefined;
    };
    const events = [
      event("review-started", "2026-12-08T09:00:00.000Z"),
      event("proposal-submitted", "2026-11-02T09:00:00.000Z"),
      // Half past midnight in Amsterdam is the day before in UTC.
      event("review-started", "2026-11-02T23:30:00.000Z"),
    ].filter((line) => line !== undefined);
    expect(timelineOf("in-review", events).slice(0, 2)).toEqual([
      { stage: "submitted", state: "done", on: "2026-11-02" },
      { stage: "review", state: "now", on: "2026-11-03" },
    ]);
  });

  test("of what was sent in says that nobody began: nothing goes on", () => {
    expect(timelineOf("submitted", []).map(({ state }) => state)).toEqual(["done", ...Array(6).fill("todo")]);
  });

  test("of a rejected proposal ends with the decision", () => {
    expect(timelineOf("rejected", []).at(-1)).toEqual({ stage: "decision", state: "done" });
  });

  test("of a closed proposal has nothing to come", () => {
    expect(timelineOf("closed", []).every(({ state }) => state === "done")).toBe(true);
  });
});

describe("what a reader can do", () => {
  test.each([
    ["submitted", "board", ["editProposal", "withdrawProposal"]],
    ["submitted", "officer", ["startReview"]],
    ["in-review", "board", ["withdrawProposal"]],
    ["in-review", "officer", ["askCompletion", "giveAdvice"]],
    ["advised", "officer", ["correctAdvice", "prepareDecision"]],
    ["advised", "council", []],
    ["decision-prepared", "council", ["returnDecision", "takeDecision"]],
    ["decision-prepared", "board", []],
    ["rejected", "board", []],
    ["rejected", "officer", []],
  ] as const)("with a proposal that is %s, as %s: %j", async (status, who, expected) => {
    const { deps } = await createTestDeps();
    const { enterprise, chair } = await storeEnterprise(deps);
    const { id: proposalId } = await storeProposal(deps, enterprise, { status });
    const actor = who === "board" ? chair : await storeStaff(deps, who);
    const { acts } = await getProposal(deps, actor, { proposalId });
    expect(acts.map(({ act }) => act)).toEqual(expected);
    expect(acts.every(({ refusal }) => refusal === undefined)).toBe(true);
  });

  test("says why not: own board, also under the same address", async () => {
    const { deps } = await createTestDeps();
    const officer = await storeStaff(deps, "officer");
    const { enterprise } = await storeEnterprise(deps, {}, [officer]);
    const { id: proposalId } = await storeProposal(deps, enterprise);
    const { acts } = await getProposal(deps, officer, { proposalId });
    expect(acts).toEqual([{ act: "startReview", refusal: "own-interest" }]);
  });
});

test("a decision that goes back to the officer says so in public, until another is prepared", async () => {
  const { deps, officer, council, proposalId, read, award } = await submitted();
  await startReview(deps, officer, { proposalId });
  await giveAdvice(deps, officer, { proposalId, advice });
  expect((await read()).standing.next).toBe("prepare-decision");
  const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft: award });
  await returnDecision(deps, council, { proposalId, decisionId, reason: "Alleen voor de behandelaar." });
  const view = await read();
  expect(view).toMatchObject({ status: "advised", standing: { heldBy: "officer", next: "mend-decision" } });
  expect(JSON.stringify(view)).not.toContain("Alleen voor de behandelaar.");
  await prepareDecision(deps, officer, { proposalId, draft: award });
  expect((await read()).standing).toMatchObject({ heldBy: "council", next: "take-decision" });
  expect(await deps.store.get("proposal", { id: proposalId })).not.toHaveProperty("isReturned");
});

describe("decisions for city hall", () => {
  test("say who prepared them, what is in the pot, what stands in the way and why the reader may not take them", async () => {
    const { deps, council, proposalId, award, officer } = await submitted();
    const both = await storeStaff(deps, "officer", "council");
    await startReview(deps, officer, { proposalId });
    await giveAdvice(deps, officer, { proposalId, advice });
    await prepareDecision(deps, both, { proposalId, draft: award });
    const read = async (actor: Parameters<typeof listDecisions>[1]) => {
      const [view] = await listDecisions(deps, actor, { proposalId });
      return DecisionView.strict().parse(view);
    };
    const own = await read(both);
    expect(own).toMatchObject({
      status: "prepared",
      preparedBy: both.name,
      pot: { name: "Wijkbudget", availableCents: 5_000_000 },
      obstacles: [],
      takeRefusal: "four-eyes",
    });
    expect(own.returnRefusal).toBeUndefined();
    expect((await read(council)).takeRefusal).toBeUndefined();
    expect(await read(officer)).toMatchObject({ takeRefusal: "forbidden", returnRefusal: "forbidden" });
    expect((await getProposal(deps, both, { proposalId })).acts).toContainEqual({
      act: "takeDecision",
      refusal: "four-eyes",
    });
    expect(await codeOf(listDecisions(deps, visitor, { proposalId }))).toBe("unauthenticated");
    expect(await codeOf(listDecisions(deps, await storeStaff(deps, "professional"), { proposalId }))).toBe("forbidden");
  });
});

describe("the list of proposals", () => {
  test("is newest first, without drafts, and its pages follow one another under every filter", async () => {
    const { deps, clock } = await createTestDeps();
    const { enterprise } = await storeEnterprise(deps);
    const other = await storeEnterprise(deps, { status: "verified" });
    await storeProposal(deps, enterprise, { status: "draft" });
    const ids: string[] = [];
    for (let index = 0; index < 7; index++) {
      clock.advance({ minutes: 1 });
      const plan = testPlan(deps, { themes: index % 2 === 0 ? ["green"] : ["culture", "youth"] });
      const owner = index === 3 ? other.enterprise : enterprise;
      ids.unshift((await storeProposal(deps, owner, { plan, ...(index === 5 ? { status: "rejected" } : {}) })).id);
    }
    const walk = async (filter: Parameters<typeof listProposals>[1]) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listProposals(deps, { ...filter, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        expect(page.items.length).toBeGreaterThan(0);
        ({ cursor } = page);
      } while (cursor !== undefined);
      return seen;
    };
    expect(await walk({})).toEqual(ids);
    expect(await walk({ theme: "green" })).toEqual(ids.filter((_, index) => index % 2 === 0));
    expect(await walk({ status: "rejected" })).toEqual([ids[1]]);
    expect(await walk({ enterpriseId: other.enterprise.id })).toEqual([ids[3]]);
    expect(await walk({ district: deps.municipality.districts[0]?.code })).toEqual(ids);
    expect(await listProposals(deps, { status: "closed" })).toEqual({ items: [] });
    expect(await codeOf(listProposals(deps, { cursor: "prp_elsewhere" }))).toBe("invalid");
  });
});
