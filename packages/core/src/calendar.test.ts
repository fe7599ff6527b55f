import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dateIn,
  daysBetween,
  endOfDay,
  endOfTerm,
  type IsoDate,
  isHoliday,
  isStanding,
  isWorkingDay,
  lastDayToObject,
  orNextWorkingDay,
  resumeTerm,
  stopTerm,
  type Term,
  termEndsOn,
} from "./calendar.ts";

/** Any date from 2000 to 2099. */
const date = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays("2000-01-01", days));

describe("the date in Amsterdam", () => {
  test.each([
    // Winter: UTC+1. Midnight in Amsterdam is 23:00 UTC.
    ["2026-11-21T22:59:59.999Z", "2026-11-21"],
    ["2026-11-21T23:00:00.000Z", "2026-11-22"],
    ["2026-12-31T22:59:59.999Z", "2026-12-31"],
    ["2026-12-31T23:00:00.000Z", "2027-01-01"],
    // Summer: UTC+2. Midnight in Amsterdam is 22:00 UTC.
    ["2026-07-01T21:59:59.999Z", "2026-07-01"],
    ["2026-07-01T22:00:00.000Z", "2026-07-02"],
    // The clock goes forward on 29 March 2026 and back on 25 October 2026.
    ["2026-03-28T23:00:00.000Z", "2026-03-29"],
    ["2026-03-29T21:59:59.999Z", "2026-03-29"],
    ["2026-03-29T22:00:00.000Z", "2026-03-30"],
    ["2026-10-24T22:00:00.000Z", "2026-10-25"],
    ["2026-10-25T22:59:59.999Z", "2026-10-25"],
    ["2026-10-25T23:00:00.000Z", "2026-10-26"],
  ])("at %s it is %s", (instant, expected) => {
    expect(dateIn(new Date(instant))).toBe(expected);
  });
});

describe("counting days", () => {
  test.each([
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s plus %i days is %s, also over a change of the clock", (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });

  test("adding days and counting them are each other's opposite", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe("general holidays", () => {
  test.each([
    // Easter 2024: 31 March; 2025: 20 April; 2026: 5 April; the earliest and latest of a century: 2008 and 2038.
    ["2026-01-01", "New Year"],
    ["2026-04-03", "Good Friday"],
    ["2026-04-06", "Easter Monday"],
    ["2024-04-01", "Easter Monday"],
    ["2025-04-21", "Easter Monday"],
    ["2008-03-24", "Easter Monday, early"],
    ["2038-04-26", "Easter Monday, late"],
    ["2026-05-14", "Ascension Day"],
    ["2026-05-25", "Whit Monday"],
    ["2026-05-05", "Liberation Day"],
    ["2027-04-27", "King's Day"],
    ["2025-04-26", "King's Day, moved from Sunday to Saturday"],
    ["2026-12-25", "Christmas"],
    ["2026-12-26", "Boxing Day"],
  ])("%s is %s", (day) => {
    expect(isHoliday(day)).toBe(true);
    expect(isWorkingDay(day)).toBe(false);
  });

  test.each([
    ["2025-04-27", "a Sunday on which King's Day is not held"],
    ["2026-04-26", "the day before King's Day"],
    ["2026-12-24", "the day before Christmas"],
    ["2026-05-04", "Remembrance Day"],
    ["2026-04-02", "Maundy Thursday"],
  ])("%s is not a holiday: %s", (day) => {
    expect(isHoliday(day)).toBe(false);
  });

  test("a term that ends on a closed day ends on the next working day, never more than five days later", () => {
    fc.assert(
      fc.property(date, (day) => {
        const moved = orNextWorkingDay(day);
        expect(isWorkingDay(moved)).toBe(true);
        expect(daysBetween(day, moved)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, moved)).toBeLessThanOrEqual(5);
        for (let between = day; between < moved; between = addDays(between, 1))
          expect(isWorkingDay(between)).toBe(false);
      }),
    );
  });
});

describe("the last day to object", () => {
  test.each([
    // Announced on Tuesday 6 January: the six weeks begin on the 7th and end on Tuesday 17 February.
    ["2026-01-06", "2026-02-17"],
    // 42 days on is a Saturday, a Sunday: Monday.
    ["2026-01-03", "2026-02-16"],
    ["2026-01-04", "2026-02-16"],
    // 42 days on is New Year's Day, a Friday: Monday 4 January.
    ["2026-11-20", "2027-01-04"],
    // 42 days on is Saturday 2 January.
    ["2026-11-21", "2027-01-04"],
    // 42 days on is Christmas Day, a Friday; then Boxing Day and a Sunday.
    ["2026-11-13", "2026-12-28"],
    // 42 days on is Good Friday 2026, then the whole of Easter: Tuesday.
    ["2026-02-20", "2026-04-07"],
    // 42 days on is King's Day 2026, a Monday.
    ["2026-03-16", "2026-04-28"],
    // The Sunday on which King's Day would fall in 2025: Monday 28 April, because King's Day was the Saturday.
    ["2025-03-16", "2025-04-28"],
  ])("of a decision announced on %s is %s", (announcedOn, expected) => {
    expect(lastDayToObject(announcedOn)).toBe(expected);
  });

  test("is at least six weeks after the announcement, and a working day", () => {
    fc.assert(
      fc.property(date, (announcedOn) => {
        const last = lastDayToObject(announcedOn);
        expect(daysBetween(announcedOn, last)).toBeGreaterThanOrEqual(42);
        expect(isWorkingDay(last)).toBe(true);
      }),
    );
  });
});

describe("a term", () => {
  const term = (startedOn: IsoDate, days = 56): Term => ({ startedOn, days, daysStopped: 0 });

  test("of eight weeks from Monday 5 January ends on Monday 2 March", () => {
    expect(termEndsOn(term("2026-01-05"), "2026-01-05")).toBe("2026-03-02");
  });

  test("stands still for exactly the days it was stopped", () => {
    const stopped = stopTerm(term("2026-01-05"), "2026-01-12");
    expect(termEndsOn(stopped, "2026-01-12")).toBe("2026-03-02");
    expect(termEndsOn(stopped, "2026-01-15")).toBe("2026-03-05");
    const resumed = resumeTerm(stopped, "2026-01-15");
    expect(resumed).toEqual({ ...term("2026-01-05"), daysStopped: 3 });
    expect(termEndsOn(resumed, "2026-02-20")).toBe("2026-03-05");
  });

  test("runs again by itself after the last day to answer", () => {
    const stopped = stopTerm(term("2026-01-05"), "2026-01-12", "2026-02-09");
    expect(isStanding(stopped, "2026-01-11")).toBe(false);
    expect(isStanding(stopped, "2026-01-12")).toBe(true);
    expect(isStanding(stopped, "2026-02-09")).toBe(true);
    expect(isStanding(stopped, "2026-02-10")).toBe(false);
    expect(termEndsOn(stopped, "2026-02-10")).toBe("2026-03-30");
    expect(termEndsOn(stopped, "2026-06-01")).toBe("2026-03-30");
    expect(resumeTerm(stopped, "2026-06-01").daysStopped).toBe(28);
  });

  test("that runs cannot be resumed, and one that stands cannot be stopped again", () => {
    expect(resumeTerm(term("2026-01-05"), "2026-02-01")).toEqual(term("2026-01-05"));
    const stopped = stopTerm(term("2026-01-05"), "2026-01-12", "2026-02-09");
    expect(stopTerm(stopped, "2026-01-20", "2026-03-01")).toEqual(stopped);
  });

  const stops = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })), { maxLength: 8 });

  test("that was stopped and resumed ends as many days later as it stood still in all, whatever the order of stops", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 365 }), stops, (startedOn, days, gaps) => {
        let current = term(startedOn, days);
        let today = startedOn;
        let stood = 0;
        for (const [run, stand] of gaps) {
          today = addDays(today, run);
          current = stopTerm(current, today);
          today = addDays(today, stand);
          expect(termEndsOn(current, today)).toBe(orNextWorkingDay(addDays(startedOn, days + stood + stand)));
          current = resumeTerm(current, today);
          stood += stand;
        }
        expect(current).toEqual({ startedOn, days, daysStopped: stood });
        expect(termEndsOn(current, today)).toBe(orNextWorkingDay(addDays(startedOn, days + stood)));
      }),
    );
  });

  test("never ends earlier by waiting, and resuming does not move the end of that day", () => {
    fc.assert(
      fc.property(
        date,
        fc.nat({ max: 90 }),
        fc.nat({ max: 90 }),
        fc.nat({ max: 90 }),
        (startedOn, run, answer, wait) => {
          const on = addDays(startedOn, run);
          const stopped = stopTerm(term(startedOn), on, addDays(on, answer));
          const today = addDays(on, wait);
          expect(termEndsOn(stopped, addDays(today, 1)) >= termEndsOn(stopped, today)).toBe(true);
          expect(termEndsOn(resumeTerm(stopped, today), today)).toBe(termEndsOn(stopped, today));
          expect(resumeTerm(stopped, today).daysStopped).toBe(Math.min(answer, wait));
        },
      ),
    );
  });
});

describe("a term of days", () => {
  test.each([
    ["in winter", "2026-11-21T08:00:00.000Z", 14, "2026-12-05T22:59:59.999Z"],
    ["in summer", "2026-07-01T08:00:00.000Z", 14, "2026-07-15T21:59:59.999Z"],
    [
      "that begins half an hour after midnight, over the night the clocks go back",
      "2026-10-17T22:30:00.000Z",
      14,
      "2026-11-01T22:59:59.999Z",
    ],
    ["that ends on the day the clocks go back", "2026-10-20T10:00:00.000Z", 5, "2026-10-25T22:59:59.999Z"],
    ["that ends the day before", "2026-10-20T10:00:00.000Z", 4, "2026-10-24T21:59:59.999Z"],
    ["over the night the clocks go forward", "2027-03-20T22:30:00.000Z", 14, "2027-04-03T21:59:59.999Z"],
    ["that ends on the day the clocks go forward", "2027-03-20T22:30:00.000Z", 8, "2027-03-28T21:59:59.999Z"],
    ["that ends the day before that", "2027-03-20T22:30:00.000Z", 7, "2027-03-27T22:59:59.999Z"],
    ["of no days: today", "2026-11-21T22:59:59.999Z", 0, "2026-11-21T22:59:59.999Z"],
  ])("%s", (_, now, days, end) => expect(endOfTerm(new Date(now), days)).toBe(end));

  test("ends in the last millisecond of its date, whatever the date", () => {
    for (let date = "2024-01-01"; date < "2029-01-01"; date = addDays(date, 1)) {
      const end = Date.parse(endOfDay(date));
      expect([dateIn(new Date(end)), dateIn(new Date(end + 1))]).toEqual([date, addDays(date, 1)]);
    }
  });
});
