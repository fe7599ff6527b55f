import { createTestDeps, storeEnterprise, storeProposal, storeStaff, testPlan } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import type { Actor } from "../ports.ts";
import { correctAdvice } from "./correct-advice.ts";
import { getProposal } from "./get.ts";
import { giveAdvice } from "./give-advice.ts";
import type { Advice } from "./proposal.ts";

/** A proposal in review that asks for 10,000 euro. */
async function inReview() {
  const { deps, clock } = await createTestDeps();
  const officer = await storeStaff(deps, "officer");
  const { enterprise, chair } = await storeEnterprise(deps);
  const { id: proposalId } = await storeProposal(deps, enterprise, { status: "in-review", plan: testPlan(deps) });
  return { deps, clock, officer, chair, proposalId };
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
    ["award-in-part", 1_000_000, "invalid costingCents: amount-in-part 1000000"],
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

describe("a corrected advice", () => {
  const advice: Advice = { outcome: "award", costingCents: 1_000_000, costingNote: "", reason: "Een goed plan." };
  const correction = {
    ...advice,
    outcome: "award-in-part" as const,
    costingCents: 800_000,
    why: "De bomen zijn goedkoper.",
  };

  async function corrected() {
    const world = await inReview();
    await giveAdvice(world.deps, world.officer, { proposalId: world.proposalId, advice });
    world.clock.advance({ days: 1 });
    await correctAdvice(world.deps, world.officer, { proposalId: world.proposalId, correction });
    return world;
  }

  test("says for everybody what it says now, since when and why; what it said before is for board and city hall", async () => {
    const { deps, officer, chair, proposalId } = await corrected();
    const read = async (actor: Actor) => (await getProposal(deps, actor, { proposalId })).advice;
    const { why, ...words } = correction;
    const now = {
      ...words,
      givenAt: "2026-11-21T12:00:00.000Z",
      correction: { at: "2026-11-22T12:00:00.000Z", reason: why },
    };
    const whole = { ...now, earlier: [{ ...advice, until: "2026-11-22T12:00:00.000Z", why }] };
    expect(await read({ kind: "visitor" })).toEqual(now);
    expect([await read(officer), await read(chair)]).toEqual([whole, whole]);
  });

  test("is an event for who follows it, and a line of the audit trail", async () => {
    const { deps, officer, proposalId } = await corrected();
    const events = await deps.store.listAll("events-of-proposal", { proposalId });
    expect(events.map(({ code, facts }) => [code, facts["outcome"]])).toEqual([
      ["advice-given", "award"],
      ["advice-corrected", "award-in-part"],
    ]);
    const [line] = await deps.store.listAll("audit-of-month", { month: "2026-11" });
    expect(line).toMatchObject({ act: "advice-corrected", by: officer.personId, facts: { why: correction.why } });
  });

  test("is held to the request as well, and can be corrected ten times", async () => {
    const { deps, officer, proposalId } = await corrected();
    const again = (costingCents: number) =>
      outcomeOf(correctAdvice(deps, officer, { proposalId, correction: { ...correction, costingCents } }));
    expect(await again(1_000_001)).toBe("invalid costingCents: above-request 1000000");
    for (let times = 2; times <= 10; times++) expect(await again(times)).toBe("ok");
    expect(await again(11)).toMatch(/^limit-reached/);
    const after = await deps.store.get("proposal", { id: proposalId });
    expect(after?.advice?.costingCents).toBe(10);
    const kept = await deps.store.listAll("earlier-words-of", { of: `${proposalId}.advice` });
    expect(kept.map(({ words }) => words["costingCents"])).toEqual([
      advice.costingCents,
      correction.costingCents,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
    ]);
  });
});
