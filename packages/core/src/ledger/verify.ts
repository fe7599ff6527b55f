import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import type { JournalId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Account, Entry, Journal } from "./account.ts";
import {
  accountDifferences,
  journalDifferences,
  type Ledger,
  LedgerDifference,
  mandateDifferences,
} from "./invariants.ts";
import { levelDifferences, levelsOf, readLevels } from "./level-differences.ts";

/** The head of one account's chain: with the public export anybody can compute it again. */
const ChainHead = z.object({
  account: z.string(),
  sequence: z.int(),
  head: z.string(),
  postedCents: z.int(),
  reservedCents: z.int(),
});

/** What came of adding up the whole ledger again from its entries. `isRight` when there is no difference at all. */
export const LedgerVerification = z
  .object({
    checkedAt: IsoInstant,
    isRight: z.boolean(),
    accounts: z.int(),
    entries: z.int(),
    journals: z.int(),
    differences: z.array(LedgerDifference),
    heads: z.array(ChainHead),
  })
  .meta({ id: "LedgerVerification" });
export type LedgerVerification = z.infer<typeof LedgerVerification>;

/**
 * Adds up the whole ledger again from entries and journals (invariants I1 to I5, I7, I8 and I14, and every mandate's public
 * identity) and gives the heads of all chains. Bookings may go on meanwhile: what is younger than the account it was
 * read with is left out on both sides. What the public reads was computed by this and kept (publication.ts).
 */
export async function verifyLedger(deps: Deps): Promise<LedgerVerification> {
  const checkedAt = deps.clock.now().toISOString();
  const ledger = await readLedger(deps);
  const differences = [
    ...[...ledger.accounts.values()].flatMap((account) => accountDifferences(deps.digest, ledger, account)),
    ...[...ledger.journals.values()].flatMap((journal) => journalDifferences(ledger, journal)),
    ...mandateDifferences(ledger),
    ...(await reservationDifferences(deps, ledger)),
    ...(await keptDifferences(deps, ledger)),
  ];
  const all = [...ledger.accounts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    checkedAt,
    isRight: differences.length === 0,
    accounts: all.length,
    entries: [...ledger.entries.values()].reduce((count, entries) => count + entries.length, 0),
    journals: ledger.journals.size,
    differences,
    heads: all.map(({ id, sequence, head, posted, reserved }) => ({
      account: id,
      sequence,
      head,
      postedCents: posted,
      reservedCents: reserved,
    })),
  };
}

/** Accounts read at a time: enough to be quick, few enough to leave the table to others. */
const atOnce = 16;

/** Every account that is listed or named by a journal, its entries up to its own sequence, and all their journals. */
export async function readLedger(deps: Deps): Promise<Ledger> {
  const accounts = new Map<string, Account>();
  const entries = new Map<string, readonly Entry[]>();
  const journals = new Map<JournalId, Journal>();
  const listed = await deps.store.listAll("accounts", {});
  let open = listed.map(({ id }) => id);
  while (open.length > 0) {
    await inGroups(open, async (id) => {
      const account = await deps.store.get("account", { id });
      if (account === undefined) return;
      const all = await deps.store.listAll("entries-of-account", { accountId: id });
      accounts.set(id, account);
      entries.set(
        id,
        all.filter(({ sequence }) => sequence <= account.sequence),
      );
    });
    const fresh = new Set([...entries.values()].flat().map(({ journalId }) => journalId));
    await inGroups(
      [...fresh].filter((id) => !journals.has(id)),
      async (id) => {
        const journal = await deps.store.get("journal", { id });
        if (journal !== undefined) journals.set(id, journal);
      },
    );
    const named = [...journals.values()].flatMap(({ source, destination }) => [source, destination]);
    open = [...new Set(named)].filter((id) => !accounts.has(id) && !open.includes(id));
  }
  return { accounts, entries, journals, mandates: await deps.store.listAll("mandates", {}) };
}

async function inGroups<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
  for (let index = 0; index < items.length; index += atOnce)
    await Promise.all(items.slice(index, index + atOnce).map(each));
}

/**
 * I5: what is reserved on an account is what its pending transfers, expenses or refunds ask. Reservations come and go between two
 * reads, so an account that differs is read again before it is reported.
 */
async function reservationDifferences(deps: Deps, { accounts }: Ledger): Promise<readonly LedgerDifference[]> {
  const differences = await Promise.all(
    [...accounts.values()].map(async (account) => {
      const { mandateId, stage } = account;
      if (mandateId === undefined || (stage !== "MANDAAT" && stage !== "KAS"))
        return account.reserved === 0 ? [] : [different(account, 0)];
      for (let tries = 1; ; tries++) {
        const [now, pending] = await Promise.all([
          deps.store.get("account", { id: account.id }),
          stage === "MANDAAT" ? pendingTransfers(deps, mandateId) : pendingOnCash(deps, mandateId),
        ]);
        if (now === undefined || now.reserved === pending) return [];
        if (tries === 3) return [different(now, pending)];
      }
    }),
  );
  return differences.flat();
}

/**
 * I14: every level is the sum of its lines. Lines may be booked while this reads, so where something differs all is read
 * once more, and a level that did not change meanwhile must fit.
 */
async function keptDifferences(deps: Deps, ledger: Ledger): Promise<readonly LedgerDifference[]> {
  const pots = new Map((await deps.store.listAll("pots", {})).map((pot) => [pot.id, pot]));
  const expected = levelsOf(inOrder(ledger), pots);
  const before = await readLevels(deps, expected.keys());
  if (levelDifferences(expected, before).length === 0) return [];
  const again = levelsOf(inOrder(await readLedger(deps)), pots);
  const after = await readLevels(deps, again.keys());
  const atRest = [...after].filter(([id, level]) => JSON.stringify(level) === JSON.stringify(before.get(id)));
  return levelDifferences(again, new Map(atRest));
}

const inOrder = ({ journals }: Ledger) => [...journals.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));

const different = ({ id, reserved }: Account, pending: number): LedgerDifference => ({
  invariant: "I5",
  subject: id,
  detail: `${reserved} reserved, ${pending} pending`,
});

async function pendingTransfers(deps: Deps, mandateId: NonNullable<Account["mandateId"]>): Promise<number> {
  const transfers = await deps.store.listAll("transfers-of-mandate", { mandateId });
  return transfers
    .filter(({ status }) => status === "proposed" || status === "approved")
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** What waits for a second person on an enterprise's cash: expenses that were entered, refunds that were prepared. */
async function pendingOnCash(deps: Deps, mandateId: NonNullable<Account["mandateId"]>): Promise<number> {
  const [expenses, orders] = await Promise.all([
    deps.store.listAll("expenses-of-mandate", { mandateId }),
    deps.store.listAll("orders-of-mandate", { mandateId }),
  ]);
  const waiting = [
    ...expenses.filter(({ status }) => status === "entered"),
    ...orders.filter(({ status }) => status === "prepared"),
  ];
  return waiting.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
