import * as z from "zod";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { Expense } from "../expense/expense.ts";
import { isBookedTextPublic, publicSupplier } from "../expense/public-text.ts";
import { type EnterpriseId, type ExpenseId, JournalId, type PotId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";
import type { Deps } from "../ports.ts";
import { nameOnRecord } from "../visibility/visibility.ts";
import { Journal } from "./account.ts";
import { reversedAmong } from "./reversed-among.ts";

/** One line of the journal in public: everything that goes into the hashes, and no person. Amount in integer cents. */
export const JournalView = Journal.pick({
  id: true,
  kind: true,
  source: true,
  destination: true,
  amountCents: true,
  bookDate: true,
  effectDate: true,
  decisionReference: true,
  description: true,
  potId: true,
  mandateId: true,
  enterpriseId: true,
  district: true,
  transferId: true,
  expenseId: true,
  category: true,
  reversalOf: true,
  sourceSequence: true,
  sourceHash: true,
  destinationSequence: true,
  destinationHash: true,
  postedAt: true,
})
  .strip()
  .extend({
    /** Empty when what was written is not public. */
    description: z.string(),
    enterprise: z.string().optional(),
    pot: z.string().optional(),
    /** Who was paid, of an expense that is not to a private person. */
    supplier: z.string().optional(),
    /** An officer hid what was typed about the expense: since when, and why. */
    hidden: Hidden.optional(),
    /** The line that took this one back: neither of the two counts. */
    reversedBy: JournalId.optional(),
  })
  .meta({ id: "Journal" });
export type JournalView = z.infer<typeof JournalView>;

/**
 * Journals in public, with the names of their enterprises and pots; each name is read once. Of an enterprise that is not
 * public every euro stays, without its name and without what it wrote; while an officer hides its page its name stays too.
 */
export async function viewJournals(deps: Deps, journals: readonly Journal[]): Promise<readonly JournalView[]> {
  const reading = reversedAmong(deps, journals);
  const paid = named(
    journals.map(({ expenseId }) => expenseId),
    async (id: ExpenseId) => deps.store.get("expense", { id }),
  );
  const enterprises = await named(
    journals.map(({ enterpriseId }) => enterpriseId),
    async (id: EnterpriseId) => nameAndPage(await deps.store.get("enterprise", { id })),
  );
  const pots = await named(
    journals.map(({ potId }) => potId),
    async (id: PotId) => (await deps.store.get("pot", { id }))?.name,
  );
  const [reversed, expenses] = await Promise.all([reading, paid]);
  return journals.map((journal) =>
    JournalView.parse({
      ...journal,
      ...ofEnterprise(journal, enterprises),
      pot: journal.potId && pots.get(journal.potId),
      reversedBy: reversed.get(journal.id),
      ...ofExpense(
        journal.expenseId === undefined ? undefined : expenses.get(journal.expenseId),
        journal.enterpriseId === undefined ? undefined : enterprises.get(journal.enterpriseId),
      ),
    }),
  );
}

interface Holder {
  readonly name: string;
  /** An officer hides its page, and with it everything it wrote. */
  readonly page: Hidden | undefined;
}

function nameAndPage(enterprise: Enterprise | undefined): Holder | undefined {
  const name = nameOnRecord(enterprise);
  return name === undefined ? undefined : { name, page: enterprise?.hidden };
}

function ofEnterprise({ enterpriseId, description }: Journal, holders: ReadonlyMap<EnterpriseId, Holder>) {
  if (enterpriseId === undefined) return {};
  const holder = holders.get(enterpriseId);
  const isReadable = holder !== undefined && holder.page === undefined;
  return { enterprise: holder?.name, description: isReadable ? description : "" };
}

/** What was typed is left out where it is not public (any more); the line itself never changes. */
function ofExpense(kept: Expense | undefined, holder: Holder | undefined) {
  if (kept === undefined) return {};
  const hidden = kept.hidden ?? holder?.page;
  const { hidden: _own, ...rest } = kept;
  const expense = hidden === undefined ? rest : { ...rest, hidden };
  return {
    supplier: holder === undefined ? undefined : publicSupplier(expense),
    ...(isBookedTextPublic(expense) ? {} : { description: "" }),
    ...(hidden === undefined ? {} : { hidden }),
  };
}

async function named<I extends string, N>(
  ids: readonly (I | undefined)[],
  nameOf: (id: I) => Promise<N | undefined>,
): Promise<ReadonlyMap<I, N>> {
  const distinct = [...new Set(ids)].filter((id) => id !== undefined);
  const names = await Promise.all(distinct.map(async (id) => [id, await nameOf(id)] as const));
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
