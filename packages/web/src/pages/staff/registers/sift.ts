import type { RegisterColumn } from "./columns.tsx";

/** Rows in which every word that is looked for stands somewhere, whatever its accents and capitals. */
export function found<Row>(
  rows: readonly Row[],
  columns: readonly RegisterColumn<Row>[],
  sought: string,
): readonly Row[] {
  const asked = plain(sought).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(columns.map(({ value }) => wordsOf(value(row))).join(" "));
    return asked.every((part) => text.includes(part));
  });
}

/** Cents are also found as people type them: 12,50 and 1250. */
const wordsOf = (value: string | number | undefined) =>
  typeof value === "number" ? `${Math.floor(value / 100)},${String(value % 100).padStart(2, "0")}` : (value ?? "");

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Rows in the order of a column; what has no value comes last, either way. Equal rows keep their place. */
export function sorted<Row>(
  rows: readonly Row[],
  column: RegisterColumn<Row> | undefined,
  isDescending: boolean,
): readonly Row[] {
  if (column === undefined) return rows;
  const sign = isDescending ? -1 : 1;
  const collator = new Intl.Collator("nl", { numeric: true });
  return rows.toSorted((one, other) => {
    const [left, right] = [column.value(one), column.value(other)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return (
      sign *
      (typeof left === "number" && typeof right === "number"
        ? left - right
        : collator.compare(String(left), String(right)))
    );
  });
}
