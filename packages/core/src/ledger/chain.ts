import type { Digest } from "../ports.ts";
import type { Account, Entry, Journal } from "./account.ts";

/** What of a journal goes into the hashes of its two entries: all of it is in the public export of the journal. */
export type Hashed = Pick<
  Journal,
  | "id"
  | "kind"
  | "source"
  | "destination"
  | "amountCents"
  | "bookDate"
  | "effectDate"
  | "decisionReference"
  | "mandateId"
  | "reversalOf"
>;

/**
 * The text whose SHA-256 (UTF-8, lower-case hex) is the hash of one entry (invariant I7). Twelve lines with a line feed
 * between them and none at the end: `hevel-entry-1`, the account's previous hash (empty before the first entry), the
 * account, its sequence, journal id, kind, source, destination, amount in cents (positive, plain decimal), booking date,
 * effect date, and the references: decision, mandate and reversed journal, joined by tabs, empty where there is none.
 * Anybody with the public export of the journal can compute it again (docs/ledger.md).
 */
export function chainText(previous: string, account: string, sequence: number, journal: Hashed): string {
  const references = [journal.decisionReference, journal.mandateId ?? "", journal.reversalOf ?? ""].join("\t");
  return [
    "hevel-entry-1",
    previous,
    account,
    String(sequence),
    journal.id,
    journal.kind,
    journal.source,
    journal.destination,
    String(journal.amountCents),
    journal.bookDate,
    journal.effectDate,
    references,
  ].join("\n");
}

/** The next entry of an account, for the source (negative) or the destination (positive) of a journal. */
export function nextEntry(digest: Digest, account: Account, journal: Hashed): Entry {
  const sequence = account.sequence + 1;
  return {
    accountId: account.id,
    sequence,
    journalId: journal.id,
    amountCents: account.id === journal.source ? -journal.amountCents : journal.amountCents,
    bookDate: journal.bookDate,
    previous: account.head,
    hash: digest.of(chainText(account.head, account.id, sequence, journal)),
  };
}
