import * as z from "zod";
import { invariant } from "../errors.ts";
import { DistrictCode, EnterpriseId, MandateId, PotId } from "../ids.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import type { Change, Guard } from "../store.ts";
import { type Journal, type JournalKind, journalKinds, type Pot } from "./account.ts";
import { stageOf } from "./open.ts";

/**
 * Whose money is added up: all of it (nothing given), of one year's pots, a district, a pot, a mandate or an enterprise;
 * of an enterprise also within one year or one pot. These are the scopes that are kept, and no others.
 */
export const LevelScope = z.strictObject({
  year: z.int().optional(),
  district: DistrictCode.optional(),
  potId: PotId.optional(),
  mandateId: MandateId.optional(),
  enterpriseId: EnterpriseId.optional(),
});
export type LevelScope = z.infer<typeof LevelScope>;

/** Kinds of lines that are added up; a reversal is taken off the kind it mirrors. */
export type SummedKind = Exclude<JournalKind, "REVERSAL">;

/** The field of a level in which each kind of line is added up. */
const fieldOf = {
  APPROPRIATION: "appropriated",
  COMMIT: "committed",
  ADVANCE: "advanced",
  SPEND: "spent",
  RELEASE: "released",
  REFUND: "refunded",
} as const satisfies Record<SummedKind, string>;
type Summed = (typeof fieldOf)[SummedKind];

type SpentOn = `spent-${BudgetCategory}`;
const spentOn = (category: BudgetCategory): SpentOn => `spent-${category}`;

/**
 * How far the money of a scope came: the sum of its lines per kind, in integer cents, kept by the transaction that books a
 * line. A field that was never booked is absent. `holders` counts the enterprises that were ever awarded something.
 */
export interface Level extends Partial<Record<Summed | SpentOn, number>> {
  readonly id: string;
  readonly holders?: number;
  /** On the level of an enterprise (of all years and of one): its place among the others, by what is awarded to it. */
  readonly enterpriseId?: EnterpriseId;
  readonly rank?: { readonly of: string; readonly awardedCents: number };
}

/** The id of a scope's level. */
export function levelId({ year, district, potId, mandateId, enterpriseId }: LevelScope): string {
  const parts = [year, district, potId, mandateId, enterpriseId].filter((part) => part !== undefined);
  return parts.length === 0 ? "all" : parts.join("+");
}

/** What a line is to the sums: its kind, and whether it adds to it or (a reversal) takes off. */
export function summedAs({ kind, source, destination }: Pick<Journal, "kind" | "source" | "destination">): {
  readonly kind: SummedKind;
  readonly sign: 1 | -1;
} {
  if (kind !== "REVERSAL") return { kind, sign: 1 };
  const [from, to] = [stageOf(source), stageOf(destination)];
  const kinds = Object.entries(journalKinds) as [SummedKind, { from: string; to: string }][];
  const mirrored = kinds.find(([, stages]) => stages.from === to && stages.to === from);
  invariant(mirrored !== undefined, `a reversal from ${source} to ${destination} mirrors a kind`);
  return { kind: mirrored[0], sign: -1 };
}

/** What a line adds to every level it is in. */
export function addedBy(journal: Pick<Journal, "kind" | "source" | "destination" | "amountCents" | "category">) {
  const { kind, sign } = summedAs(journal);
  const cents = sign * journal.amountCents;
  const { category } = journal;
  return {
    [fieldOf[kind]]: cents,
    ...(kind === "SPEND" && category !== undefined ? { [spentOn(category)]: cents } : {}),
  } as Partial<Record<Summed | SpentOn, number>>;
}

/** Every scope a line is in. */
export function scopesOf(journal: LineOfPot, { year }: Pick<Pot, "year">): readonly LevelScope[] {
  const { district, potId, mandateId, enterpriseId } = journal;
  return [
    {},
    { year },
    ...(district === undefined ? [] : [{ district }]),
    { potId },
    ...(mandateId === undefined ? [] : [{ mandateId }]),
    ...(enterpriseId === undefined ? [] : [{ enterpriseId }, { year, enterpriseId }, { potId, enterpriseId }]),
  ];
}

type LineOfPot = Pick<
  Journal,
  "kind" | "source" | "destination" | "amountCents" | "category" | "district" | "mandateId" | "enterpriseId"
> & { readonly potId: PotId };

/** The scopes in which enterprises stand in order of what is awarded to them. */
const rankedIn = ({ year }: Pick<Pot, "year">): readonly LevelScope[] => [{}, { year }];

/** Whether a line changes the order of enterprises. */
export const isRanking = (journal: Pick<Journal, "kind" | "source" | "destination">) => {
  const { kind } = summedAs(journal);
  return kind === "COMMIT" || kind === "RELEASE";
};

/** The ids of the levels that must be read before a line that changes the order of enterprises is booked. */
export function rankedLevels(enterpriseId: EnterpriseId, pot: Pick<Pot, "year">): readonly string[] {
  return rankedIn(pot).map((scope) => levelId({ ...scope, enterpriseId }));
}

/**
 * The changes that add a line to every level it is in. `found`: the levels of `rankedLevels` as they were read, for a line
 * that changes the order of enterprises; when one changed since, the database refuses the commit as `stale`.
 */
export function addToLevels(
  journal: LineOfPot,
  pot: Pick<Pot, "year">,
  found: ReadonlyMap<string, Level>,
): readonly Change[] {
  const add = addedBy(journal);
  const { enterpriseId } = journal;
  const ranked = enterpriseId !== undefined && isRanking(journal) ? rankedIn(pot) : [];
  const places = new Map(ranked.map((scope) => [levelId({ ...scope, enterpriseId }), levelId(scope)]));
  const isNew = new Set([...places].filter(([id]) => !found.has(id)).map(([, of]) => of));
  return scopesOf(journal, pot).map((scope): Change => {
    const id = levelId(scope);
    const of = places.get(id);
    if (of === undefined) return { sum: "level", record: { id }, add: isNew.has(id) ? { ...add, holders: 1 } : add };
    const before = found.get(id);
    const awardedCents = awardedOf(before) + awardedOf({ id, ...add });
    const record: Level = { id, rank: { of, awardedCents }, ...(enterpriseId === undefined ? {} : { enterpriseId }) };
    return { sum: "level", record, add, when: isAsRead(before) };
  });
}

const awardedOf = (level: Level | undefined) => (level?.committed ?? 0) - (level?.released ?? 0);

function isAsRead(before: Level | undefined): readonly Guard<Level>[] {
  return (["committed", "released"] as const).map((field) => {
    const value = before?.[field];
    return value === undefined
      ? { field, is: "absent", refusal: "stale" }
      : { field, is: "equal", value, refusal: "stale" };
  });
}

/** Adds a line to a level in memory: what the database does with `addToLevels`, to recompute levels from a journal. */
export function withLine(level: Level, journal: Parameters<typeof addedBy>[0]): Level {
  const sums: Record<string, number> = {};
  for (const [field, cents] of Object.entries(addedBy(journal))) sums[field] = (level[field as Summed] ?? 0) + cents;
  return { ...level, ...sums };
}

/** Spending per category, in cents; categories without spending are left out. */
export function spentByCategory(level: Level): { category: BudgetCategory; amountCents: number }[] {
  return BudgetCategory.options
    .map((category) => ({ category, amountCents: level[spentOn(category)] ?? 0 }))
    .filter(({ amountCents }) => amountCents > 0);
}
