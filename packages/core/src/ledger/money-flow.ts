import * as z from "zod";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DistrictCode, EnterpriseId, PotId } from "../ids.ts";
import { SpentByCategory } from "../mandate/balances.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { sumCents } from "../money.ts";
import type { Deps } from "../ports.ts";
import { PotView, viewPot } from "../pot/view.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import type { Account, Pot } from "./account.ts";

/** Which part of the money: pots of one year, money for one district; everything when left out. */
export const MoneyFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  district: DistrictCode.optional(),
});
export type MoneyFilter = z.infer<typeof MoneyFilter>;

/**
 * Where every euro is, in integer cents: each level is money that came that far and no further, so
 * `appropriatedCents = inPotsCents + committedCents + paidNotSpentCents + spentCents`. Of one district: its own pots and
 * every mandate in it, also those paid from a pot of the whole municipality.
 */
export const MoneyFlow = z
  .object({
    appropriatedCents: z.int(),
    inPotsCents: z.int(),
    committedCents: z.int(),
    paidNotSpentCents: z.int(),
    spentCents: z.int(),
    spentByCategory: SpentByCategory,
    /** Delegated to enterprises: all that has left the pots. */
    delegatedCents: z.int(),
    pots: z.array(PotView),
    districts: z.array(z.object({ district: DistrictCode, delegatedCents: z.int(), spentCents: z.int() })),
    /** Per enterprise what came to it from each pot and what it was spent on, in the order of most money first. */
    enterprises: z.array(
      z.object({
        id: EnterpriseId,
        /** Empty when the enterprise is not public any more: its euros stay, its name does not. */
        name: z.string(),
        delegatedCents: z.int(),
        fromPots: z.array(z.object({ potId: PotId, delegatedCents: z.int() })),
        spentByCategory: SpentByCategory,
      }),
    ),
  })
  .meta({ id: "MoneyFlow" });
export type MoneyFlow = z.infer<typeof MoneyFlow>;

/** The money from council to spending. Public. */
export async function getMoney(deps: Deps, filter: MoneyFilter): Promise<MoneyFlow> {
  const [pots, mandates, accounts, enterprises] = await Promise.all([
    deps.store.listAll("pots", {}),
    deps.store.listAll("mandates", {}),
    deps.store.listAll("accounts", {}),
    deps.store.listAll("enterprises-public", {}),
  ]);
  return flowOf({ pots, mandates, accounts, enterprises }, filter);
}

/** What the flow is made of. */
export interface MoneyRead {
  readonly pots: readonly Pot[];
  readonly mandates: readonly Mandate[];
  readonly accounts: readonly Account[];
  readonly enterprises: readonly Enterprise[];
}

/** The flow from what was read, so that it can be recomputed from an export too. */
export function flowOf(
  { pots, mandates, accounts, enterprises }: MoneyRead,
  { year, district }: MoneyFilter,
): MoneyFlow {
  const potsOfYear = pots.filter((pot) => year === undefined || pot.year === year);
  const potIds = new Set(potsOfYear.map(({ id }) => id));
  const districtOf = new Map(mandates.map((mandate) => [mandate.id, mandate.district]));
  const potDistrict = new Map(pots.map((pot) => [pot.id, pot.district]));
  const place = ({ mandateId, potId }: Account) =>
    mandateId === undefined ? potId && potDistrict.get(potId) : districtOf.get(mandateId);
  const counted = accounts.filter(
    (account) =>
      account.potId !== undefined &&
      potIds.has(account.potId) &&
      (district === undefined || place(account) === district),
  );
  const of = (stage: Account["stage"]) => counted.filter((account) => account.stage === stage);
  const [inPotsCents, committedCents, paidNotSpentCents] = [total(of("POT")), total(of("MANDAAT")), total(of("KAS"))];
  const spentCents = total(of("BESTEED"));
  const delegatedCents = committedCents + paidNotSpentCents + spentCents;
  return {
    appropriatedCents: inPotsCents + delegatedCents,
    inPotsCents,
    committedCents,
    paidNotSpentCents,
    spentCents,
    spentByCategory: byCategory(of("BESTEED")),
    delegatedCents,
    pots: potsOfYear
      .filter((pot) => district === undefined || pot.district === district)
      .map((pot) => viewPot(pot, accounts)),
    districts: byDistrict(counted, place),
    enterprises: byEnterprise(counted, mandates, enterprises),
  };
}

const total = (accounts: readonly Account[]) => sumCents(accounts.map(({ posted }) => posted));

function byCategory(spent: readonly Account[]): MoneyFlow["spentByCategory"] {
  return BudgetCategory.options
    .map((category) => ({ category, amountCents: total(spent.filter(({ id }) => id.endsWith(`#${category}`))) }))
    .filter(({ amountCents }) => amountCents > 0);
}

function byDistrict(
  counted: readonly Account[],
  place: (account: Account) => DistrictCode | undefined,
): MoneyFlow["districts"] {
  const delegated = counted.filter(({ stage }) => stage !== "POT");
  const districts = [...new Set(delegated.map(place))].filter((code) => code !== undefined).toSorted();
  return districts.map((district) => {
    const own = delegated.filter((account) => place(account) === district);
    const spent = own.filter(({ stage }) => stage === "BESTEED");
    return { district, delegatedCents: total(own), spentCents: total(spent) };
  });
}

function byEnterprise(
  counted: readonly Account[],
  mandates: readonly Mandate[],
  enterprises: readonly Enterprise[],
): MoneyFlow["enterprises"] {
  const holderOf = new Map(mandates.map(({ id, enterpriseId }) => [id, enterpriseId]));
  const nameOf = new Map(
    enterprises.filter(isPublic).map((enterprise) => [enterprise.id, publicIdentity(enterprise).name]),
  );
  const held = Map.groupBy(
    counted.filter(({ stage }) => stage !== "POT"),
    ({ mandateId }) => mandateId && holderOf.get(mandateId),
  );
  return [...held]
    .flatMap(([id, own]) => {
      // A list may lag a moment behind an account of a new mandate.
      if (id === undefined) return [];
      const fromPots = [...Map.groupBy(own, ({ potId }) => potId)].flatMap(([potId, accounts]) =>
        potId === undefined ? [] : [{ potId, delegatedCents: total(accounts) }],
      );
      const spent = own.filter(({ stage }) => stage === "BESTEED");
      return [
        { id, name: nameOf.get(id) ?? "", delegatedCents: total(own), fromPots, spentByCategory: byCategory(spent) },
      ];
    })
    .filter(({ delegatedCents }) => delegatedCents > 0)
    .toSorted((left, right) => right.delegatedCents - left.delegatedCents);
}
