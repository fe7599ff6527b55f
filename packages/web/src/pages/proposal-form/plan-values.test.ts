import { describe, expect, test } from "vitest";
import {
  draftOf,
  emptyPlan,
  isWhole,
  newLine,
  newMilestone,
  newPartner,
  type PlanValues,
  planErrors,
  sumsOf,
  valuesOf,
} from "./plan-values.ts";

const whole: PlanValues = {
  ...emptyPlan,
  title: "Een werkplaats",
  summary: "Samen repareren.",
  what: "Wij huren een ruimte.",
  why: "Er gaat te veel weg.",
  audience: "Alle buren",
  districts: ["WK999903"],
  themes: ["green"],
  milestones: [{ ...newMilestone(), title: "Open", plannedOn: "01-03-2027" }],
  budgetLines: [{ ...newLine(), category: "space", description: "Huur", amountCents: "4.800" }],
  ownContributionCents: "500",
};
const days = { submittedOn: "2026-11-21", today: "2026-11-25" };
const fieldsOf = (values: PlanValues) => planErrors(values, days).map(({ field }) => field);

describe("a plan as typed", () => {
  test("that is complete has no errors", () => expect(planErrors(whole, days)).toEqual([]));

  test("that is empty says everything at once, in the order of the screens", () => {
    const empty = { ...emptyPlan, milestones: [newMilestone()], budgetLines: [newLine()] };
    expect(fieldsOf(empty)).toEqual([
      "title",
      "summary",
      "what",
      "why",
      "audience",
      "districts",
      "themes",
      "milestones.0.title",
      "milestones.0.plannedOn",
      "budgetLines.0.description",
      "budgetLines.0.category",
      "budgetLines.0.amountCents",
    ]);
  });

  test("may have 3 themes and not 4", () => {
    expect(fieldsOf({ ...whole, themes: ["green", "youth", "sport"] })).toEqual([]);
    expect(fieldsOf({ ...whole, themes: ["green", "youth", "sport", "work"] })).toEqual(["themes"]);
  });

  test("asks for something: the own contribution stays under the costs", () => {
    expect(fieldsOf({ ...whole, ownContributionCents: "4799,99" })).toEqual([]);
    expect(fieldsOf({ ...whole, ownContributionCents: "4800" })).toEqual(["ownContributionCents"]);
  });

  test.each([
    ["the day before it was sent in", "20-11-2026", ["milestones.0.plannedOn"]],
    ["the day it was sent in", "21-11-2026", []],
    ["5 years from now", "25-11-2031", []],
    ["a day more", "26-11-2031", ["milestones.0.plannedOn"]],
    ["no day of the calendar", "31-2-2027", ["milestones.0.plannedOn"]],
  ])("promises nothing for a day that cannot be: %s", (_, plannedOn, fields) => {
    expect(fieldsOf({ ...whole, milestones: [{ ...newMilestone(), title: "Open", plannedOn }] })).toEqual(fields);
  });

  test("asks what kind of cost a line is, and from which corner a partner comes: nothing is chosen beforehand", () => {
    expect(fieldsOf({ ...whole, budgetLines: [{ ...newLine(), description: "Huur", amountCents: "4.800" }] })).toEqual([
      "budgetLines.0.category",
    ]);
    const partner = { ...newPartner(), name: "De bakker", contribution: "Brood" };
    expect(fieldsOf({ ...whole, partners: [partner] })).toEqual(["partners.0.sector"]);
    expect(fieldsOf({ ...whole, partners: [{ ...partner, sector: "business" }] })).toEqual([]);
  });

  test("needs no own contribution", () => {
    expect(fieldsOf({ ...whole, ownContributionCents: "" })).toEqual([]);
    expect(sumsOf({ ...whole, ownContributionCents: "" })).toEqual({ cost: 480_000, own: 0, asked: 480_000 });
  });
});

describe("a draft on the server", () => {
  test("comes back as it was typed", () => {
    expect(valuesOf(draftOf(whole) as Parameters<typeof valuesOf>[0], 4)).toEqual({ ...whole, revision: "4" });
  });

  test("does not hold half a date or an amount that cannot be read, so the device keeps those", () => {
    expect(isWhole(whole)).toBe(true);
    expect(isWhole({ ...whole, milestones: [{ ...newMilestone(), plannedOn: "1-3-" }] })).toBe(false);
    expect(isWhole({ ...whole, budgetLines: [{ ...newLine(), amountCents: "vijf" }] })).toBe(false);
  });
});
