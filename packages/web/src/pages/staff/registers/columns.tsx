import type { JSX } from "solid-js";
import type { Answer } from "../../../reading/api.ts";
import { answer, api } from "../../../reading/api.ts";
import { paths } from "../../../site/paths.ts";
import { Link } from "../../../ui/link.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formatCentsExact } from "../../../words/money.ts";
import { registers, words } from "../../../words/nl.ts";
import { sheetDate } from "../../../words/sheet.ts";
import { mandateInWords } from "../../../words/standing.ts";

/** A column of a register: what it shows, what it is sorted by, and what goes into the spreadsheet. */
export interface RegisterColumn<Row> {
  readonly key: string;
  readonly label: string;
  readonly figure?: boolean;
  /** Cents, a date or text: rows are sorted by it, and a search looks in the texts. */
  readonly value: (row: Row) => string | number | undefined;
  readonly cell?: (row: Row) => JSX.Element;
  /** A day in the spreadsheet. */
  readonly isDate?: boolean;
}

type Decision = Answer<Awaited<ReturnType<typeof api.registers.decisions.$get>>>["items"][number];
type Mandate = Answer<Awaited<ReturnType<typeof api.registers.mandates.$get>>>["items"][number];
type Transfer = Answer<Awaited<ReturnType<typeof api.registers.transfers.$get>>>["items"][number];
type Expense = Answer<Awaited<ReturnType<typeof api.registers.expenses.$get>>>["items"][number];

const of = registers.columns;

const date = <Row,>(key: string, label: string, value: (row: Row) => string | undefined): RegisterColumn<Row> => ({
  key,
  label,
  value,
  isDate: true,
  cell: (row) => {
    const on = value(row);
    return on === undefined ? "" : formatDate(on);
  },
});
const amount = <Row,>(key: string, label: string, value: (row: Row) => number | undefined): RegisterColumn<Row> => ({
  key,
  label,
  figure: true,
  value,
  cell: (row) => {
    const cents = value(row);
    return cents === undefined ? "" : formatCentsExact(cents);
  },
});
const word = <Row,>(key: string, label: string, value: (row: Row) => string | undefined): RegisterColumn<Row> => ({
  key,
  label,
  value,
});
const linked = <Row,>(
  key: string,
  label: string,
  value: (row: Row) => string,
  href: (row: Row) => string,
): RegisterColumn<Row> => ({
  key,
  label,
  value,
  cell: (row) => (
    // A reference is read as one thing: it does not break at its hyphens.
    <span class={/\s/.test(value(row)) ? undefined : "no-break"}>
      <Link href={href(row)}>{value(row)}</Link>
    </span>
  ),
});

const decisions: readonly RegisterColumn<Decision>[] = [
  linked(
    "kenmerk",
    of.reference,
    (row) => row.reference,
    (row) => paths.proposal(row.proposalId),
  ),
  date("datum", of.decidedOn, (row) => row.decidedOn),
  word("uitkomst", of.outcome, (row) => registers.outcomes[row.outcome]),
  word("voorstel", of.title, (row) => row.title),
  word("onderneming", of.enterprise, (row) => row.enterprise),
  date("bezwaar", of.objection, (row) => row.objectionUntil),
  amount("bedrag", of.amount, (row) => row.amountCents),
];

const mandates: readonly RegisterColumn<Mandate>[] = [
  linked(
    "mandaat",
    of.title,
    (row) => row.title,
    (row) => paths.staffMandate(row.id),
  ),
  word("onderneming", of.enterprise, (row) => row.enterprise),
  word("besluit", of.reference, (row) => row.decisionReference),
  word("stand", of.status, mandateInWords),
  date("tot", of.until, (row) => row.endsOn),
  amount("toegekend", of.awarded, (row) => row.vessel.awardedCents),
  amount("betaald", of.paid, (row) => row.vessel.paidCents),
  amount("uitgegeven", of.spent, (row) => row.vessel.spentCents),
];

const transfers: readonly RegisterColumn<Transfer>[] = [
  linked(
    "mandaat",
    of.title,
    (row) => row.title,
    (row) => paths.staffTransfer(row.id),
  ),
  word("onderneming", of.enterprise, (row) => row.enterprise),
  date("voorgesteld", of.proposedOn, (row) => row.proposedOn),
  word("stand", of.status, (row) => registers.transferStatuses[row.status]),
  date("betaald", of.paidOn, (row) => row.paidOn),
  word("bank", of.bank, (row) => row.bankReference),
  amount("bedrag", of.amount, (row) => row.amountCents),
];

const expenses: readonly RegisterColumn<Expense>[] = [
  linked(
    "waarvoor",
    of.what,
    (row) => row.note || words.categories[row.category],
    (row) => paths.staffMandate(row.mandateId),
  ),
  word("leverancier", of.supplier, (row) => row.supplier),
  word("soort", of.category, (row) => words.categories[row.category]),
  word("mandaat", of.title, (row) => row.title),
  word("onderneming", of.enterprise, (row) => row.enterprise),
  date("datum", of.spentOn, (row) => row.spentOn),
  word("stand", of.status, (row) => words.expenseStatuses[row.status]),
  amount("bedrag", of.amount, (row) => row.amountCents),
];

/** What a register needs: its columns and one part of it. */
export interface Register<Row> {
  readonly columns: readonly RegisterColumn<Row>[];
  readonly read: (
    year: string,
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Row[]; readonly cursor?: string | undefined }>;
}

const query = (year: string, cursor: string | undefined) => ({
  query: { year, limit: "100", ...(cursor === undefined ? {} : { cursor }) },
});

/** The registers of city hall, by the word in the address. */
export const all = {
  besluiten: {
    columns: decisions,
    read: (year, cursor) => answer(api.registers.decisions.$get(query(year, cursor))),
  } satisfies Register<Decision>,
  mandaten: {
    columns: mandates,
    read: (year, cursor) => answer(api.registers.mandates.$get(query(year, cursor))),
  } satisfies Register<Mandate>,
  overhevelingen: {
    columns: transfers,
    read: (year, cursor) => answer(api.registers.transfers.$get(query(year, cursor))),
  } satisfies Register<Transfer>,
  uitgaven: {
    columns: expenses,
    read: (year, cursor) => answer(api.registers.expenses.$get(query(year, cursor))),
  } satisfies Register<Expense>,
} as const;

/** The cells of a register for the spreadsheet. */
export const sheetColumns = <Row,>(columns: readonly RegisterColumn<Row>[]) =>
  columns.map(({ label, value, isDate }) => ({
    label,
    cell: (row: Row) => {
      const cell = value(row);
      return isDate === true && typeof cell === "string" ? sheetDate(cell) : cell;
    },
  }));
