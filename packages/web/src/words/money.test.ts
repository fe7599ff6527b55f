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
    ["12 euro 50", 1_250],
    ["12euro50", 1_250],
    ["5€50", 550],
    ["€ 5€50", 550],
    ["12 euro en 50 cent", 1_250],
    ["12,50 euro", 1_250],
    ["EUR 1.234,50", 123_450],
    ["1'234,50", 123_450],
    ["1 234 567,89", 123_456_789],
    [".50", 50],
    [",50", 50],
    ["0,50", 50],
    ["007", 700],
    ["12\u200b500", 1_250_000],
    ["\u202a€ 25.000\u202c", 2_500_000],
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
    ["12 50", "not-an-amount"],
    ["12 5", "not-an-amount"],
    ["1 2345", "not-an-amount"],
    ["12 euro 5", "not-an-amount"],
    ["12 euro 500", "not-an-amount"],
    ["5€5", "not-an-amount"],
    ["5€50€", "not-an-amount"],
    ["0.500", "too-many-decimals"],
    ["007.500", "too-many-decimals"],
    ["0,500", "too-many-decimals"],
    ["0 500", "not-an-amount"],
    ["0'500", "not-an-amount"],
    ["1.234 567", "not-an-amount"],
    ["1.234'567", "not-an-amount"],
    ["12e3", "not-an-amount"],
    [".5", "not-an-amount"],
    ["\u0661\u0662", "not-an-amount"],
    ["12.34,50", "not-an-amount"],
    ["10,505", "too-many-decimals"],
    ["1.2345", "too-many-decimals"],
    ["-50", "negative"],
    ["10.000.000.000,01", "too-large"],
    ["99999999999", "too-large"],
  ])("%j is refused as %s", (typed, problem) => {
    expect(parseCents(typed)).toEqual({ ok: false, problem });
  });

  test("the largest amount is still accepted", () => {
    expect(parseCents("10.000.000.000")).toEqual({ ok: true, cents: amountCentsMax });
    // What the API takes: `limits.amountCentsMax` of core.
    expect(amountCentsMax).toBe(1_000_000_000_000);
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

test("no way to write an amount is read as a hundredfold", () => {
  const euros = [0, 1, 5, 12, 123, 1_234, 12_500];
  for (const euro of euros)
    for (const cent of ["00", "05", "50"])
      for (const between of [",", ".", " ", "€", " € ", "euro", " euro ", " eur ", " euro en ", "'", ". ", ", "]) {
        const reading = parseCents(`${euro}${between}${cent}`);
        if (reading.ok) expect([between, reading.cents]).toEqual([between, euro * 100 + Number(cent)]);
      }
});
