import { codeOf, createTestDeps, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import { askCompletion } from "./ask-completion.ts";
import { completeProposal } from "./complete.ts";
import { editProposal } from "./edit.ts";
import { listVersions } from "./list-versions.ts";
import { Plan, type PlanDraft } from "./proposal.ts";
import { saveDraft } from "./save-draft.ts";
import { startReview } from "./start-review.ts";
import { submitProposal } from "./submit.ts";
import { withdrawProposal } from "./withdraw.ts";

const lettersOf = async (deps: Deps, kind: string) =>
  (await deps.store.listAll("letters-waiting", {})).filter((letter) => letter.kind === kind);

async function written(draft: PlanDraft | "complete" = "complete", now = "2026-11-21T22:59:00.000Z") {
  const { deps, clock } = await createTestDeps({ now });
  const board = await storeEnterprise(deps);
  const proposal = await storeProposal(deps, board.enterprise, {
    status: "draft",
    draft: draft === "complete" ? testPlan(deps) : draft,
  });
  const input = { proposalId: proposal.id, revision: 0 };
  return { deps, clock, ...board, proposal, input, proposalId: proposal.id };
}

const problemsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: unknown) =>
      error instanceof DomainError ? error.fields.map(({ path, code }) => `${path}: ${code}`) : [String(error)],
  );

describe("sending in", () => {
  test("says what was received, when, by when an answer comes and whom to call", async () => {
    const { deps, chair, input, proposalId } = await written();
    // Received on Saturday 21 November, one minute before midnight in Amsterdam; eight weeks on is Saturday 16 January.
    expect(await submitProposal(deps, chair, input)).toEqual({
      proposalId,
      title: "Bomen in de Noorderstraat",
      status: "submitted",
      version: 1,
      receivedAt: "2026-11-21T22:59:00.000Z",
      answerBy: "2027-01-18",
      contact: deps.municipality.contact,
    });
    expect(await deps.store.get("proposal", { id: proposalId })).toMatchObject({
      status: "submitted",
      draft: {},
      plan: testPlan(deps),
      dueOn: "2027-01-18",
      term: { startedOn: "2026-11-21", days: 56, daysStopped: 0 },
    });
  });

  test("a minute later, after midnight in Amsterdam, the term begins a day later", async () => {
    const { deps, chair, input, proposalId } = await written("complete", "2026-11-21T23:00:00.000Z");
    await submitProposal(deps, chair, input);
    expect((await deps.store.get("proposal", { id: proposalId }))?.term?.startedOn).toBe("2026-11-22");
  });

  test("gives the whole confirmed board a receipt with date, time and a copy of the contents", async () => {
    const { deps, chair, treasurer, input, proposalId } = await written();
    await submitProposal(deps, chair, input);
    const receipts = await lettersOf(deps, "receipt");
    expect(receipts.map(({ to }) => to).sort()).toEqual([chair.email, treasurer.email].sort());
    for (const { payload } of receipts)
      expect(payload).toMatchObject({
        receivedAt: "2026-11-21T22:59:00.000Z",
        answerBy: "2027-01-18",
        plan: testPlan(deps),
        version: 1,
        path: `/voorstellen/${proposalId}`,
        municipality: "Testgemeente",
      });
    const [event] = await deps.store.listAll("events-of-proposal", { proposalId });
    expect(event).toMatchObject({ code: "proposal-submitted", facts: { title: "Bomen in de Noorderstraat" } });
  });

  test("names every problem of the plan at once, with its path, and changes nothing", async () => {
    const { deps, chair, input, proposalId } = await written({
      title: " ",
      themes: [],
      milestones: [
        { id: "m1", title: "", plannedOn: "" },
        { id: "m1", title: "Klaar", plannedOn: "2027-03-15" },
      ],
      budgetLines: [
        { id: "b1", category: "material", description: "Bomen", amountCents: 0 },
        { id: "b2", category: "material", description: "Aarde", amountCents: 1 },
      ],
      ownContributionCents: 1,
      districts: ["WK000000" as never],
    });
    expect((await problemsOf(submitProposal(deps, chair, input))).sort()).toEqual(
      [
        "title: required",
        "summary: required",
        "what: required",
        "why: required",
        "audience: required",
        "themes: required",
        "milestones: twice",
        "milestones.0.title: required",
        "milestones.0.plannedOn: date",
        "budgetLines.0.amountCents: amount-min",
        "ownContributionCents: own-contribution-max",
        "districts.0: district-unknown",
      ].sort(),
    );
    expect((await deps.store.get("proposal", { id: proposalId }))?.revision).toBe(0);
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
  });

  test.each([
    ["yesterday", "2026-11-20", ["milestones.0.plannedOn: before-submission"]],
    ["the day of sending in", "2026-11-21", []],
    ["five years on", "2031-11-21", []],
    ["a day more", "2031-11-22", ["milestones.0.plannedOn: too-far"]],
    ["2020", "2020-03-15", ["milestones.0.plannedOn: before-submission"]],
    ["2099", "2099-03-15", ["milestones.0.plannedOn: too-far"]],
  ])("promises nothing for a day that cannot be: %s", async (_, plannedOn, problems) => {
    const { deps, chair, proposal, proposalId } = await written();
    const draft = testPlan(deps, { milestones: [{ id: "m1", title: "Klaar", plannedOn }] });
    await saveDraft(deps, chair, { proposalId, draft, revision: proposal.revision });
    expect(await problemsOf(submitProposal(deps, chair, { proposalId, revision: 1 }))).toEqual(problems);
  });

  test("a day of Amsterdam: a minute after midnight there, yesterday is over", async () => {
    const { deps, chair, proposalId } = await written("complete", "2026-11-21T23:01:00.000Z");
    const draft = testPlan(deps, { milestones: [{ id: "m1", title: "Klaar", plannedOn: "2026-11-21" }] });
    const { problems } = await saveDraft(deps, chair, { proposalId, draft, revision: 0 });
    expect(problems).toEqual([{ path: "milestones.0.plannedOn", code: "before-submission" }]);
  });

  test("a draft may leave open what kind of cost a line is; sending in asks it", async () => {
    const { deps, chair, proposalId } = await written();
    const { budgetLines, ...plan } = testPlan(deps);
    const draft = { ...plan, budgetLines: budgetLines.map((line) => ({ ...line, category: "" as const })) };
    await saveDraft(deps, chair, { proposalId, draft, revision: 0 });
    expect(await problemsOf(submitProposal(deps, chair, { proposalId, revision: 1 }))).toEqual([
      "budgetLines.0.category: choice",
      "budgetLines.1.category: choice",
    ]);
  });

  test("own contribution may be one cent under the costs, not equal to them", async () => {
    const { deps } = await createTestDeps();
    const at = (ownContributionCents: number) => Plan.safeParse(testPlan(deps, { ownContributionCents })).success;
    expect(at(1_249_999)).toBe(true);
    expect(at(1_250_000)).toBe(false);
  });

  test("sends what the overview showed: a draft that was saved since is refused with its revision", async () => {
    const { deps, chair, input } = await written();
    let reads = 0;
    const get: typeof deps.store.get = (kind, ref) => {
      reads += kind === "proposal" ? 1 : 0;
      return deps.store.get(kind, ref);
    };
    const late = submitProposal({ ...deps, store: { ...deps.store, get } }, chair, { ...input, revision: 1 });
    await expect(late).rejects.toMatchObject({ code: "stale", details: { revision: 0 } });
    expect(reads).toBe(1);
  });
});

describe("editing", () => {
  test("keeps a promise for a day that has passed since it was sent in, and takes none from before", async () => {
    const { deps, clock, chair, input, proposalId } = await written();
    await submitProposal(deps, chair, input);
    clock.advance({ days: 3 });
    const planned = (plannedOn: string) => testPlan(deps, { milestones: [{ id: "m1", title: "Klaar", plannedOn }] });
    const edit = (plannedOn: string) => problemsOf(editProposal(deps, chair, { proposalId, plan: planned(plannedOn) }));
    expect(await edit("2026-11-20")).toEqual(["plan.milestones.0.plannedOn: before-submission"]);
    expect(await edit("2026-11-21")).toEqual([]);
  });

  test("keeps every version, for the board and for city hall, and the term runs on", async () => {
    const { deps, clock, chair, treasurer, input, proposalId } = await written();
    await submitProposal(deps, chair, input);
    clock.advance({ days: 3 });
    const plan = testPlan(deps, { title: "Dertig bomen" });
    const receipt = await editProposal(deps, treasurer, { proposalId, plan, note: "Tien meer." });
    expect(receipt).toMatchObject({ title: "Dertig bomen", version: 2, answerBy: "2027-01-18" });
    const auditor = await storeStaff(deps, "auditor");
    for (const reader of [chair, auditor])
      expect(await listVersions(deps, reader, { proposalId })).toMatchObject([
        { version: 2, reason: "edited", note: "Tien meer.", plan: { title: "Dertig bomen" } },
        { version: 1, reason: "submitted", plan: { title: "Bomen in de Noorderstraat" } },
      ]);
    const { chair: stranger } = await storeEnterprise(deps);
    expect(await codeOf(listVersions(deps, stranger, { proposalId }))).toBe("forbidden");
    expect(await codeOf(listVersions(deps, { kind: "visitor" }, { proposalId }))).toBe("unauthenticated");
    expect(await codeOf(listVersions(deps, await storeStaff(deps, "professional"), { proposalId }))).toBe("forbidden");
  });

  test("names problems where they stand in the body", async () => {
    const { deps, chair, input, proposalId } = await written();
    await submitProposal(deps, chair, input);
    const plan = { ...testPlan(deps), title: "", districts: ["WK000000" as never] };
    expect(await problemsOf(editProposal(deps, chair, { proposalId, plan }))).toEqual([
      "plan.title: required",
      "plan.districts.0: district-unknown",
    ]);
  });
});

describe("completing", () => {
  async function asked() {
    const at = await written("complete", "2026-11-02T09:00:00.000Z");
    const officer = await storeStaff(at.deps, "officer");
    await submitProposal(at.deps, at.chair, at.input);
    at.clock.set("2026-11-09T09:00:00.000Z");
    await startReview(at.deps, officer, { proposalId: at.proposalId });
    await askCompletion(at.deps, officer, { proposalId: at.proposalId, question: "Welke bomen?" });
    return { ...at, officer };
  }

  test("stops the clock from the question to the answer, and says so to the whole board", async () => {
    const { deps, clock, chair, treasurer, proposalId } = await asked();
    expect(await deps.store.get("proposal", { id: proposalId })).toMatchObject({
      term: { startedOn: "2026-11-02", stoppedOn: "2026-11-09", stoppedUntil: "2026-12-07", daysStopped: 0 },
      completionAsked: { question: "Welke bomen?", askedOn: "2026-11-09", answerBy: "2026-12-07" },
      dueOn: "2026-12-07",
    });
    const letters = await lettersOf(deps, "completion-asked");
    expect(letters.map(({ to }) => to).sort()).toEqual([chair.email, treasurer.email].sort());
    expect(letters[0]?.payload).toMatchObject({ question: "Welke bomen?", answerBy: "2026-12-07" });
    clock.set("2026-11-19T09:00:00.000Z");
    const receipt = await completeProposal(deps, chair, { proposalId, plan: testPlan(deps), note: "Lindes." });
    // Eight weeks from 2 November is 28 December; it stood still for ten days: 7 January.
    expect(receipt).toMatchObject({ status: "in-review", version: 2, answerBy: "2027-01-07" });
    const after = await deps.store.get("proposal", { id: proposalId });
    expect(after).toMatchObject({ term: { daysStopped: 10 }, dueOn: "2027-01-07" });
    expect(after).not.toHaveProperty("completionAsked");
    expect(after?.term).not.toHaveProperty("stoppedOn");
    expect(await lettersOf(deps, "completion-received")).toHaveLength(2);
  });

  test("an officer goes on without an answer on the day after the last day, not on it", async () => {
    const { deps, clock, officer, chair, proposalId } = await asked();
    // 7 December, one second before midnight in Amsterdam.
    clock.set("2026-12-07T22:59:59.000Z");
    expect(await codeOf(startReview(deps, officer, { proposalId }))).toBe("wrong-state");
    clock.set("2026-12-07T23:00:00.000Z");
    expect(await codeOf(startReview(deps, officer, { proposalId }))).toBe("ok");
    // The clock stood still for the 28 days the board had, and runs again since: 28 December plus 28 days.
    expect(await deps.store.get("proposal", { id: proposalId })).toMatchObject({
      status: "in-review",
      term: { daysStopped: 28 },
      dueOn: "2027-01-25",
    });
    const late = completeProposal(deps, chair, { proposalId, plan: testPlan(deps), note: "Lindes." });
    expect(await codeOf(late)).toBe("wrong-state");
  });

  test("may be late as long as the review was not taken up again", async () => {
    const { deps, clock, chair, proposalId } = await asked();
    clock.set("2026-12-20T09:00:00.000Z");
    const receipt = await completeProposal(deps, chair, { proposalId, plan: testPlan(deps), note: "Lindes." });
    expect(receipt.answerBy).toBe("2027-01-25");
  });

  test("a second question stops the clock again, on top of the first", async () => {
    const { deps, clock, officer, chair, proposalId } = await asked();
    const complete = () => completeProposal(deps, chair, { proposalId, plan: testPlan(deps), note: "Lindes." });
    clock.set("2026-11-12T09:00:00.000Z");
    await complete();
    clock.set("2026-11-16T09:00:00.000Z");
    await askCompletion(deps, officer, { proposalId, question: "Hoe diep?" });
    clock.set("2026-11-20T09:00:00.000Z");
    expect((await complete()).answerBy).toBe("2027-01-04");
    expect((await deps.store.get("proposal", { id: proposalId }))?.term?.daysStopped).toBe(7);
  });
});

test("withdrawing tells the board, keeps the reason and lets nothing be due", async () => {
  const { deps, chair, input, proposalId } = await written();
  await submitProposal(deps, chair, input);
  await withdrawProposal(deps, chair, { proposalId, reason: "" });
  const after = await deps.store.get("proposal", { id: proposalId });
  expect(after).toMatchObject({ status: "withdrawn", withdrawnReason: "" });
  expect(after).not.toHaveProperty("dueOn");
  expect(await lettersOf(deps, "withdrawn")).toHaveLength(2);
});
