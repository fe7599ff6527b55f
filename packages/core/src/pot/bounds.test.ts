import { createTestDeps, storePot, storeStaff } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { appropriate } from "./appropriate.ts";
import { createPot } from "./create.ts";

const outcomeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: unknown) =>
      error instanceof DomainError ? error.fields.map(({ path, code }) => `${path}: ${code}`).join() : String(error),
  );

describe("the budget of a pot", () => {
  test.each([
    [2020, "year: too-long-ago"],
    [2021, "ok"],
    [2026, "ok"],
    [2031, "ok"],
    [2032, "year: too-far"],
  ])("of %d, seen from 2026: %s", async (year, expected) => {
    const { deps } = await createTestDeps({ now: "2026-11-21T12:00:00.000Z" });
    const finance = await storeStaff(deps, "finance");
    expect(await outcomeOf(createPot(deps, finance, { name: "Wijkbudget", programme: "Wijken", year }))).toBe(expected);
  });

  test.each([
    ["2021-11-20", "decidedOn: too-long-ago"],
    ["2021-11-21", "ok"],
    ["2026-11-21", "ok"],
    ["2026-11-22", "decidedOn: in-future"],
  ])("set apart by a decision of %s, seen from 21 November 2026: %s", async (decidedOn, expected) => {
    const { deps } = await createTestDeps({ now: "2026-11-21T12:00:00.000Z" });
    const finance = await storeStaff(deps, "finance");
    const { id: potId } = await storePot(deps, 0);
    const input = { potId, amountCents: 100, decisionReference: "RB-1", decidedOn, idempotencyKey: `vul-${decidedOn}` };
    expect(await outcomeOf(appropriate(deps, finance, input))).toBe(expected);
  });
});
