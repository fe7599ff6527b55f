import * as z from "zod";
import { IsoDate } from "../calendar.ts";
import { DistrictCode, EnterpriseId, MandateId, PotId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { type Journal, JournalKind } from "./account.ts";
import { type LevelScope, type SummedKind, summedAs } from "./level.ts";

/** The figures of the site, each with the kinds of lines it is made of: what adds to it, and what is taken off. */
export const journalFigures = {
  /** Vrijgemaakt door de raad. */
  appropriated: { adds: "APPROPRIATION" },
  /** Toegekend. */
  awarded: { adds: "COMMIT", takesOff: "RELEASE" },
  /** Betaald. */
  paid: { adds: "ADVANCE", takesOff: "REFUND" },
  /** Uitgegeven: what was reversed does not count. */
  spent: { adds: "SPEND" },
} as const satisfies Record<string, { adds: SummedKind; takesOff?: SummedKind }>;

export const JournalFigure = z.enum(["appropriated", "awarded", "paid", "spent"]);
export type JournalFigure = z.infer<typeof JournalFigure>;

/**
 * Which lines of the journal: all that are given must hold. `figure`: the lines one figure of the site is made of, with
 * reversals of those; `year`: of the pots of that year; `from` and `until` are booking dates, both included.
 */
export const JournalFilter = z.object({
  figure: JournalFigure.optional(),
  district: DistrictCode.optional(),
  enterpriseId: EnterpriseId.optional(),
  mandateId: MandateId.optional(),
  potId: PotId.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  kind: JournalKind.optional(),
  category: BudgetCategory.optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
});
export type JournalFilter = z.infer<typeof JournalFilter>;

/** What of a line decides whether it is in a selection. */
type Selected = Omit<Journal, "description" | "bankReference" | "by" | "approvers">;

/** Whether a line is in the selection; reads the pots of the year once, when a year is asked. */
export async function fitting(deps: Deps, filter: JournalFilter): Promise<(journal: Selected) => boolean> {
  const { figure, district, enterpriseId, mandateId, potId, year, kind, category, from, until } = filter;
  const pots = year === undefined ? [] : await deps.store.listAll("pots", {});
  const ofYear = new Set(pots.filter((pot) => pot.year === year).map(({ id }) => id));
  const same = <T>(asked: T | undefined, actual: T | undefined) => asked === undefined || asked === actual;
  return (journal) =>
    same(district, journal.district) &&
    same(enterpriseId, journal.enterpriseId) &&
    same(mandateId, journal.mandateId) &&
    same(potId, journal.potId) &&
    same(kind, journal.kind) &&
    same(category, journal.category) &&
    (year === undefined || (journal.potId !== undefined && ofYear.has(journal.potId))) &&
    (figure === undefined || isOf(figure, journal)) &&
    (from === undefined || journal.bookDate >= from) &&
    (until === undefined || journal.bookDate <= until);
}

function isOf(figure: JournalFigure, journal: Selected): boolean {
  const { kind } = summedAs(journal);
  const { adds, takesOff }: { adds: SummedKind; takesOff?: SummedKind } = journalFigures[figure];
  return kind === adds || kind === takesOff;
}

/** The scope whose kept level has this selection added up; undefined when there is none. */
export function keptScope(filter: JournalFilter): LevelScope | undefined {
  const { district, enterpriseId, mandateId, potId, year, from, until } = filter;
  if (from !== undefined || until !== undefined) return undefined;
  const given = Object.entries({ district, enterpriseId, mandateId, potId, year }).filter(([, of]) => of !== undefined);
  const names = given.map(([name]) => name).join(" ");
  const kept = [
    "",
    "district",
    "enterpriseId",
    "mandateId",
    "potId",
    "year",
    "enterpriseId year",
    "enterpriseId potId",
  ];
  return kept.includes(names) ? Object.fromEntries(given) : undefined;
}
