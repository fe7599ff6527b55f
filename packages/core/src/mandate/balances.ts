import * as z from "zod";
import { invariant } from "../errors.ts";
import { levelId, spentByCategory } from "../ledger/level.ts";
import { accountIds } from "../ledger/open.ts";
import type { Deps } from "../ports.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import type { Mandate } from "./mandate.ts";
import { Vessel, vesselOf } from "./vessel.ts";

/** Spending per category, in cents; categories without spending are left out. */
export const SpentByCategory = z.array(z.object({ category: BudgetCategory, amountCents: z.int() }));

/** Where the money of a mandate is, in integer cents: its vessel, and what is under way. */
export const MandateBalances = Vessel.extend({
  /** Of what is committed: on its way to the enterprise. */
  onItsWayCents: z.int(),
  /** Of what is paid and not spent: entered, waiting for a second board member. */
  waitingCents: z.int(),
  spentByCategory: SpentByCategory,
}).meta({ id: "MandateBalances" });
export type MandateBalances = z.infer<typeof MandateBalances>;

/** Reads the balances of a mandate as of one moment. */
export async function readBalances(deps: Deps, mandate: Mandate): Promise<MandateBalances> {
  const [committed, cash, level] = await deps.store.snapshot([
    { kind: "account", ref: { id: accountIds.committed(mandate.id) } },
    { kind: "account", ref: { id: accountIds.cash(mandate.id) } },
    { kind: "level", ref: { id: levelId({ mandateId: mandate.id }) } },
  ]);
  invariant(
    committed !== undefined && cash !== undefined && level !== undefined,
    `mandate ${mandate.id} has its accounts and its level`,
  );
  const vessel = vesselOf(level);
  const isSame = vessel.committedCents === committed.posted && vessel.paidNotSpentCents === cash.posted;
  invariant(isSame, `the level of mandate ${mandate.id} is that of its accounts`);
  return {
    ...vessel,
    onItsWayCents: committed.reserved,
    waitingCents: cash.reserved,
    spentByCategory: spentByCategory(level),
  };
}
