import { describe, expect, test } from "vitest";
import { decimal, fractionMoney, money, percentage, percentageReached, plainMoney } from "./money.ts";

describe("amounts as a Dutch reader writes them", () => {
  test.each<[bigint, string]>([
    [0n, "0"],
    [5n, "0,05"],
    [99_900n, "999"],
    [100_000n, "1.000"],
    [123_456_789n, "1.234.567,89"],
    [-123_456n, "-1.234,56"],
    [123_456_789_012_345_678_900n, "1.234.567.890.123.456.789"],
  ])("%s cents are %s", (cents, written) => {
    expect(plainMoney(cents)).toBe(written);
  });

  test("carry the sign of their currency, or its code, or nothing", () => {
    expect([money(100n, "EUR"), money(100n, "PLN"), money(100n, undefined)]).toEqual(["€ 1", "PLN 1", "1"]);
  });

  test("a fraction is cut to whole cents and says so", () => {
    expect([fractionMoney("100", "EUR"), fractionMoney("100/3", "EUR"), fractionMoney("1/4", "EUR")]).toEqual([
      "€ 100",
      "± € 33,33",
      "€ 0,25",
    ]);
  });

  test("who came short by a hair did not reach 100%", () => {
    expect([percentage(0.9999), percentageReached(0.9999), percentageReached(1)]).toEqual([
      "100,0%",
      "99,9%",
      "100,0%",
    ]);
    expect([decimal(2.375), decimal(2)]).toEqual(["2,38", "2"]);
  });
});
