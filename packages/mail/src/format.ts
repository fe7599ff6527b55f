const noBreak = "\u00a0";

const money = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" });
const wholeMoney = new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
const longDate = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "Europe/Amsterdam" });
const weekday = new Intl.DateTimeFormat("nl-NL", { weekday: "long", timeZone: "Europe/Amsterdam" });
const hour = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });

/** Cents as `€ 1.234,50`, or `€ 1.234` when there are no cents; the space does not break. */
export function euros(cents: number): string {
  const words = cents % 100 === 0 ? wholeMoney.format(cents / 100) : money.format(cents / 100);
  return words.replace(/\s/g, noBreak);
}

/** A date as `21 november 2026`. */
export function day(isoDate: string): string {
  return longDate.format(new Date(`${isoDate.slice(0, 10)}T12:00:00Z`)).replace(/ /g, noBreak);
}

/** A last day as `vrijdag 18 december 2026, tot 23.59 uur`. */
export function deadline(isoDate: string): string {
  return `${weekday.format(new Date(`${isoDate}T12:00:00Z`))} ${day(isoDate)}, tot 23.59${noBreak}uur`;
}

/** An instant as `zaterdag 21 november 2026 om 14.05 uur`. */
export function moment(instant: string): string {
  const at = new Date(instant);
  const words = longDate.format(at).replace(/ /g, noBreak);
  return `${weekday.format(at)} ${words} om ${hour.format(at).replace(":", ".")}${noBreak}uur`;
}
