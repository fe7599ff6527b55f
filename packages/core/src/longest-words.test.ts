import { createTestDeps, storeEnterprise, storePot, storeStaff, testPlan } from "@hevel/testing/deps";
import { longestDecision, longestPlan, type Words } from "@hevel/testing/longest-words";
import { createMandateWorld, lettersOf, type MandateWorld, payFirst, visitor } from "@hevel/testing/mandate-world";
import { addReceipt, keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import {
  askCompletion,
  askCorrection,
  completeProposal,
  confirmExpense,
  correctAdvice,
  correctExpense,
  correctMilestone,
  editProposal,
  editUpdate,
  enterExpense,
  giveAdvice,
  judgeContent,
  limits,
  type ModerationTarget,
  postUpdate,
  prepareDecision,
  publishLedger,
  reachMilestone,
  refuseExpense,
  reportContent,
  returnDecision,
  saveDraft,
  startProposal,
  startReview,
  submitProposal,
  takeDecision,
} from "./index.ts";

/** The longest texts that are allowed: all of four bytes; or with one emoji where a cut in UTF-16 units halves it. */
const longest: readonly (readonly [string, Words])[] = [
  ["of emoji", (max) => "🚲".repeat(max)],
  ["that end in an emoji", (max) => `${"a".repeat(max - 1)}🚲`],
  ["with an emoji behind one letter", (max) => `a${"🚲".repeat(max - 1)}`],
  ["with an emoji at every limit", (max) => limitsBelow(max)],
];

/** A blank and an emoji around each place where a title, a name, a summary, a note or a text of an allowed length is cut. */
function limitsBelow(max: number): string {
  const cuts = [35, 40, 60, 80, 100, 120, 200, 400, 1_000, 4_000].filter((cut) => cut <= max);
  let text = "";
  for (const cut of cuts) text += `${"b".repeat(cut - text.length - 1)}🚲`;
  return [...text].slice(0, max).join("");
}

describe.each(longest)("what was accepted with texts %s", (_name, words) => {
  test("as an expense can be confirmed, corrected, refused and published", async () => {
    const own = await createMandateWorld();
    const { deps, world, mandate } = own;
    await payFirst(own);
    const enter = async () => {
      const receipt = await addReceipt(world, keyOf(deps));
      return enterExpense(deps, world.treasurer, {
        mandateId: mandate.id,
        amountCents: 1_00,
        spentOn: "2026-11-21",
        category: "material",
        supplier: words(limits.nameLengthMax),
        isSupplierPerson: false,
        note: words(limits.noteLengthMax),
        receiptId: receipt.id,
        idempotencyKey: keyOf(deps),
      });
    };
    const reason = words(limits.noteLengthMax);
    const { id: expenseId } = await enter();
    await confirmExpense(deps, world.chair, { expenseId, idempotencyKey: keyOf(deps) });
    await askCorrection(deps, world.treasurer, { expenseId, reason });
    await correctExpense(deps, world.secretary, { expenseId, idempotencyKey: keyOf(deps) });
    await refuseExpense(deps, world.chair, { expenseId: (await enter()).id, reason });
    expect((await publishLedger(deps)).differences).toEqual([]);
  });

  test("as news and as a promise can be corrected, hidden and shown again", async () => {
    const own = await createMandateWorld();
    const { deps, world, mandate } = own;
    const { proposalId } = mandate;
    const news = { title: words(limits.titleLengthMax), body: words(limits.textLengthMax) };
    const { id: updateId } = await postUpdate(deps, world.chair, { proposalId, ...news });
    await editUpdate(deps, world.chair, { proposalId, updateId, title: "Nieuw", body: news.body });
    await editUpdate(deps, world.chair, { proposalId, updateId, ...news });
    const reached = { mandateId: mandate.id, milestoneId: "m1", reachedOn: "2026-11-20" };
    await reachMilestone(deps, world.chair, { ...reached, note: "Klaar." });
    await correctMilestone(deps, world.chair, { ...reached, note: words(limits.noteLengthMax) });
    await judge(own, { kind: "update", proposalId, updateId }, words);
    await judge(own, { kind: "milestone", mandateId: mandate.id, milestoneId: "m1" }, words);
    expect(await lettersOf(deps, "content-restored")).toHaveLength(6);
  });

  test("as a proposal can be reviewed, completed, advised and decided", async () => {
    const { deps } = await createTestDeps();
    const { enterprise, chair } = await storeEnterprise(deps);
    const [officer, council, pot] = [
      await storeStaff(deps, "officer"),
      await storeStaff(deps, "council"),
      await storePot(deps, 10_000_000),
    ];
    const plan = longestPlan(words, testPlan(deps));
    const started = await startProposal(deps, chair, { enterpriseId: enterprise.id, draft: {} });
    const proposalId = started.id;
    const { revision } = await saveDraft(deps, chair, { proposalId, draft: plan, revision: started.revision });
    await submitProposal(deps, chair, { proposalId, revision });
    await editProposal(deps, chair, { proposalId, plan: { ...plan, summary: words(limits.summaryLengthMax - 1) } });
    await startReview(deps, officer, { proposalId });
    await askCompletion(deps, officer, { proposalId, question: words(limits.textLengthMax) });
    await completeProposal(deps, chair, { proposalId, plan, note: words(limits.noteLengthMax) });
    const [reason, costingNote, why] = [
      words(limits.textLengthMax),
      words(limits.noteLengthMax),
      words(limits.noteLengthMax),
    ];
    const advice = { outcome: "award", reason, costingCents: 100, costingNote } as const;
    await giveAdvice(deps, officer, { proposalId, advice });
    await correctAdvice(deps, officer, { proposalId, correction: { ...advice, costingCents: 99, why } });
    const draft = longestDecision(words, pot.id);
    const { decisionId: first } = await prepareDecision(deps, officer, { proposalId, draft });
    await returnDecision(deps, council, { proposalId, decisionId: first, reason: words(limits.noteLengthMax) });
    const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft });
    await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
    expect((await publishLedger(deps)).differences).toEqual([]);
  });
});

/** Somebody reports it, an officer hides it, and shows it again. */
async function judge({ deps, officer }: MandateWorld, target: ModerationTarget, words: Words): Promise<void> {
  const reason = words(limits.noteLengthMax);
  await reportContent(deps, visitor, { target, reason }, { ip: "198.18.0.1" });
  await judgeContent(deps, officer, { outcome: "hide", target, reason });
  await judgeContent(deps, officer, { outcome: "restore", target, reason });
}
