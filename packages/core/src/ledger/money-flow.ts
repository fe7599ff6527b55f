import * as z from "zod";
import { DistrictCode, EnterpriseId, type PotId } from "../ids.ts";
import { limits } from "../limits.ts";
import { SpentByCategory } from "../mandate/balances.ts";
import { Vessel, vesselOf } from "../mandate/vessel.ts";
import { sumCents } from "../money.ts";
import type { Deps } from "../ports.ts";
import { PotView, viewPot } from "../pot/view.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { nameOnRecord } from "../visibility/visibility.ts";
import { Pot } from "./account.ts";
import { type Level, levelId, spentByCategory } from "./level.ts";
import { readLevel } from "./read-levels.ts";

/** Which part of the money: pots of one year; everything when left out. */
export const MoneyFilter = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
export type MoneyFilter = z.infer<typeof MoneyFilter>;

const Fillings = Vessel.pick({ awardedCents: true, paidCents: true, spentCents: true });

/** How money came to holders and what became of it. */
const HolderFlow = Fillings.extend({
  fromPots: z.array(z.object({ potId: Pot.shape.id, awardedCents: z.int() })),
  spentByCategory: SpentByCategory,
});

/**
 * How far the money came, in integer cents: the three fillings of everything, of every pot and district, and of the
 * enterprises that were awarded most; the other enterprises are added up as `others`.
 * `appropriatedCents = inPotsCents + awardedCents - refundedCents`.
 */
export const MoneyFlow = Vessel.extend({
  appropriatedCents: z.int(),
  inPotsCents: z.int(),
  spentByCategory: SpentByCategory,
  pots: z.array(PotView),
  /** Every year for which there is a pot, newest first. */
  years: z.array(z.int()),
  /** Of all years. */
  districts: z.array(Fillings.extend({ district: DistrictCode })),
  /** `name` is empty where the enterprise is not public. */
  enterprises: z.array(HolderFlow.extend({ id: EnterpriseId, name: z.string() })),
  others: HolderFlow.extend({ count: z.int() }).optional(),
}).meta({ id: "MoneyFlow" });
export type MoneyFlow = z.infer<typeof MoneyFlow>;

/** The money from council to spending, from sums that are kept with each booking. Public. */
export async function getMoney(deps: Deps, { year }: MoneyFilter): Promise<MoneyFlow> {
  const scope = year === undefined ? {} : { year };
  const [whole, listed, largest, districts] = await Promise.all([
    readLevel(deps, scope),
    deps.store.listAll("pots", {}),
    deps.store.list("levels-of-holders", { of: levelId(scope) }, { limit: limits.flowHoldersMax, newestFirst: true }),
    districtFlows(deps),
  ]);
  const ofYear = listed.filter((pot) => year === undefined || pot.year === year);
  const [pots, enterprises] = await Promise.all([
    Promise.all(ofYear.map((pot) => viewPot(deps, pot))),
    Promise.all(largest.items.map((level) => holderFlow(deps, level, ofYear))),
  ]);
  const vessel = vesselOf(whole);
  const appropriatedCents = whole.appropriated ?? 0;
  const others = othersOf(whole, pots, enterprises);
  return {
    ...vessel,
    appropriatedCents,
    inPotsCents: appropriatedCents - vessel.awardedCents + vessel.refundedCents,
    spentByCategory: spentByCategory(whole),
    pots,
    years: [...new Set(listed.map((pot) => pot.year))].toSorted((left, right) => right - left),
    districts,
    enterprises: enterprises.filter(({ awardedCents }) => awardedCents > 0),
    ...(others === undefined ? {} : { others }),
  };
}

async function districtFlows(deps: Deps): Promise<MoneyFlow["districts"]> {
  const flows = deps.municipality.districts.map(async ({ code: district }) => {
    const { awardedCents, paidCents, spentCents } = vesselOf(await readLevel(deps, { district }));
    return { district, awardedCents, paidCents, spentCents };
  });
  return (await Promise.all(flows)).filter(({ awardedCents }) => awardedCents > 0);
}

type EnterpriseFlow = MoneyFlow["enterprises"][number];

async function holderFlow(deps: Deps, level: Level, pots: readonly Pot[]): Promise<EnterpriseFlow> {
  // `levels-of-holders` holds levels of enterprises only.
  const id = EnterpriseId.parse(level.enterpriseId);
  const [enterprise, ...fromPots] = await Promise.all([
    deps.store.get("enterprise", { id }),
    ...pots.map(async ({ id: potId }) => ({
      potId,
      awardedCents: vesselOf(await readLevel(deps, { potId, enterpriseId: id })).awardedCents,
    })),
  ]);
  const { awardedCents, paidCents, spentCents } = vesselOf(level);
  return {
    id,
    name: nameOnRecord(enterprise) ?? "",
    awardedCents,
    paidCents,
    spentCents,
    fromPots: fromPots.filter((from) => from.awardedCents > 0),
    spentByCategory: spentByCategory(level),
  };
}

/** What is left of the whole when the named enterprises are taken off. */
function othersOf(
  whole: Level,
  pots: readonly PotView[],
  named: readonly EnterpriseFlow[],
): MoneyFlow["others"] | undefined {
  const count = (whole.holders ?? 0) - named.length;
  if (count <= 0) return undefined;
  const total = vesselOf(whole);
  const rest = (field: "awardedCents" | "paidCents" | "spentCents") =>
    total[field] - sumCents(named.map((holder) => holder[field]));
  const awardedTo = (potId: PotId) =>
    sumCents(
      named.flatMap(({ fromPots }) => fromPots.filter((from) => from.potId === potId).map((of) => of.awardedCents)),
    );
  const spentOn = (category: BudgetCategory, from: readonly { spentByCategory: MoneyFlow["spentByCategory"] }[]) =>
    sumCents(
      from.flatMap((of) =>
        of.spentByCategory.filter((spent) => spent.category === category).map((spent) => spent.amountCents),
      ),
    );
  return {
    count,
    awardedCents: rest("awardedCents"),
    paidCents: rest("paidCents"),
    spentCents: rest("spentCents"),
    fromPots: pots
      .map(({ id: potId, awardedCents }) => ({ potId, awardedCents: awardedCents - awardedTo(potId) }))
      .filter(({ awardedCents }) => awardedCents > 0),
    spentByCategory: BudgetCategory.options
      .map((category) => ({
        category,
        amountCents: spentOn(category, [{ spentByCategory: spentByCategory(whole) }]) - spentOn(category, named),
      }))
      .filter(({ amountCents }) => amountCents > 0),
  };
}
