import { describe, expect, test } from "vitest";
import type { Money } from "../../reading/answers.ts";
import { flowOf } from "./flow-of.ts";

type Holder = Money["enterprises"][number];

const holder = (number: number, cents: number): Holder => ({
  id: `ent_${number}` as Holder["id"],
  name: `Onderneming ${number}`,
  delegatedCents: cents,
  fromPots: [{ potId: "pot_1" as Holder["fromPots"][number]["potId"], delegatedCents: cents }],
  spentByCategory: [{ category: "material", amountCents: cents / 2 }],
});

const moneyOf = (enterprises: readonly Holder[]): Money => {
  const delegated = enterprises.reduce((total, { delegatedCents }) => total + delegatedCents, 0);
  return {
    appropriatedCents: 100_000,
    inPotsCents: 100_000 - delegated,
    committedCents: 0,
    paidNotSpentCents: delegated / 2,
    spentCents: delegated / 2,
    spentByCategory: [{ category: "material", amountCents: delegated / 2 }],
    delegatedCents: delegated,
    pots: [
      {
        id: "pot_1" as Money["pots"][number]["id"],
        name: "Wijkbudget",
        programme: "Wijken",
        year: 2026,
        appropriatedCents: 100_000,
        availableCents: 100_000 - delegated,
        delegatedCents: delegated,
      },
    ],
    districts: [],
    enterprises: [...enterprises],
  };
};

describe("the flow drawing", () => {
  test("runs from the council by pots to enterprises and what it was spent on", () => {
    const { columns, links } = flowOf(moneyOf([holder(1, 600), holder(2, 400)]));
    expect(columns.map(({ nodes }) => nodes.map(({ cents }) => cents))).toEqual([
      [100_000],
      [100_000],
      [600, 400],
      [500],
    ]);
    expect(links.map(({ from, to, cents }) => [from, to, cents])).toEqual([
      ["council", "pot_1", 100_000],
      ["pot_1", "ent_1", 600],
      ["pot_1", "ent_2", 400],
      ["ent_1", "spent-material", 300],
      ["ent_2", "spent-material", 200],
    ]);
  });

  test("puts the smallest holders together past eight, and loses no cent", () => {
    const eight = flowOf(moneyOf(Array.from({ length: 8 }, (_, index) => holder(index, 100))));
    expect(eight.columns[2]?.nodes).toHaveLength(8);
    const nine = flowOf(moneyOf(Array.from({ length: 9 }, (_, index) => holder(index, 100))));
    expect(nine.columns[2]?.nodes).toHaveLength(8);
    expect(nine.columns[2]?.nodes.at(-1)).toEqual({ id: "others", label: "2 andere", cents: 200 });
    expect(nine.links.filter(({ from }) => from === "others")).toEqual([
      { from: "others", to: "spent-material", cents: 100 },
    ]);
  });

  test("has no empty column while nothing was handed over", () => {
    expect(flowOf({ ...moneyOf([]), spentByCategory: [] }).columns.map(({ nodes }) => nodes.length)).toEqual([1, 1]);
  });
});
