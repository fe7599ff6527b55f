import * as z from "zod";
import { DomainError } from "../errors.ts";
import { vesselOf } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";
import { type JournalFilter, keptScope } from "./journal-filter.ts";
import type { Level } from "./level.ts";
import { readLevel } from "./read-levels.ts";

/**
 * What a selection of the journal comes to, per kind, in integer cents; a line that was reversed and its reversal do not
 * count. The figures of the site are these: awarded is `committedCents - releasedCents`, paid `advancedCents - refundedCents`.
 */
export const JournalSum = z
  .object({
    appropriatedCents: z.int(),
    committedCents: z.int(),
    releasedCents: z.int(),
    advancedCents: z.int(),
    refundedCents: z.int(),
    spentCents: z.int(),
    awardedCents: z.int(),
    paidCents: z.int(),
  })
  .meta({ id: "JournalSum" });
export type JournalSum = z.infer<typeof JournalSum>;

/**
 * What a selection comes to, from the one level that is kept of it (decision 0013): everything, a year, a district, a pot, a
 * mandate, an enterprise, and of those one figure, kind or category. Undefined for any other selection: adding up its lines
 * would read the whole ledger for whoever asks. Public. @throws DomainError `invalid` for a district that is not of here.
 */
export async function sumJournal(deps: Deps, filter: JournalFilter): Promise<JournalSum | undefined> {
  const { district } = filter;
  if (district !== undefined && !deps.municipality.districts.some(({ code }) => code === district))
    throw new DomainError("invalid", "There is no such district here.", {
      fields: [{ path: "district", code: "district-unknown" }],
    });
  const scope = keptScope(filter);
  return scope === undefined ? undefined : sumOf(onlyOf(filter, await readLevel(deps, scope)));
}

const kindFields = {
  APPROPRIATION: ["appropriated"],
  COMMIT: ["committed"],
  ADVANCE: ["advanced"],
  SPEND: ["spent"],
  RELEASE: ["released"],
  REFUND: ["refunded"],
  REVERSAL: [],
} as const;
const figureFields = {
  appropriated: ["appropriated"],
  awarded: ["committed", "released"],
  paid: ["advanced", "refunded"],
  spent: ["spent"],
} as const;

/** The part of a level that a kind or a figure asks for. */
function onlyOf({ kind, figure, category }: JournalFilter, level: Level): Level {
  const ofKind: readonly string[] | undefined = kind && kindFields[kind];
  const ofFigure: readonly string[] | undefined = figure && figureFields[figure];
  const kept = Object.entries(level).filter(
    ([field]) => (ofKind?.includes(field) ?? true) && (ofFigure?.includes(field) ?? true),
  );
  const asked: Level = { ...Object.fromEntries(kept), id: level.id };
  if (category === undefined) return asked;
  // Only spending has a category.
  return { id: level.id, ...(asked.spent === undefined ? {} : { spent: level[`spent-${category}`] ?? 0 }) };
}

function sumOf(level: Level): JournalSum {
  const { appropriated = 0, committed = 0, released = 0, advanced = 0, refunded = 0, spent = 0 } = level;
  const { awardedCents, paidCents } = vesselOf(level);
  return {
    appropriatedCents: appropriated,
    committedCents: committed,
    releasedCents: released,
    advancedCents: advanced,
    refundedCents: refunded,
    spentCents: spent,
    awardedCents,
    paidCents,
  };
}
