import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar.ts";
import { type MandateStatus, MandateStatus as statuses } from "./mandate.ts";
import { phaseOf, whyExpensesRest, whyMoneyRests } from "./phase.ts";

const term = { startsOn: "2026-12-07", endsOn: "2027-06-30" };
const active = { ...term, status: "active" as const };

describe("where a mandate is", () => {
  test.each([
    ["2026-11-28", "to-begin", "mandate-not-active"],
    ["2026-12-06", "to-begin", "mandate-not-active"],
    ["2026-12-07", "running", undefined],
    ["2027-06-30", "running", undefined],
    ["2027-07-01", "over", "mandate-not-active"],
  ])("on %s: %s", (today, phase, refusal) => {
    expect(phaseOf(active, today)).toBe(phase);
    expect(whyMoneyRests(active, today)).toBe(refusal);
  });

  test("is its status once the evaluation was asked", () => {
    for (const status of statuses.exclude(["active"]).options)
      for (const today of ["2026-12-01", "2027-01-01", "2027-08-01"])
        expect(phaseOf({ ...term, status }, today)).toBe(status);
  });

  test("money moves on the days of its term and on no other, as long as it has not ended", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-01-01", days));
    const status = fc.constantFrom<MandateStatus>(...statuses.options);
    fc.assert(
      fc.property(day, day, day, status, (startsOn, endsOn, today, now) => {
        const hasEnded = now === "refund-due" || now === "closed";
        const moves = startsOn <= today && today <= endsOn && !hasEnded;
        expect(whyMoneyRests({ startsOn, endsOn, status: now }, today) === undefined).toBe(moves);
      }),
    );
  });

  test.each([
    ["2026-12-06", 500, "mandate-not-active"],
    ["2026-12-07", 500, undefined],
    ["2026-12-07", 0, "not-enough-money"],
    // What was bought in time can be entered later.
    ["2027-09-01", 500, undefined],
  ])("an expense on %s with %i cents free: %s", (today, freeCents, refusal) => {
    expect(whyExpensesRest(active, today, freeCents)).toBe(refusal);
    expect(whyExpensesRest({ ...term, status: "refund-due" }, today, freeCents)).toBe("mandate-not-active");
  });

  test.each([
    ["evaluation", "2027-07-28", undefined],
    ["evaluation", "2027-07-29", "mandate-not-active"],
    ["ending-prepared", "2027-07-01", "mandate-not-active"],
  ] as const)("an expense in %s on %s, where the evaluation is due on 28 July: %s", (status, today, refusal) => {
    expect(whyExpensesRest({ ...term, status, evaluationDueOn: "2027-07-28" }, today, 500)).toBe(refusal);
  });
});
