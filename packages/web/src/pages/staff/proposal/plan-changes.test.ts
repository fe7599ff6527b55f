import { describe, expect, test } from "vitest";
import type { Plan } from "../answers.ts";
import { planChanges } from "./plan-changes.ts";

const plan = {
  title: "Bomen in de straat",
  summary: "Twintig bomen.",
  what: "Planten.",
  why: "Het is te heet.",
  themes: ["green"],
  audience: "Iedereen",
  districts: ["WK999901"],
  milestones: [{ id: "m1", title: "De bomen staan", plannedOn: "2027-03-15" }],
  budgetLines: [
    { id: "b1", category: "material", description: "Bomen", amountCents: 1_000_000 },
    { id: "b2", category: "activities", description: "Plantdag", amountCents: 250_000 },
  ],
  ownContributionCents: 0,
  ownContribution: "",
  partners: [],
  helpAsked: "",
} as unknown as Plan;
const nameOf = ([code]: readonly string[] | string) => (code === "WK999901" ? "Noord" : "Zuid");
const changes = (other: Partial<Plan>) => planChanges(plan, { ...plan, ...other }, nameOf);

describe("what changed between two versions", () => {
  test("is nothing when nothing did", () => {
    expect(changes({})).toEqual([]);
  });

  test("is said per subject with what it was and what it became", () => {
    expect(changes({ title: "Bomen en banken", districts: ["WK999902"] as unknown as Plan["districts"] })).toEqual([
      { field: "title", before: "Bomen in de straat", after: "Bomen en banken" },
      { field: "districts", before: "Noord", after: "Zuid" },
    ]);
  });

  test("has no before for what is new and no after for what went", () => {
    const [first] = plan.budgetLines;
    if (first === undefined) throw new Error("a plan has a line");
    const added = { id: "b3", category: "other" as const, description: "Folders", amountCents: 40_000 };
    expect(changes({ budgetLines: [first, added], helpAsked: "Een vergunning" })).toEqual([
      { field: "budgetLines", before: "Plantdag (activiteiten), €\u00a02.500" },
      { field: "budgetLines", after: "Folders (overig), €\u00a0400" },
      { field: "helpAsked", after: "Een vergunning" },
    ]);
  });

  test("follows a part by its id: another order is no change, another amount is one", () => {
    expect(changes({ budgetLines: plan.budgetLines.toReversed() })).toEqual([]);
    const dearer = plan.budgetLines.map((part) => (part.id === "b1" ? { ...part, amountCents: 1_100_050 } : part));
    expect(changes({ budgetLines: dearer })).toEqual([
      {
        field: "budgetLines",
        before: "Bomen (materiaal), €\u00a010.000",
        after: "Bomen (materiaal), €\u00a011.000,50",
      },
    ]);
  });
});
