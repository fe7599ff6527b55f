import { POINT } from "../election.ts";

/** What an amount in a file turned out to be, in cents, with the liberties it took. */
export interface ParsedAmount {
  readonly cents: bigint;
  readonly decimalComma: boolean;
  readonly grouped: boolean;
  /** More than two decimals that are not zero; rounded as asked. */
  readonly rounded: boolean;
}

/** No budget has more than fifteen digits; a text of a million would keep a reader busy for nothing. */
const AMOUNT = /^(-?)(\d{1,15})(?:([.,])(\d*))?$/;
const GROUPS = /^-?\d{1,3}(?:[ \u00A0\u202F']\d{3})+(?:[.,]\d*)?$/;

/** Three decimals behind one to three digits: thousands in one half of the world, decimals in the other. */
const UNKNOWABLE = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Whether an amount can mean a thousandfold of itself, as `1.234` can: guessing would shift a budget without a word. Three
 * zeros behind the comma are as unknowable: `12.500` is 12.5 or 12,500.
 */
export function isUnknowable(text: string): boolean {
  return UNKNOWABLE.test(text);
}

/**
 * Reads a decimal amount exactly, without floating point. A comma is a decimal comma, never a thousands separator.
 * @returns undefined when the text is not an amount, or when it cannot be known which one it is.
 */
export function parseAmount(text: string, round: "down" | "up"): ParsedAmount | undefined {
  if (isUnknowable(text)) return undefined;
  const grouped = GROUPS.test(text);
  const match = AMOUNT.exec(grouped ? text.replaceAll(/[ \u00A0\u202F']/g, "") : text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", mark = "", decimals = ""] = match;
  let cents = BigInt(whole) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, "0"));
  const rounded = /[1-9]/.test(decimals.slice(2));
  // Down for a budget, up for a cost: rounding may never make a project affordable that was not.
  if (rounded && (round === "up") !== (sign === "-")) cents += 1n;
  return { cents: sign === "-" ? -cents : cents, decimalComma: mark === ",", grouped, rounded };
}

/** The canonical text of an amount in cents: whole units without decimals, else exactly two, with a point. */
export function formatAmount(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const absolute = cents < 0n ? -cents : cents;
  const rest = absolute % 100n;
  return `${sign}${absolute / 100n}${rest === 0n ? "" : `.${rest.toString().padStart(2, "0")}`}`;
}

/** Reads points exactly, in units of POINT. @returns undefined beyond four decimals or when it is not a number. */
export function parsePoints(text: string): bigint | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,4})0*)?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  const points = BigInt(whole) * POINT + BigInt(decimals.padEnd(4, "0"));
  return sign === "-" ? -points : points;
}

/** The canonical text of points in units of POINT: no trailing zeros. */
export function formatPoints(points: bigint): string {
  const sign = points < 0n ? "-" : "";
  const absolute = points < 0n ? -points : points;
  const decimals = (absolute % POINT).toString().padStart(4, "0").replace(/0+$/, "");
  return `${sign}${absolute / POINT}${decimals === "" ? "" : `.${decimals}`}`;
}
