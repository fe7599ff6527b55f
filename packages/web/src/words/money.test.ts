import { describe, expect, test } from "vitest";
import { amountCentsMax, formatCents, formatCentsExact, inputCents, parseCents } from "./money.ts";

describe("an amount is written as people in the Netherlands write it", () => {
  test.each([
    [0, "€ 0"],
    [5, "€ 0,05"],
    [100, "€ 1"],
    [123_450, "€ 1.234,50"],
    [1_250_000, "€ 12.500"],
    [-123_450, "\u2212 € 1.234,50"],
  ])("%i cents is %s", (cents, written) => {
    expect(formatCents(cents).replaceAll("\u00a0", " ")).toBe(written);
  });

  test("the space after the euro sign does not break", () => {
    expect(formatCents(100)).toBe("€\u00a01");
  });

  test("a column of figures always has its cents", () => {
    expect(formatCentsExact(1_250_000)).toBe("€\u00a012.500,00");
  });

  test("half a cent is a mistake of ours, not an amount", () => {
    expect(() => formatCents(0.5)).toThrow(RangeError);
  });
});

describe("a typed amount is understood in the ways people type it", () => {
  test.each([
    ["1.234,50", 123_450],
    ["250,-", 25_000],
    ["250,--", 25_000],
    ["250.-", 25_000],
    ["€ 25.000", 2_500_000],
    ["€25.000,00", 2_500_000],
    ["25000", 2_500_000],
    ["25 000", 2_500_000],
    ["12,5", 1_250],
    ["12.50", 1_250],
    ["1,234.50", 123_450],
    ["1.234", 123_400],
    ["0", 0],
    ["75 euro", 7_500],
    ["€ 1.234,", 123_400],
  ])("%s is %i cents", (typed, cents) => {
    expect(parseCents(typed)).toEqual({ ok: true, cents });
  });
});

describe("what is not one clear amount is refused with its reason", () => {
  test.each([
    ["", "empty"],
    ["  € ", "empty"],
    ["veel", "not-an-amount"],
    ["1.2.3", "not-an-amount"],
    ["12.34,50", "not-an-amount"],
    ["10,505", "too-many-decimals"],
    ["1.2345", "too-many-decimals"],
    ["-50", "negative"],
    ["1.000.000.000,01", "too-large"],
    ["99999999999", "too-large"],
  ])("%j is refused as %s", (typed, problem) => {
    expect(parseCents(typed)).toEqual({ ok: false, problem });
  });

  test("the largest amount is still accepted", () => {
    expect(parseCents("1.000.000.000")).toEqual({ ok: true, cents: amountCentsMax });
  });
});

test("whatever is written in an input is read back as the same cents", () => {
  // Not random on purpose: a stride that is coprime to 100 visits every pair of decimals at every magnitude.
  for (let cents = 0; cents <= amountCentsMax; cents = cents * 2 + 37) {
    expect(parseCents(inputCents(cents))).toEqual({ ok: true, cents });
    expect(parseCents(formatCents(cents))).toEqual({ ok: true, cents });
    expect(parseCents(formatCentsExact(cents))).toEqual({ ok: true, cents });
  }
});
