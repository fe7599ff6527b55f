import { cleanLine } from "@hevel/api/client";

/** An amount is whole euro cents, never a fraction. Largest amount a form accepts, and the API: ten billion euro. */
export const amountCentsMax = 1_000_000_000_000;

const noBreak = "\u00a0";
const minus = "\u2212";

const grouped = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 });

function checkCents(cents: number): void {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`an amount is a whole number of cents, not ${cents}`);
}

/** Cents as a person writes them: `123450` is `€ 1.234,50`, `1250000` is `€ 12.500`. The space does not break. */
export function formatCents(cents: number): string {
  checkCents(cents);
  return `${cents < 0 ? `${minus}${noBreak}` : ""}€${noBreak}${digits(Math.abs(cents), cents % 100 !== 0)}`;
}

/** A count as a person writes it: `6840` is `6.840`. */
export const formatCount = (count: number): string => grouped.format(count);

/** Cents for a column of figures: always two decimals, so that the commas stand under each other. */
export function formatCentsExact(cents: number): string {
  checkCents(cents);
  return `${cents < 0 ? `${minus}${noBreak}` : ""}€${noBreak}${digits(Math.abs(cents), true)}`;
}

/** Cents as plain text for an input: `123450` is `1.234,50`. What `parseCents` reads back. */
export function inputCents(cents: number): string {
  checkCents(cents);
  return digits(Math.abs(cents), cents % 100 !== 0);
}

function digits(cents: number, withDecimals: boolean): string {
  const euros = grouped.format(Math.floor(cents / 100));
  return withDecimals ? `${euros},${String(cents % 100).padStart(2, "0")}` : euros;
}

/** Why a typed amount could not be read; the catalogue has a sentence for each. */
export type AmountProblem = "empty" | "not-an-amount" | "negative" | "too-many-decimals" | "too-large";

export type AmountReading =
  | { readonly ok: true; readonly cents: number }
  | { readonly ok: false; readonly problem: AmountProblem };

const refuse = (problem: AmountProblem): AmountReading => ({ ok: false, problem });

/**
 * Reads an amount as people in the Netherlands type it: `1.234,50`, `250,-`, `€ 25.000`, `1234.5`, `12 500`, `12 euro 50`.
 * A dot followed by exactly three digits groups thousands; a single dot followed by one or two digits is a decimal
 * point, because phones offer that key. A word or sign for euro between digits is a decimal comma when two digits follow.
 * Thousands are never grouped after a leading zero. What could mean two things is refused, not guessed: nothing becomes
 * a hundredfold.
 */
export function parseCents(typed: string): AmountReading {
  const text = cleanLine(typed).toLowerCase();
  const bare = withoutEuro(text)
    .replace(/\s*[,.]\s*(?:-{1,2}|\u2013|\u2014|=)$/, "")
    .trim();
  if (bare === "") return refuse("empty");
  if (/^[-\u2212]/.test(bare)) return refuse("negative");
  const match = forms.map((form) => form.exec(bare)).find((found) => found !== null);
  if (match === undefined || match === null)
    return refuse(/^\d+[.,]\d{3,}$/.test(bare) ? "too-many-decimals" : "not-an-amount");
  const { whole = "", decimals = "" } = match.groups ?? {};
  const euros = whole.replace(/\D/g, "");
  if (decimals.length > 2) return refuse("too-many-decimals");
  if (euros.length > 11) return refuse("too-large");
  const cents = Number(euros) * 100 + Number(decimals.padEnd(2, "0"));
  return cents > amountCentsMax ? refuse("too-large") : { ok: true, cents };
}

/** The forms an amount can have, thousands grouped by one and the same sign. */
const forms = [
  /^(?<whole>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:\s\d{3})+|[1-9]\d{0,2}(?:['\u2019]\d{3})+|\d+)(?:,(?<decimals>\d*))?$/,
  /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)\.(?<decimals>\d{1,2})$/,
  /^[,.](?<decimals>\d{2})$/,
];

/** Without the sign or word for euro at either end, and with a comma for one between euros and two digits of cents. */
function withoutEuro(text: string): string {
  const cents = /^(\d+)\s*(?:euro|eur|€)\s*(?:en\s+)?(\d{2})(?:\s*cent)?$/.exec(text.replace(/^(?:€|eur)\s*/, ""));
  if (cents !== null) return `${cents[1]},${cents[2]}`;
  return text
    .replace(/^(?:€|euro|eur)\s*/, "")
    .replace(/\s*(?:euro['\u2019]?s?|eur|€)$/, "")
    .trim();
}
