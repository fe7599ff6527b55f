import type { Deps } from "../ports.ts";
import { fitting, type JournalFilter } from "./journal-filter.ts";
import { type PublishedJournal, readPublishedJournals } from "./publication.ts";

/**
 * Columns of the public export, with what goes in them. The names are Dutch because the file is for finance departments
 * and journalists (reference: money 7.3); with these columns every total and every hash can be computed again.
 */
const columns: readonly [string, (journal: PublishedJournal) => string | number | undefined][] = [
  ["journal_id", ({ id }) => id],
  ["boekdatum", ({ bookDate }) => bookDate],
  ["effectdatum", ({ effectDate }) => effectDate],
  ["soort", ({ kind }) => kind],
  ["van_rekening", ({ source }) => source],
  ["naar_rekening", ({ destination }) => destination],
  ["bedrag_cent", ({ amountCents }) => amountCents],
  ["besluit_ref", ({ decisionReference }) => decisionReference],
  ["mandaat_id", ({ mandateId }) => mandateId],
  ["storno_van", ({ reversalOf }) => reversalOf],
  ["seq_van", ({ sourceSequence }) => sourceSequence],
  ["hash_van", ({ sourceHash }) => sourceHash],
  ["seq_naar", ({ destinationSequence }) => destinationSequence],
  ["hash_naar", ({ destinationHash }) => destinationHash],
];

/** A part of the journal as CSV, of the moment it was last added up. */
export interface JournalExport {
  readonly csv: string;
  readonly version: string;
  readonly part: number;
  readonly parts: number;
}

/**
 * The journal as CSV (RFC 4180: comma, CRLF, UTF-8), oldest line first, from what the scheduler published. A journal too long for
 * one answer comes in parts, each a file of its own. Public. @throws DomainError `not-found` before the first time.
 */
export async function exportJournal(deps: Deps, filter: JournalFilter, asked = 1): Promise<JournalExport> {
  const [{ journals, ...about }, fits] = await Promise.all([readPublishedJournals(deps, asked), fitting(deps, filter)]);
  return { csv: journalCsv(journals.filter(fits)), ...about };
}

/** Journals as CSV; the first line names the columns. */
export function journalCsv(journals: readonly PublishedJournal[]): string {
  const header = columns.map(([name]) => name).join(",");
  const rows = journals.map((journal) => columns.map(([, value]) => csvField(value(journal))).join(","));
  return `${[header, ...rows].join("\r\n")}\r\n`;
}

/**
 * One field. Text a spreadsheet would take for a formula gets an apostrophe before it, and so does text that begins with
 * an apostrophe: a reader that takes one leading apostrophe away has exactly what was booked. Numbers are left alone.
 */
export function csvField(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = /^[=+\-@'\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
