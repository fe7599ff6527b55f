import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, formatPoints, parseAmount, parsePoints } from "./amount.ts";

describe("an amount", () => {
  test.each<[string, bigint]>([
    ["0", 0n],
    ["12", 1200n],
    ["12.5", 1250n],
    ["12.50", 1250n],
    ["12.", 1200n],
    ["12,05", 1205n],
    ["1 000 000", 100_000_000n],
    ["1'000.5", 100_050n],
    ["-3.01", -301n],
    ["100.0000", 10_000n],
    ["999999999999999", 99_999_999_999_999_900n],
  ])("%j is %s cents, whichever way is rounded", (text, cents) => {
    expect(parseAmount(text, "down")).toMatchObject({ cents, rounded: false });
    expect(parseAmount(text, "up")).toMatchObject({ cents, rounded: false });
  });

  test("with more decimals is rounded as asked and says so", () => {
    expect(parseAmount("1.2390", "down")).toMatchObject({ cents: 123n, rounded: true });
    expect(parseAmount("1.2310", "up")).toMatchObject({ cents: 124n, rounded: true });
    expect(parseAmount("-1.2390", "down")).toMatchObject({ cents: -124n, rounded: true });
    expect(parseAmount("-1.2390", "up")).toMatchObject({ cents: -123n, rounded: true });
    expect(parseAmount("0.005", "up")).toMatchObject({ cents: 1n, rounded: true });
    expect(parseAmount("1234.567", "down")).toMatchObject({ cents: 123_456n, rounded: true });
  });

  test.each([
    "",
    "-",
    "1e6",
    "1.2.3",
    "1.234",
    "1,234",
    "12.500",
    "999.000",
    "-1.239",
    "1,000.50",
    "12 34",
    "1 0000",
    "0x10",
    "Infinity",
    "1000000000000000",
    "9".repeat(100_000),
  ])("%j is none", (text) => {
    expect(parseAmount(text, "down")).toBeUndefined();
  });

  test("written is read back to the cent", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (cents) => {
        expect(parseAmount(formatAmount(cents), "down")?.cents).toBe(cents);
      }),
    );
  });
});

describe("points", () => {
  test.each<[string, bigint]>([
    ["3", 30_000n],
    ["+3", 30_000n],
    ["-2.5", -25_000n],
    ["0.0001", 1n],
    ["1.25000000", 12_500n],
  ])("%j are %s ten-thousandths", (text, points) => {
    expect(parsePoints(text)).toBe(points);
  });

  test.each(["", "0.00001", "1,5", ".5", "one", "1e3"])("%j are none", (text) => {
    expect(parsePoints(text)).toBeUndefined();
  });

  test("written are read back", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (points) => {
        expect(parsePoints(formatPoints(points))).toBe(points);
      }),
    );
  });
});
