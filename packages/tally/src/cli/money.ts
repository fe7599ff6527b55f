import { formatAmount } from "../pb/amount.ts";
import { parse } from "../rational.ts";

const symbols: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£", CHF: "CHF" };

/** Cents as a Dutch reader writes them: 1.234,50. Exact at any size. */
export function plainMoney(cents: bigint): string {
  const [whole = "", decimals] = formatAmount(cents).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** The same with the currency of the file. */
export function money(cents: bigint, currency: string | undefined): string {
  if (currency === undefined) return plainMoney(cents);
  return `${symbols[currency] ?? currency} ${plainMoney(cents)}`;
}

/** A fraction "num/den" of currency units, cut to whole cents: nobody has more than they have. */
export function fractionMoney(fraction: string, currency: string | undefined): string {
  const { num, den } = parse(fraction);
  const exact = (num * 100n) % den === 0n;
  return `${exact ? "" : "± "}${money((num * 100n) / den, currency)}`;
}

/** A share of the whole, to a tenth of a percent. */
export function percentage(ratio: number): string {
  return `${(ratio * 100).toFixed(1).replace(".", ",")}%`;
}

/** The same, rounded down: who came short by a hair did not reach 100%. */
export function percentageReached(ratio: number): string {
  return percentage(Math.floor(ratio * 1000) / 1000);
}

/** A number with at most two decimals. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}
