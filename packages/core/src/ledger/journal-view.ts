import * as z from "zod";
import type { EnterpriseId, PotId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { Journal } from "./account.ts";

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
  .extend({ enterprise: z.string().optional(), pot: z.string().optional() })
  .meta({ id: "Journal" });
export type JournalView = z.infer<typeof JournalView>;

/** Journals in public, with the names of their enterprises and pots; each name is read once. */
export async function viewJournals(deps: Deps, journals: readonly Journal[]): Promise<readonly JournalView[]> {
  const enterprises = await named(
    journals.map(({ enterpriseId }) => enterpriseId),
    async (id: EnterpriseId) => (await deps.store.get("enterprise", { id }))?.profile.name,
  );
  const pots = await named(
    journals.map(({ potId }) => potId),
    async (id: PotId) => (await deps.store.get("pot", { id }))?.name,
  );
  return journals.map((journal) =>
    JournalView.parse({
      ...journal,
      enterprise: journal.enterpriseId && enterprises.get(journal.enterpriseId),
      pot: journal.potId && pots.get(journal.potId),
    }),
  );
}

async function named<I extends string>(
  ids: readonly (I | undefined)[],
  nameOf: (id: I) => Promise<string | undefined>,
): Promise<ReadonlyMap<I, string>> {
  const distinct = [...new Set(ids)].filter((id) => id !== undefined);
  const names = await Promise.all(distinct.map(async (id) => [id, await nameOf(id)] as const));
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
