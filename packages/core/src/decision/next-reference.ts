import { dateIn } from "../calendar.ts";
import type { Deps } from "../ports.ts";

/** Decisions whose numbers are looked at: what was taken just now need not have the highest. */
const looked = 20;

/**
 * The number that comes after those in use, in the municipality's own way of writing: the same words before it, as many
 * digits. Undefined when none of them ends in a number.
 */
export function followOn(references: readonly string[]): string | undefined {
  const numbered = references.flatMap((reference) => {
    const found = /^(.*?)(\d{1,9})$/s.exec(reference.trim());
    return found === null ? [] : [{ before: found[1] ?? "", digits: found[2] ?? "" }];
  });
  // The series is the one that was used last; another way of writing does not break it.
  const series = numbered[0]?.before;
  const own = numbered.filter(({ before }) => before === series);
  const [highest] = own.toSorted((left, right) => Number(right.digits) - Number(left.digits));
  if (highest === undefined) return undefined;
  return `${highest.before}${String(Number(highest.digits) + 1).padStart(highest.digits.length, "0")}`;
}

/** What a decision of this year may be called: the next in the series of those that were taken. It is a proposal, no claim. */
export async function proposeReference({ store, clock }: Pick<Deps, "store" | "clock">): Promise<string | undefined> {
  const year = dateIn(clock.now()).slice(0, 4);
  const { items } = await store.list("decisions-of-year", { year }, { newestFirst: true, limit: looked });
  return followOn(items.map(({ draft }) => draft.reference));
}
