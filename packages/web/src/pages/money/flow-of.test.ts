import { describe, expect, test } from "vitest";
import type { Money } from "../../reading/answers.ts";
import { flowOf } from "./flow-of.ts";

type Holder = Money["enterprises"][number];
type Pot = Money["pots"][number];

const holder = (number: number, cents: number): Holder => ({
  id: `ent_${number}` as Holder["id"],
  name: `Onderneming ${number}`,
  awardedCents: cents,
  paidCents: cents / 2,
  spentCents: cents / 4,
  fromPots: [{ potId: "pot_1" as Pot["id"], awardedCents: cents }],
  spentByCategory: [{ category: "material", amountCents: cents / 4 }],
});

const pot = (number: number, appropriatedCents: number, awardedCents: number): Pot => ({
  id: `pot_${number}` as Pot["id"],
  name: `Pot ${number}`,
  programme: "Wijken",
  year: 2026,
  appropriatedCents,
  availableCents: appropriatedCents - awardedCents,
  awardedCents,
  paidCents: awardedCents / 2,
  spentCents: awardedCents / 4,
  refundedCents: 0,
});

const moneyOf = (enterprises: readonly Holder[], others?: Money["others"]): Money => {
  const awarded = [...enterprises, ...(others === undefined ? [] : [others])].reduce(
    (total, { awardedCents }) => total + awardedCents,
    0,
  );
  return {
    grantedCents: awarded,
    awardedCents: awarded,
    paidCents: awarded / 2,
    spentCents: awarded / 4,
    committedCents: awarded / 2,
    paidNotSpentCents: awarded / 4,
    releasedCents: 0,
    refundedCents: 0,
    returnedCents: 0,
    appropriatedCents: 100_000,
    inPotsCents: 100_000 - awarded,
    spentByCategory: [{ category: "material", amountCents: awarded / 4 }],
    years: [2026],
    pots: [pot(1, 100_000, awarded)],
    districts: [],
    enterprises: [...enterprises],
    ...(others === undefined ? {} : { others }),
  };
};

describe("the flow drawing", () => {
  test("runs from the council by pots to enterprises and what it was spent on, and each block opens something", () => {
    const { columns, links } = flowOf(moneyOf([holder(1, 600), holder(2, 400)]));
    expect(columns.map(({ nodes }) => nodes.map(({ cents }) => cents))).toEqual([
      [100_000],
      [100_000],
      [600, 400],
      [250],
    ]);
    expect(links.map(({ from, to, cents }) => [from, to, cents])).toEqual([
      ["council", "pot_1", 100_000],
      ["pot_1", "ent_1", 600],
      ["pot_1", "ent_2", 400],
      ["ent_1", "spent-material", 150],
      ["ent_2", "spent-material", 100],
    ]);
    expect(columns.flatMap(({ nodes }) => nodes.map(({ href }) => href))).toEqual([
      "/geld?soort=vrijgemaakt#boekingen",
      "/geld?pot=pot_1#boekingen",
      "/ondernemingen/ent_1",
      "/ondernemingen/ent_2",
      "/geld?soort=uitgegeven&waaraan=material#boekingen",
    ]);
  });

  test("shows of an enterprise how much was spent, paid and only awarded", () => {
    const [, , enterprises] = flowOf(moneyOf([holder(1, 600)])).columns;
    expect(enterprises?.nodes[0]?.fillings).toEqual([
      { as: "spent", cents: 150 },
      { as: "paid", cents: 150 },
      { as: "awarded", cents: 300 },
    ]);
  });

  test("puts 23 others in one block and loses no cent", () => {
    const { id: _id, name: _name, ...rest } = holder(9, 2_300);
    const { columns, links } = flowOf(moneyOf([holder(1, 600)], { ...rest, count: 23 }));
    expect(columns[2]?.nodes.at(-1)).toMatchObject({ id: "others", label: "en 23 andere", cents: 2_300 });
    expect(links.filter(({ from, to }) => from === "others" || to === "others")).toEqual([
      { from: "pot_1", to: "others", cents: 2_300 },
      { from: "others", to: "spent-material", cents: 575 },
    ]);
  });

  test("puts the smallest pots together past six", () => {
    const view = {
      ...moneyOf([holder(1, 600)]),
      pots: Array.from({ length: 9 }, (_, index) => pot(index, 1_000 - index, 0)),
    };
    const { columns, links } = flowOf(view);
    expect(columns[1]?.nodes.map(({ label }) => label)).toEqual([
      "Pot 0",
      "Pot 1",
      "Pot 2",
      "Pot 3",
      "Pot 4",
      "en 4 andere",
    ]);
    expect(links.filter(({ from }) => from === "council").reduce((sum, { cents }) => sum + cents, 0)).toBe(8_964);
  });

  test("has no empty column while nothing was awarded", () => {
    expect(flowOf({ ...moneyOf([]), spentByCategory: [] }).columns.map(({ nodes }) => nodes.length)).toEqual([1, 1]);
  });
});
