import * as z from "zod";
import type { JournalId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { sumCents } from "../money.ts";
import type { Digest } from "../ports.ts";
import { type Account, type Entry, type Journal, journalKinds, stagesBelowZero } from "./account.ts";
import { chainText } from "./chain.ts";
import { stageOf } from "./open.ts";

/** Something in the ledger that is not as it must be. `invariant` is its number in docs/ledger.md, `subject` an account, journal or mandate. */
export const LedgerDifference = z.object({ invariant: z.string(), subject: z.string(), detail: z.string() });
export type LedgerDifference = z.infer<typeof LedgerDifference>;

/** Everything the ledger holds, read so that entries never run ahead of their account. */
export interface Ledger {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly journals: ReadonlyMap<JournalId, Journal>;
  readonly mandates: readonly Mandate[];
}

/** What is wrong with one account: its sum (I3), its balance (I4) or its chain (I7). */
export function accountDifferences(digest: Digest, ledger: Ledger, account: Account): readonly LedgerDifference[] {
  const found: LedgerDifference[] = [];
  const say = (invariant: string, detail: string) => found.push({ invariant, subject: account.id, detail });
  const entries = ledger.entries.get(account.id) ?? [];
  const sum = sumCents(entries.map(({ amountCents }) => amountCents));
  if (sum !== account.posted) say("I3", `${account.posted} posted, its entries add up to ${sum}`);
  const { posted, reserved, available, stage } = account;
  if (available !== posted - reserved) say("I4", `${available} available is not ${posted} less ${reserved}`);
  if (!stagesBelowZero.includes(stage) && (available < 0 || reserved < 0)) say("I4", `${available} available`);
  let previous = "";
  for (const [index, entry] of entries.entries()) {
    const journal = ledger.journals.get(entry.journalId);
    if (entry.sequence !== index + 1) say("I7", `entry ${index + 1} is missing`);
    if (entry.previous !== previous) say("I7", `entry ${entry.sequence} does not follow the one before`);
    const text = journal && chainText(previous, account.id, entry.sequence, journal);
    if (text === undefined || digest.of(text) !== entry.hash) say("I7", `entry ${entry.sequence} has another hash`);
    previous = entry.hash;
  }
  if (account.head !== previous || account.sequence !== entries.length) say("I7", "the head is not its newest entry");
  return found;
}

/** What is wrong with one journal: its legs (I1, and so I2), its stages, or that it mirrors no or a mirrored line (I8). */
export function journalDifferences(ledger: Ledger, journal: Journal): readonly LedgerDifference[] {
  const found: LedgerDifference[] = [];
  const say = (invariant: string, detail: string) => found.push({ invariant, subject: journal.id, detail });
  const leg = (accountId: string, sequence: number, amountCents: number, hash: string) => {
    const account = ledger.accounts.get(accountId);
    // Booked after the account was read: its leg is not to be expected yet.
    if (account !== undefined && account.sequence < sequence) return;
    const entry = ledger.entries.get(accountId)?.[sequence - 1];
    const fits = entry?.journalId === journal.id && entry.amountCents === amountCents && entry.hash === hash;
    if (!fits) say("I1", `no leg of ${amountCents} on ${accountId}`);
  };
  leg(journal.source, journal.sourceSequence, -journal.amountCents, journal.sourceHash);
  leg(journal.destination, journal.destinationSequence, journal.amountCents, journal.destinationHash);
  if (journal.kind === "REVERSAL") found.push(...mirrorDifferences(ledger, journal));
  else {
    const { from, to } = journalKinds[journal.kind];
    if (stageOf(journal.source) !== from || stageOf(journal.destination) !== to)
      say("kind", `${journal.kind} from ${journal.source} to ${journal.destination}`);
  }
  return found;
}

function mirrorDifferences({ journals }: Ledger, journal: Journal): readonly LedgerDifference[] {
  const say = (detail: string) => [{ invariant: "I8", subject: journal.id, detail }];
  const original = journal.reversalOf === undefined ? undefined : journals.get(journal.reversalOf);
  if (original === undefined) return say("it mirrors nothing");
  const twins = [...journals.values()].filter(({ reversalOf }) => reversalOf === original.id);
  if (twins.length > 1) return say(`${original.id} is mirrored ${twins.length} times`);
  const isMirror =
    original.kind !== "REVERSAL" &&
    original.source === journal.destination &&
    original.destination === journal.source &&
    original.amountCents === journal.amountCents;
  return isMirror ? [] : say("it is no mirror");
}

/** Public identity of every mandate: awarded = committed + paid-not-spent + spent + returned, each added up from journals. */
export function mandateDifferences({ accounts, journals, mandates }: Ledger): readonly LedgerDifference[] {
  const byMandate = Map.groupBy(journals.values(), ({ mandateId }) => mandateId);
  return mandates.flatMap(({ id, amountCents }) => {
    const own = byMandate.get(id) ?? [];
    const of = (...kinds: Journal["kind"][]) =>
      sumCents(own.filter(({ kind }) => kinds.includes(kind)).map((journal) => journal.amountCents));
    const isOpen = [...accounts.values()].some((account) => account.mandateId === id);
    if (!isOpen) return [];
    const held = own.flatMap(({ source, destination, amountCents: cents }) => [
      ...(isHeldBy(id, source) ? [-cents] : []),
      ...(isHeldBy(id, destination) ? [cents] : []),
    ]);
    const returned = of("RELEASE", "REFUND");
    const isRight = of("COMMIT") === amountCents && sumCents(held) + returned === amountCents;
    const detail = `${amountCents} awarded, ${of("COMMIT")} committed, ${sumCents(held)} held, ${returned} returned`;
    return isRight ? [] : [{ invariant: "identity", subject: id, detail }];
  });
}

const isHeldBy = (mandateId: string, account: string) => {
  const [stage, owner] = account.split("#");
  return owner === mandateId && (stage === "MANDAAT" || stage === "KAS" || stage === "BESTEED");
};
