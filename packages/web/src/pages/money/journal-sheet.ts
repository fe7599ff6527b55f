import type { Journal } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { readAll } from "../../reading/read-all.ts";
import { filled } from "../../site/search.ts";
import { money, words } from "../../words/nl.ts";
import { type SheetColumn, sheetDate, sheetOf } from "../../words/sheet.ts";
import type { askedOf } from "./journal-filters.tsx";

type Asked = ReturnType<typeof askedOf>;

/** Lines in one file: twenty pages of the API. */
export const sheetLinesMax = 2_000;

const of = money.sheet;
const isReversed = ({ kind, reversedBy }: Journal) => kind === "REVERSAL" || reversedBy !== undefined;
const isTakenOff = ({ kind }: Journal) => kind === "RELEASE" || kind === "REFUND";

/** What a reader wants to see, and nothing that only a computer needs; of a private person no name. */
export function journalColumns(districtName: (code: string) => string): readonly SheetColumn<Journal>[] {
  return [
    { label: of.bookedOn, cell: ({ bookDate }) => sheetDate(bookDate) },
    { label: of.happenedOn, cell: ({ effectDate }) => sheetDate(effectDate) },
    { label: of.kind, cell: ({ kind }) => money.kinds[kind] },
    { label: of.enterprise, cell: ({ enterprise }) => enterprise },
    { label: of.district, cell: ({ district }) => (district === undefined ? "" : districtName(district)) },
    { label: of.pot, cell: ({ pot }) => pot },
    { label: of.what, cell: ({ description }) => description },
    { label: of.category, cell: ({ category }) => category && words.categories[category] },
    { label: of.supplier, cell: ({ supplier }) => supplier },
    { label: of.amount, cell: (line) => (isTakenOff(line) ? -line.amountCents : line.amountCents) },
    { label: of.counts, cell: (line) => (isReversed(line) ? of.no : of.yes) },
    { label: of.decision, cell: ({ decisionReference }) => decisionReference },
    { label: of.number, cell: ({ id }) => id },
  ];
}

/** The selection on the screen as a spreadsheet, newest line first; undefined when it has too many lines. */
export async function journalSheet(asked: Asked, districtName: (code: string) => string): Promise<string | undefined> {
  const { items, isAll } = await readAll(
    (cursor) => answer(api.journal.$get({ query: filled({ ...asked, limit: "100", cursor }) })),
    sheetLinesMax,
  );
  return isAll ? sheetOf(journalColumns(districtName), items) : undefined;
}
