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
