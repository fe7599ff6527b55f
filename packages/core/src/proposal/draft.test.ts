import { codeOf, createTestDeps, storeEnterprise, testPlan } from "@hevel/testing/deps";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { discardDraft } from "./discard-draft.ts";
import { getDraft } from "./get-draft.ts";
import { PlanDraft } from "./proposal.ts";
import { saveDraft } from "./save-draft.ts";
import { startProposal } from "./start.ts";
import { submitProposal } from "./submit.ts";

async function draft() {
  const { deps } = await createTestDeps();
  const board = await storeEnterprise(deps);
  const { id: proposalId } = await startProposal(deps, board.chair, { enterpriseId: board.enterprise.id });
  return { deps, ...board, proposalId };
}

describe("a draft", () => {
  test("starts empty, says everything that is still missing, and is nobody's but the board's", async () => {
    const { deps, proposalId, treasurer } = await draft();
    const view = await getDraft(deps, treasurer, { proposalId });
    expect(view).toMatchObject({ draft: {}, revision: 0, enterprise: { name: "Buurtbeheer Noord" } });
    expect(view.problems.map(({ path }) => path).sort()).toEqual(
      ["audience", "budgetLines", "districts", "milestones", "summary", "themes", "title", "what", "why"].sort(),
    );
    const { chair: stranger } = await storeEnterprise(deps);
    expect(await codeOf(getDraft(deps, stranger, { proposalId }))).toBe("not-found");
    expect(await codeOf(getDraft(deps, { kind: "visitor" }, { proposalId }))).toBe("not-found");
    expect(await codeOf(saveDraft(deps, stranger, { proposalId, draft: {}, revision: 0 }))).toBe("not-found");
    expect(await codeOf(discardDraft(deps, stranger, { proposalId }))).toBe("not-found");
    expect(await deps.store.listAll("proposals-open", {})).toEqual([]);
  });

  test("keeps half of a plan, whatever half", async () => {
    const { deps, proposalId, chair } = await draft();
    const plan = testPlan(deps);
    const keys = Object.keys(plan) as (keyof typeof plan)[];
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(keys), async (chosen) => {
        const half = PlanDraft.parse(Object.fromEntries(chosen.map((key) => [key, plan[key]])));
        ({ revision } = await saveDraft(deps, chair, { proposalId, draft: half, revision }));
        expect((await getDraft(deps, chair, { proposalId })).draft).toEqual(half);
      }),
      { numRuns: 25 },
    );
  });

  test("saved over an older revision is refused with the newest one, and nothing is lost", async () => {
    const { deps, proposalId, chair, treasurer } = await draft();
    await saveDraft(deps, chair, { proposalId, draft: { title: "Bomen" }, revision: 0 });
    const late = saveDraft(deps, treasurer, { proposalId, draft: { title: "Struiken" }, revision: 0 });
    await expect(late).rejects.toMatchObject({ code: "stale", details: { revision: 1 } });
    expect((await getDraft(deps, chair, { proposalId })).draft).toEqual({ title: "Bomen" });
  });

  test("saved by two at once is saved by one; the other hears the newest revision", async () => {
    const { deps, proposalId, chair, treasurer } = await draft();
    const saves = await Promise.allSettled([
      saveDraft(deps, chair, { proposalId, draft: { title: "Bomen" }, revision: 0 }),
      saveDraft(deps, treasurer, { proposalId, draft: { title: "Struiken" }, revision: 0 }),
    ]);
    const refused = saves.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(DomainError);
    expect(refused[0]).toMatchObject({ code: "stale", details: { revision: 1 } });
  });

  test("saved again with the same content, because the answer was lost, is simply saved", async () => {
    const { deps, proposalId, chair } = await draft();
    const input = { proposalId, draft: { title: "Bomen", themes: ["green" as const] }, revision: 0 };
    const first = await saveDraft(deps, chair, input);
    expect(await saveDraft(deps, chair, input)).toEqual(first);
    expect(first.revision).toBe(1);
  });

  test(`the ${limits.draftsPerEnterpriseMax}th can be started, one more cannot until another is gone`, async () => {
    const { deps, proposalId, chair, enterprise } = await draft();
    const { id: enterpriseId } = enterprise;
    for (let count = 2; count < limits.draftsPerEnterpriseMax; count++)
      await startProposal(deps, chair, { enterpriseId });
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("ok");
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("limit-reached");
    await discardDraft(deps, chair, { proposalId });
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("ok");
  });

  test("in a rush of 40 exactly as many are started as there is room for, and one that is sent in makes room", async () => {
    const { deps, chair, enterprise } = await draft();
    const { id: enterpriseId } = enterprise;
    const codes = await Promise.all(
      Array.from({ length: 40 }, () => codeOf(startProposal(deps, chair, { enterpriseId }))),
    );
    expect(codes.filter((code) => code === "ok")).toHaveLength(limits.draftsPerEnterpriseMax - 1);
    expect(codes.filter((code) => code === "limit-reached")).toHaveLength(40 - limits.draftsPerEnterpriseMax + 1);
    const [one] = await deps.store.listAll("proposals-of-enterprise", { enterpriseId });
    if (one === undefined) throw new Error("there are drafts");
    const { revision } = await saveDraft(deps, chair, { proposalId: one.id, draft: testPlan(deps), revision: 0 });
    await submitProposal(deps, chair, { proposalId: one.id, revision });
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("ok");
    expect(await codeOf(startProposal(deps, chair, { enterpriseId }))).toBe("limit-reached");
  });

  test("is started by the board only, of an enterprise that exists", async () => {
    const { deps, enterprise } = await draft();
    const { chair: stranger } = await storeEnterprise(deps);
    const { id: enterpriseId } = enterprise;
    expect(await codeOf(startProposal(deps, stranger, { enterpriseId }))).toBe("forbidden");
    expect(await codeOf(startProposal(deps, stranger, { enterpriseId: deps.ids.next("ent") }))).toBe("not-found");
  });
});
