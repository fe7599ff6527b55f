import { describe, expect, test } from "vitest";
import * as catalogue from "./nl.ts";

type Entry = readonly [path: string, value: unknown];

function entries(value: unknown, path: string): Entry[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path === "" ? key : `${path}.${key}`));
}

const all = entries(catalogue, "");
// A function message is read with the sort of values it gets: a count, a name.
const sentenceOf = ([, value]: Entry): string =>
  typeof value === "function" ? String(value(3, "21 november 2026")) : String(value);

test("every key of the catalogue has words", () => {
  expect(all.length).toBeGreaterThan(150);
  for (const entry of all) expect(sentenceOf(entry).trim(), entry[0]).not.toBe("");
});

describe("the words are for everyone", () => {
  test.each(["middels", "teneinde", "indien", "derhalve", "u dient", "conform", "inzake", "reeds", "\u2014"])(
    "%j is not used",
    (word) => {
      const used = all.filter((entry) => new RegExp(`(^|\\W)${word}(\\W|$)`, "i").test(sentenceOf(entry)));
      expect(used.map(([path]) => path)).toEqual([]);
    },
  );

  test("no sentence is longer than 20 words", () => {
    const long = all.flatMap((entry) =>
      sentenceOf(entry)
        .split(/[.?!:](?:\s|$)/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 20)
        .map((sentence) => `${entry[0]}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test("an amount never breaks after its euro sign", () => {
    const breaking = all.filter((entry) => /€ /.test(sentenceOf(entry)) && !entry[0].startsWith("styleGuide"));
    expect(breaking.map(([path]) => path)).toEqual([]);
  });
});

test("a refusal for lack of money says what is left, to the cent", () => {
  const sentence = catalogue.refusals.codes["not-enough-money"];
  expect(sentence({ availableCents: 123_450 })).toBe("Er is niet genoeg geld. Beschikbaar is €\u00a01.234,50.");
  expect(sentence({ availableCents: 50_000 })).toBe("Er is niet genoeg geld. Beschikbaar is €\u00a0500,00.");
  expect(sentence({})).toBe("Er is niet genoeg geld voor dit bedrag.");
});

test("a hint and a sentence about an error end with a full stop, unless an example or a name ends them", () => {
  const told = all.filter(([path]) =>
    /(?:hint|Empty|inFuture|yearFar)$|Hint$|Hints\.|(?:^|\.)problems\.|\.missing$|^refusals\./i.test(path),
  );
  expect(told.length).toBeGreaterThan(250);
  const bare = told.filter((entry) => !/[.?!]$|: [^:]+$/.test(sentenceOf(entry)) && !entry[0].startsWith("styleGuide"));
  expect(bare.map((entry) => `${entry[0]}: ${sentenceOf(entry)}`)).toEqual([]);
});
