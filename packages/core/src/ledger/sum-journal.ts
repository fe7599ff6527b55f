import * as z from "zod";
import { limits } from "../limits.ts";
import { vesselOf } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";
import { type JournalFilter, keptScope } from "./journal-filter.ts";
import { type Level, withLine } from "./level.ts";
import { firstJournals } from "./list-journal.ts";
import { readLevel } from "./read-levels.ts";
import { reversedAmong } from "./reversed-among.ts";

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
 * Adds up a selection: from what is kept where it is a whole scope, else line by line. Undefined when it has more lines
 * than `limits.journalSumLinesMax`: choose a shorter period. Public.
 */
export async function sumJournal(deps: Deps, filter: JournalFilter): Promise<JournalSum | undefined> {
  const scope = keptScope(filter);
  if (scope !== undefined) return sumOf(onlyOf(filter, await readLevel(deps, scope)));
  const { journals, isAll } = await firstJournals(deps, filter, limits.journalSumLinesMax);
  if (!isAll) return undefined;
  const reversed = await reversedAmong(deps, journals);
  const counting = journals.filter(({ id, kind }) => kind !== "REVERSAL" && !reversed.has(id));
  return sumOf(counting.reduce<Level>(withLine, { id: "selection" }));
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
