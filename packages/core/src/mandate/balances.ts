import * as z from "zod";
import { invariant } from "../errors.ts";
import { accountIds } from "../ledger/open.ts";
import { sumCents } from "../money.ts";
import type { Deps } from "../ports.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import type { Mandate } from "./mandate.ts";

/** Spending per category, in cents; categories without spending are left out. */
export const SpentByCategory = z.array(z.object({ category: BudgetCategory, amountCents: z.int() }));

/**
 * Where the money of a mandate is, in integer cents. Always
 * `awardedCents = committedCents + paidNotSpentCents + spentCents + returnedCents`.
 */
export const MandateBalances = z
  .object({
    awardedCents: z.int(),
    /** Not paid to the enterprise yet. */
    committedCents: z.int(),
    paidNotSpentCents: z.int(),
    spentCents: z.int(),
    /** Flowed back to the pot. */
    returnedCents: z.int(),
    /** Of what is committed: on its way to the enterprise. */
    onItsWayCents: z.int(),
    /** Of what is paid and not spent: entered, waiting for a second board member. */
    waitingCents: z.int(),
    spentByCategory: SpentByCategory,
  })
  .meta({ id: "MandateBalances" });
export type MandateBalances = z.infer<typeof MandateBalances>;

/** Reads the balances of a mandate as of one moment. */
export async function readBalances(deps: Deps, mandate: Mandate): Promise<MandateBalances> {
  const categories = BudgetCategory.options;
  const [committed, cash, ...spent] = await deps.store.snapshot([
    { kind: "account", ref: { id: accountIds.committed(mandate.id) } },
    { kind: "account", ref: { id: accountIds.cash(mandate.id) } },
    ...categories.map((category) => ({
      kind: "account" as const,
      ref: { id: accountIds.spent(mandate.id, category) },
    })),
  ]);
  invariant(committed !== undefined && cash !== undefined, `mandate ${mandate.id} has its accounts`);
  const spentByCategory = categories
    .map((category, index) => ({ category, amountCents: spent[index]?.posted ?? 0 }))
    .filter(({ amountCents }) => amountCents > 0);
  const spentCents = sumCents(spentByCategory.map(({ amountCents }) => amountCents));
  // The accounts were read as of one moment and money leaves them only to the pot: the rest flowed back. That this is
  // what was booked as returned, the verification adds up from the journal.
  const returnedCents = mandate.amountCents - committed.posted - cash.posted - spentCents;
  invariant(returnedCents >= 0, `mandate ${mandate.id} holds no more than was awarded`);
  return {
    awardedCents: mandate.amountCents,
    committedCents: committed.posted,
    paidNotSpentCents: cash.posted,
    spentCents,
    returnedCents,
    onItsWayCents: committed.reserved,
    waitingCents: cash.reserved,
    spentByCategory,
  };
}
