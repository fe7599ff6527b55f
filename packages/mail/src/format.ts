const noBreak = "\u00a0";

/** Made at its first use: each format loads its part of ICU, which would be a share of every cold start. */
function atFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const euro = { style: "currency", currency: "EUR" } as const;
const zone = { timeZone: "Europe/Amsterdam" } as const;
const money = atFirstUse(() => new Intl.NumberFormat("nl-NL", euro));
const wholeMoney = atFirstUse(() => new Intl.NumberFormat("nl-NL", { ...euro, maximumFractionDigits: 0 }));
const longDate = atFirstUse(() => new Intl.DateTimeFormat("nl-NL", { ...zone, dateStyle: "long" }));
const weekday = atFirstUse(() => new Intl.DateTimeFormat("nl-NL", { ...zone, weekday: "long" }));
const hour = atFirstUse(() => new Intl.DateTimeFormat("nl-NL", { ...zone, hour: "2-digit", minute: "2-digit" }));

/** Cents as `€ 1.234,50`, or `€ 1.234` when there are no cents; the space does not break. */
export function euros(cents: number): string {
  const words = cents % 100 === 0 ? wholeMoney().format(cents / 100) : money().format(cents / 100);
  return words.replace(/\s/g, noBreak);
}

/** A date as `21 november 2026`. */
export function day(isoDate: string): string {
  return longDate()
    .format(new Date(`${isoDate.slice(0, 10)}T12:00:00Z`))
    .replace(/ /g, noBreak);
}

/** A last day as `vrijdag 18 december 2026, tot 23.59 uur`. */
export function deadline(isoDate: string): string {
  return `${weekday().format(new Date(`${isoDate}T12:00:00Z`))} ${day(isoDate)}, tot 23.59${noBreak}uur`;
}

/** An instant as `zaterdag 21 november 2026 om 14.05 uur`. */
export function moment(instant: string): string {
  const at = new Date(instant);
  const words = longDate().format(at).replace(/ /g, noBreak);
  return `${weekday().format(at)} ${words} om ${hour().format(at).replace(":", ".")}${noBreak}uur`;
}
