import fc from "fast-check";
import { expect, test } from "vitest";
import { plannedDayProblem, yearsLater } from "./planned-day.ts";

test.each([
  ["2026-11-21", 5, "2031-11-21"],
  ["2026-11-21", -5, "2021-11-21"],
  ["2028-02-29", 4, "2032-02-28"],
  ["2028-02-29", -3, "2025-02-28"],
])("%s and %d years is %s", (date, years, expected) => expect(yearsLater(date, years)).toBe(expected));

test("a planned day is right exactly from the day of sending in to so many years from today", () => {
  const day = fc.date({ min: new Date("2015-01-01"), max: new Date("2045-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 300 }),
      (at, now, yearsMax, ago) => {
        const iso = (date: Date) => date.toISOString().slice(0, 10);
        const today = iso(now);
        const submittedOn = iso(new Date(now.getTime() - ago * 86_400_000));
        const problem = plannedDayProblem(iso(at), { submittedOn, today, yearsMax });
        expect(problem === undefined).toBe(iso(at) >= submittedOn && iso(at) <= yearsLater(today, yearsMax));
      },
    ),
  );
});
