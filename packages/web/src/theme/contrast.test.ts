import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coloursOf, contrast } from "./contrast.ts";
import { colourPairs } from "./pairs.ts";

const colours = coloursOf(readFileSync(new URL("./hevel.css", import.meta.url), "utf8"));
const colour = (name: string) => {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`the theme has no colour "${name}"`);
  return found;
};

test("black on white has the highest contrast there is, and a colour on itself none", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#0a5566", "#0a5566")).toBe(1);
});

describe("each pair of colours the site uses can be read", () => {
  test.each(colourPairs)("$front on $ground ($use) reaches $atLeast", ({ front, ground, atLeast }) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(atLeast);
  });
});

test("each named colour of the theme is in at least one checked pair, or is only a quiet rule or a glow", () => {
  const checked = new Set(colourPairs.flatMap((pair) => [pair.front, pair.ground]));
  const unchecked = [...colours.keys()].filter((name) => !checked.has(name));
  expect(unchecked).toEqual(["line"]);
});
