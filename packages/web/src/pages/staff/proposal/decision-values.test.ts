import { describe, expect, test } from "vitest";
import { checkDecision, type DecisionValues, draftOf, valuesOf } from "./decision-values.ts";

const applied = 1_000_000;
const about = { appliedForCents: applied, submittedOn: "2089-12-01", today: "2089-12-20" };
const award: DecisionValues = {
  outcome: "award",
  reference: "2026-0114",
  legalBasis: "ASV, artikel 4",
  instrument: "subsidy",
  potId: "pot_1",
  amount: "",
  startsOn: "1-1-2090",
  endsOn: "31-12-2090",
  instalments: [
    { amount: "6.000", plannedOn: "1-2-2090" },
    { amount: "4.000", plannedOn: "31-12-2090" },
  ],
  conditions: "Laat zien hoe het gaat.\n\n  Houd het open.  ",
  motivation: "Een goed plan.",
};
const fieldsOf = (changed: Partial<DecisionValues>) =>
  checkDecision({ ...award, ...changed }, about).map(({ field }) => field);

describe("a decision that is prepared", () => {
  test("is sent whole when all is there", () => {
    expect(fieldsOf({})).toEqual([]);
    expect(draftOf(award, applied)).toMatchObject({
      outcome: "award",
      amountCents: applied,
      endsOn: "2090-12-31",
      instalments: [
        { id: "i1", amountCents: 600_000, plannedOn: "2090-02-01" },
        { id: "i2", amountCents: 400_000, plannedOn: "2090-12-31" },
      ],
      conditions: ["Laat zien hoe het gaat.", "Houd het open."],
    });
  });

  test("is all there again when it was sent back, whatever the outcome", () => {
    const rejected = { ...award, outcome: "reject" };
    const inPart = {
      ...award,
      outcome: "award-in-part",
      amount: "9.000,50",
      instalments: [{ amount: "9.000,50", plannedOn: "1-2-2090" }],
    };
    for (const values of [award, inPart, rejected]) {
      const draft = draftOf(values, applied) as Parameters<typeof valuesOf>[0];
      const again = valuesOf(draft);
      expect(checkDecision(again, about)).toEqual([]);
      expect(draftOf(again, applied)).toEqual(draft);
    }
  });

  test("names everything that is missing at once", () => {
    const empty = { reference: "", legalBasis: "", potId: "", startsOn: "", endsOn: "", motivation: "" };
    expect(fieldsOf({ ...empty, instalments: [{ amount: "", plannedOn: "" }] })).toEqual([
      "potId",
      "startsOn",
      "endsOn",
      "instalments.0.amount",
      "instalments.0.plannedOn",
      "instalments.0.amount",
      "reference",
      "legalBasis",
      "motivation",
    ]);
  });

  test("has instalments that are exactly the amount together", () => {
    expect(fieldsOf({ instalments: [{ amount: "9.999,99", plannedOn: "1-2-2090" }] })).toEqual([
      "instalments.0.amount",
    ]);
    expect(fieldsOf({ instalments: [{ amount: "10.000", plannedOn: "1-2-2090" }] })).toEqual([]);
  });

  test("gives a part that is less than what was asked", () => {
    const part = { outcome: "award-in-part" };
    const of = (amount: string) => ({ ...part, amount, instalments: [{ amount, plannedOn: "1-2-2090" }] });
    expect(fieldsOf(of("10.000"))).toEqual(["amount"]);
    expect(fieldsOf(of("9.999,99"))).toEqual([]);
  });

  test("ends after it starts and pays before it ends", () => {
    expect(fieldsOf({ endsOn: "1-1-2090" })).toContain("endsOn");
    expect(fieldsOf({ instalments: [{ amount: "10.000", plannedOn: "1-1-2091" }] })).toEqual([
      "instalments.0.plannedOn",
    ]);
  });

  test.each([
    ["the day before the plan was sent in", { startsOn: "30-11-2089" }, ["startsOn"]],
    ["that day", { startsOn: "1-12-2089" }, []],
    ["the last day, 5 years from now", { endsOn: "20-12-2094" }, []],
    ["a day more", { endsOn: "21-12-2094" }, ["endsOn"]],
    [
      "over today",
      { startsOn: "1-12-2089", endsOn: "20-12-2089", instalments: [] },
      ["endsOn", "instalments.0.amount"],
    ],
  ])("has days that can be: %s", (_, changed, fields) => expect(fieldsOf(changed)).toEqual(fields));

  test("pays from the first day on", () => {
    const paid = (plannedOn: string) => fieldsOf({ instalments: [{ amount: "10.000", plannedOn }] });
    expect([paid("31-12-2089"), paid("1-1-2090")]).toEqual([["instalments.0.plannedOn"], []]);
  });

  test("needs no money to say no", () => {
    const no = { ...award, outcome: "reject", potId: "", startsOn: "", instalments: [] };
    expect(checkDecision(no, about)).toEqual([]);
    expect(Object.keys(draftOf(no, applied))).toEqual(["outcome", "reference", "legalBasis", "motivation"]);
  });
});
