import { DomainError } from "../errors.ts";
import type { PotId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Journal, Pot } from "./account.ts";
import type { LedgerDifference } from "./invariants.ts";
import { isRanking, type Level, levelId, scopesOf, withLine } from "./level.ts";

/** Every level as it must be, added up again from the lines it is made of. */
export function levelsOf(
  journals: Iterable<Journal>,
  pots: ReadonlyMap<PotId, Pick<Pot, "year">>,
): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  const holders = new Set<string>();
  for (const journal of journals) {
    const { potId, enterpriseId } = journal;
    const pot = potId === undefined ? undefined : pots.get(potId);
    if (potId === undefined || pot === undefined) throw new DomainError("not-found", `No pot for ${journal.id}.`);
    for (const scope of scopesOf({ ...journal, potId }, pot)) {
      const id = levelId(scope);
      const level = withLine(levels.get(id) ?? { id }, journal);
      levels.set(id, level);
      const of = levelId(scope.year === undefined ? {} : { year: scope.year });
      const isRanked = scope.enterpriseId !== undefined && scope.potId === undefined;
      if (!isRanked || enterpriseId === undefined || !isRanking(journal)) continue;
      const awardedCents = (level.committed ?? 0) - (level.released ?? 0);
      levels.set(id, { ...level, enterpriseId, rank: { of, awardedCents } });
      const whole = levels.get(of) ?? { id: of };
      if (!holders.has(id)) levels.set(of, { ...whole, holders: (whole.holders ?? 0) + 1 });
      holders.add(id);
    }
  }
  return levels;
}

/** What is wrong with levels as they are kept (I14): each is the sum of its lines, to the cent. */
export function levelDifferences(
  expected: ReadonlyMap<string, Level>,
  kept: ReadonlyMap<string, Level | undefined>,
): readonly LedgerDifference[] {
  return [...kept].flatMap(([id, level]) => {
    const [is, must] = [textOf(level ?? { id }), textOf(expected.get(id) ?? { id })];
    return is === must ? [] : [{ invariant: "I14", subject: id, detail: `${is} is kept, its lines give ${must}` }];
  });
}

/** The same text for the same level, in whatever order its fields are; a zero is as good as nothing. */
function textOf({ id: _id, rank, ...sums }: Level): string {
  const place = rank === undefined ? {} : { rank: `${rank.of} ${rank.awardedCents}` };
  const fields = Object.entries({ ...sums, ...place }).filter(([, value]) => value !== 0);
  return JSON.stringify(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Levels by id, as they are kept now. */
export async function readLevels(deps: Deps, ids: Iterable<string>): Promise<ReadonlyMap<string, Level | undefined>> {
  const found = await Promise.all([...ids].map(async (id) => [id, await deps.store.get("level", { id })] as const));
  return new Map(found);
}
