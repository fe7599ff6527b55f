import { describe, expect, test } from "vitest";
import {
  dayOf,
  daysUntil,
  formatDate,
  formatDaysShort,
  formatLastDay,
  formatMoment,
  formatMonth,
  missingDay,
  parseDate,
} from "./dates.ts";

test("a date is written in full", () => {
  expect(formatDate("2026-11-21")).toBe("21 november 2026");
});

test("a date without a time never moves to the day before or after", () => {
  for (const date of ["2026-01-01", "2026-03-29", "2026-10-25", "2026-12-31"]) {
    expect(formatDate(date)).toContain(String(Number(date.slice(8))));
  }
});

test("the first and the last day of a month are of that month", () => {
  expect(["2026-11-01", "2026-11-30", "2026-12-01"].map(formatMonth)).toEqual([
    "november 2026",
    "november 2026",
    "december 2026",
  ]);
});

test("an instant is shown as the day and hour it is in the Netherlands, in winter and in summer", () => {
  expect(formatMoment("2026-11-21T13:05:00Z")).toBe("zaterdag 21 november 2026 om 14.05 uur");
  expect(formatMoment("2026-07-01T22:30:00Z")).toBe("donderdag 2 juli 2026 om 00.30 uur");
  expect(dayOf("2026-07-01T22:30:00Z")).toBe("2026-07-02");
});

test("the last day of a term has its weekday and no hour", () => {
  expect(formatLastDay("2026-11-21")).toBe("zaterdag 21 november 2026");
  expect(formatLastDay("2026-03-29")).toBe("zondag 29 maart 2026");
});

test("short days have no dot, and a year only where they are not of one year", () => {
  expect(formatDaysShort(["2026-11-21"])).toEqual(["21 nov"]);
  expect(formatDaysShort(["2026-11-21", "2026-01-02T12:00:00Z"])).toEqual(["21 nov", "2 jan"]);
  expect(formatDaysShort(["2026-12-31T22:59:00Z", "2026-12-31T23:00:00Z"])).toEqual(["31 dec 2026", "1 jan 2027"]);
  expect(formatDaysShort([])).toEqual([]);
});

describe("the days until a deadline are counted in the calendar, not in hours", () => {
  test.each([
    ["2026-11-21T22:59:00Z", "2026-11-21T08:00:00Z", 0],
    ["2026-11-21T23:01:00Z", "2026-11-21T08:00:00Z", 1],
    ["2026-11-30", "2026-11-21T08:00:00Z", 9],
    ["2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", -1],
    ["2026-03-30T08:00:00Z", "2026-03-28T08:00:00Z", 2],
  ])("%s is %s + %i days", (at, now, days) => {
    expect(daysUntil(at, now)).toBe(days);
  });
});

describe("a typed date is understood in the ways people type it", () => {
  test.each([
    ["21-11-2026", "2026-11-21"],
    ["1-2-2027", "2027-02-01"],
    ["21/11/2026", "2026-11-21"],
    ["21.11.2026", "2026-11-21"],
    ["21 november 2026", "2026-11-21"],
    ["21 nov. 2026", "2026-11-21"],
    ["2026-11-21", "2026-11-21"],
    ["29-2-2028", "2028-02-29"],
    ["21 mrt 2026", "2026-03-21"],
    ["21 mrt. 2026", "2026-03-21"],
    ["21 maart 2026", "2026-03-21"],
    ["1 sept 2026", "2026-09-01"],
    ["za 21 nov 2026", "2026-11-21"],
    ["za. 21 nov. 2026", "2026-11-21"],
    ["Zaterdag 21 november 2026", "2026-11-21"],
    ["zaterdag, 21-11-2026", "2026-11-21"],
    ["2026/11/21", "2026-11-21"],
    ["2026.11.21", "2026-11-21"],
    ["2026 11 21", "2026-11-21"],
    ["21 - 11 - 2026", "2026-11-21"],
    ["\u200e21\u00a0november 2026", "2026-11-21"],
  ])("%s is %s", (typed, date) => {
    expect(parseDate(typed)).toEqual({ ok: true, date });
  });

  test.each([
    ["", "empty"],
    ["--", "empty"],
    ["21-11-", "incomplete"],
    ["-11-2026", "incomplete"],
    ["29-2-2027", "not-a-date"],
    ["31-4-2026", "not-a-date"],
    ["21-13-2026", "not-a-date"],
    ["21-11-26", "not-a-date"],
    ["morgen vroeg om negen", "not-a-date"],
    ["zo 21 nov 2026", "other-weekday"],
    ["zo 21 nov 2026--", "other-weekday"],
    ["vrijdag 21-11-2026", "other-weekday"],
    ["xx 21 nov 2026", "not-a-date"],
    ["21 ma 2026", "not-a-date"],
    ["2026/31/2", "not-a-date"],
    ["11/21/2026", "not-a-date"],
    ["za", "incomplete"],
  ])("%j is refused as %s", (typed, problem) => {
    expect(parseDate(typed)).toEqual({ ok: false, problem });
  });
});

test.each([
  ["31-2-2026", "31 februari"],
  ["30 feb 2026", "30 februari"],
  ["31 april", "31 april"],
  ["29-2-2027", "29 februari 2027"],
  ["za 31 nov 2026", "31 november"],
  ["2026/2/31", "31 februari"],
  ["29-2-2028", undefined],
  ["21-13-2026", undefined],
  ["0-2-2026", undefined],
  ["morgen", undefined],
  ["", undefined],
])("%j names a day that does not exist: %s", (typed, day) => expect(missingDay(typed)).toBe(day));
