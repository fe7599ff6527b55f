import { createTestDeps, storeEnterprise, storePot, storeStaff, type TestDeps, testPlan } from "@hevel/testing/deps";
import { longestDecision, longestPlan } from "@hevel/testing/longest-words";
import { createMandateWorld, evaluated, visitor } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { recordSizes } from "@hevel/testing/record-sizes";
import { expect, test } from "vitest";
import {
  askCompletion,
  completeProposal,
  correctAdvice,
  correctMilestone,
  editUpdate,
  giveAdvice,
  judgeContent,
  limits,
  type Member,
  postUpdate,
  prepareDecision,
  prepareEnding,
  reachMilestone,
  reportContent,
  returnDecision,
  StaffRole,
  saveDraft,
  setGroupRoles,
  signInStaff,
  startProposal,
  startReview,
  submitProposal,
  takeDecision,
  writeEnterpriseEvaluation,
} from "./index.ts";

/** What DynamoDB takes, less what the names of the indexes may add. */
const recordBytesMax = 400_000;
/** Four bytes each: the longest a character is. */
const words = (max: number) => "🚲".repeat(max);

async function expectSmall(own: TestDeps, ...kinds: readonly string[]): Promise<void> {
  const found = await recordSizes(own);
  expect(found.filter(([, bytes]) => bytes >= recordBytesMax)).toEqual([]);
  expect(found.map(([kind]) => kind)).toEqual(expect.arrayContaining([...kinds]));
}

test("a mandate stays small, whatever its promises were and however often they were corrected", async () => {
  const own = await createMandateWorld();
  const { deps, world, officer } = own;
  const milestones = longestPlan(words, testPlan(deps)).milestones;
  const conditions = Array.from({ length: limits.conditionsMax }, () => words(limits.summaryLengthMax));
  const mandate = { ...own.mandate, title: words(limits.titleLengthMax), milestones, conditions };
  await deps.store.commit([{ replace: "mandate", record: mandate, when: [] }]);
  for (const { id: milestoneId } of milestones) {
    const input = { mandateId: mandate.id, milestoneId, reachedOn: "2026-11-20" };
    await reachMilestone(deps, world.chair, { ...input, note: words(limits.noteLengthMax) });
    for (let time = 1; time <= limits.correctionsMax; time++)
      await correctMilestone(deps, world.chair, { ...input, note: `${time % 2}${words(limits.noteLengthMax - 1)}` });
    const target = { kind: "milestone", mandateId: mandate.id, milestoneId } as const;
    await judgeContent(deps, officer, { outcome: "hide", target, reason: words(limits.noteLengthMax) });
  }
  await expectSmall(own, "mandate", "earlier-words");
});

test("news stays small, however often it was corrected and reported", async () => {
  const own = await createMandateWorld();
  const { deps, world, mandate } = own;
  const { proposalId } = mandate;
  const news = (sign: number) => ({
    title: words(limits.titleLengthMax),
    body: `${sign}${words(limits.textLengthMax - 1)}`,
  });
  const photo = { photoAlt: words(200) };
  const { id: updateId } = await postUpdate(deps, world.chair, { proposalId, ...news(0), ...photo });
  for (let time = 1; time <= limits.correctionsMax; time++)
    await editUpdate(deps, world.chair, { proposalId, updateId, ...news(time % 2) });
  const target = { kind: "update", proposalId, updateId } as const;
  for (let network = 1; network <= limits.reportsKeptMax; network++)
    await reportContent(deps, visitor, { target, reason: words(limits.noteLengthMax) }, { ip: `198.18.${network}.1` });
  await judgeContent(deps, own.officer, { outcome: "hide", target, reason: words(limits.noteLengthMax) });
  await expectSmall(own, "update", "moderation-case", "earlier-words");
  const [[, largest] = ["", 0]] = (await recordSizes(own)).filter(([kind]) => kind === "update");
  expect(largest).toBeLessThan(30_000);
});

test("a proposal stays small, however often it was completed, its advice corrected and its decision returned", async () => {
  const own = await createTestDeps();
  const { deps } = own;
  const { enterprise, chair } = await storeEnterprise(deps);
  const [officer, council] = [await storeStaff(deps, "officer"), await storeStaff(deps, "council")];
  const pot = await storePot(deps, 10_000_000);
  const plan = longestPlan(words, testPlan(deps));
  const [text, note] = [words(limits.textLengthMax), words(limits.noteLengthMax)];
  const started = await startProposal(deps, chair, { enterpriseId: enterprise.id, draft: {} });
  const proposalId = started.id;
  const { revision } = await saveDraft(deps, chair, { proposalId, draft: plan, revision: started.revision });
  await submitProposal(deps, chair, { proposalId, revision });
  await startReview(deps, officer, { proposalId });
  for (let round = 1; round <= 3; round++) {
    await askCompletion(deps, officer, { proposalId, question: text });
    await completeProposal(deps, chair, { proposalId, plan, note });
  }
  const advice = { outcome: "award", reason: text, costingNote: note } as const;
  await giveAdvice(deps, officer, { proposalId, advice: { ...advice, costingCents: 0 } });
  for (let time = 1; time <= limits.correctionsMax; time++)
    await correctAdvice(deps, officer, { proposalId, correction: { ...advice, costingCents: time, why: note } });
  const draft = longestDecision(words, pot.id);
  for (let round = 1; round <= 2; round++) {
    const { decisionId } = await prepareDecision(deps, officer, { proposalId, draft });
    if (round === 1) await returnDecision(deps, council, { proposalId, decisionId, reason: note });
    else await takeDecision(deps, council, { proposalId, decisionId, idempotencyKey: keyOf(deps) });
  }
  await expectSmall(own, "proposal", "proposal-version", "decision", "mandate", "letter");
});

test("an evaluation and an end stay small", async () => {
  const own = await evaluated(300_00);
  const { deps, world, mandate, officer } = own;
  const milestones = longestPlan(words, testPlan(deps)).milestones;
  const kept = await deps.store.get("mandate", { id: mandate.id });
  if (kept === undefined) throw new Error("the mandate is there");
  await deps.store.commit([{ replace: "mandate", record: { ...kept, milestones }, when: [] }]);
  const outcomes = milestones.map(({ id: milestoneId }) => ({
    milestoneId,
    reached: "partly" as const,
    note: words(limits.summaryLengthMax),
  }));
  const said = { outcomes, peopleReached: 1, volunteerHours: 1, learned: words(limits.textLengthMax) };
  await writeEnterpriseEvaluation(deps, world.chair, { mandateId: mandate.id, ...said });
  const part = { reference: words(60), legalBasis: words(200), motivation: words(limits.textLengthMax) };
  await prepareEnding(deps, officer, { mandateId: mandate.id, draft: { ...part, claim: part } });
  await expectSmall(own, "evaluation", "ending");
});

test("an enterprise stays small with as many members as it may ever have", async () => {
  const own = await createTestDeps();
  const { deps } = own;
  const at = deps.clock.now().toISOString();
  const members = Array.from(
    { length: limits.memberRecordsMax },
    (): Member => ({
      id: deps.ids.next("mem"),
      personId: deps.ids.next("per"),
      email: `${"a".repeat(64)}@${"b".repeat(limits.emailLengthMax - 65)}`,
      name: words(limits.nameLengthMax),
      role: "secretary",
      status: "left",
      isNamePublic: false,
      invitationHash: "0".repeat(64),
      invitedAt: at,
      invitedBy: deps.ids.next("mem"),
      invitationExpiresAt: at,
      confirmedAt: at,
      leftAt: at,
      leftBy: deps.ids.next("mem"),
      isUnchecked: true,
      removal: { askedBy: deps.ids.next("mem"), askedAt: at, expiresAt: at },
    }),
  );
  const reason = words(limits.noteLengthMax);
  await storeEnterprise(deps, {
    profile: {
      name: words(limits.titleLengthMax),
      story: words(limits.textLengthMax),
      districts: deps.municipality.districts.map(({ code }) => code),
      legalForm: "informal-group",
      askUs: Array.from({ length: limits.questionsMax }, () => words(limits.nameLengthMax)),
      photoAlt: words(200),
    },
    hidden: { at, reason },
    refusal: reason,
    ...{ members },
  });
  await expectSmall(own, "enterprise");
});

test("the roles of city hall stay small with the longest groups, and so does who is in a thousand of them", async () => {
  const own = await createTestDeps();
  const { deps } = own;
  const admin = await storeStaff(deps, "admin");
  const named = (index: number) => `${String(index).padStart(4, "0")}${words(limits.nameLengthMax - 4)}`;
  const items = Array.from({ length: limits.groupsMax }, (_, index) => ({
    group: named(index),
    roles: [...StaffRole.options],
  }));
  const { revision } = (await deps.store.get("municipality", {})) ?? deps.municipality;
  await setGroupRoles(deps, admin, { items: [...items.slice(1), { group: "Beheer", roles: ["admin"] }], revision });
  const groups = ["Beheer", ...Array.from({ length: 1_200 }, (_, index) => `${index}${"€".repeat(116)}`)];
  const claims = { issuer: "https://id.example", subject: "1", name: words(limits.nameLengthMax) };
  const now = { ...deps, municipality: (await deps.store.get("municipality", {})) ?? deps.municipality };
  await signInStaff(now, visitor, { ...claims, email: "a@gemeente.example", groups });
  await expectSmall(own, "role-table", "municipality", "person");
});
