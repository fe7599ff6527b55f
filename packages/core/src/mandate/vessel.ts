import * as z from "zod";
import type { Account, AccountStage } from "../ledger/account.ts";
import { sumCents } from "../money.ts";
import type { Mandate } from "./mandate.ts";

/**
 * How full a mandate is, in integer cents, for a list of many. Always
 * `awardedCents = committedCents + paidNotSpentCents + spentCents + returnedCents`.
 */
export const Vessel = z
  .object({
    awardedCents: z.int(),
    committedCents: z.int(),
    paidNotSpentCents: z.int(),
    spentCents: z.int(),
    returnedCents: z.int(),
  })
  .meta({ id: "Vessel" });
export type Vessel = z.infer<typeof Vessel>;

/**
 * The vessels of mandates, from the list of accounts: one read for all of them. The list is eventually consistent, so a
 * sum may be a moment old; the page of one mandate reads its balances as of one moment.
 */
export function vesselsOf(accounts: readonly Account[]): (mandate: Mandate) => Vessel {
  const byMandate = Map.groupBy(accounts, ({ mandateId }) => mandateId);
  return (mandate) => {
    const own = byMandate.get(mandate.id) ?? [];
    const at = (of: AccountStage) => sumCents(own.filter(({ stage }) => stage === of).map(({ posted }) => posted));
    const [committedCents, paidNotSpentCents, spentCents] = [at("MANDAAT"), at("KAS"), at("BESTEED")];
    return {
      awardedCents: mandate.amountCents,
      committedCents,
      paidNotSpentCents,
      spentCents,
      returnedCents: mandate.amountCents - committedCents - paidNotSpentCents - spentCents,
    };
  };
}

/** Several vessels as one. */
export function pour(vessels: readonly Vessel[]): Vessel {
  const sum = (field: keyof Vessel) => sumCents(vessels.map((vessel) => vessel[field]));
  return {
    awardedCents: sum("awardedCents"),
    committedCents: sum("committedCents"),
    paidNotSpentCents: sum("paidNotSpentCents"),
    spentCents: sum("spentCents"),
    returnedCents: sum("returnedCents"),
  };
}
