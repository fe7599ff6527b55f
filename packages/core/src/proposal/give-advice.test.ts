import { createTestDeps, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { giveAdvice } from "./give-advice.ts";
import type { Advice } from "./proposal.ts";

/** A proposal in review that asks for 10,000 euro. */
async function inReview() {
  const { deps } = await createTestDeps();
  const officer = await storeStaff(deps, "officer");
  const { enterprise } = await storeEnterprise(deps);
  const { id: proposalId } = await storeProposal(deps, enterprise, { status: "in-review", plan: testPlan(deps) });
  return { deps, officer, proposalId };
}

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: unknown) =>
      error instanceof DomainError
        ? `${error.code} ${error.fields.map(({ path, code, limit }) => `${path}: ${code} ${limit}`).join()}`
        : String(error),
  );

describe("an advice", () => {
  const tooMuch = "invalid costingCents: above-request 1000000";
  test.each([
    ["award", 1_000_000, "ok"],
    ["award", 1_000_001, tooMuch],
    ["award-in-part", 999_999, "ok"],
    ["award-in-part", 9_999_900, tooMuch],
    ["reject", 0, "ok"],
    ["reject", 1_000_000, "ok"],
    ["reject", 1_000_001, tooMuch],
  ] as const)("to %s that costs %d cents where 1,000,000 was asked: %s", async (outcome, costingCents, expected) => {
    const { deps, officer, proposalId } = await inReview();
    const advice: Advice = { outcome, costingCents, costingNote: "", reason: "Zo is het." };
    expect(await outcomeOf(giveAdvice(deps, officer, { proposalId, advice }))).toBe(expected);
    const after = await deps.store.get("proposal", { id: proposalId });
    expect(after?.status).toBe(expected === "ok" ? "advised" : "in-review");
  });
});
