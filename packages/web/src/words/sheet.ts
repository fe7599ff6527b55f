/** A column of a spreadsheet: its name, and what stands in it of a row. A number is an amount in integer cents. */
export interface SheetColumn<Row> {
  readonly label: string;
  readonly cell: (row: Row) => string | number | undefined;
}

/** Byte order mark: without it Excel reads UTF-8 as something else. */
const bom = "\uFEFF";

/**
 * Rows as a file that opens in a Dutch spreadsheet: semicolons, a comma in amounts, days as `21-11-2026`. Text a
 * spreadsheet would take for a formula gets an apostrophe before it, so that it is text; amounts are ours and stay numbers.
 */
export function sheetOf<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => textCell(label)),
    ...rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
  ];
  return `${bom}${lines.map((cells) => cells.join(";")).join("\r\n")}\r\n`;
}

function cellOf(value: string | number | undefined): string {
  if (typeof value !== "number") return textCell(value ?? "");
  const cents = Math.abs(value);
  return `${value < 0 ? "-" : ""}${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}

/** What a spreadsheet takes for the beginning of a formula, also after blanks and in full-width letters. */
const formula = /^[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]/u;

function textCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `2026-11-21` as `21-11-2026`, which a Dutch spreadsheet takes for a day. */
export function sheetDate(date: string | undefined): string | undefined {
  return date === undefined ? undefined : date.split("-").reverse().join("-");
}
