import { describe, expect, test } from "vitest";
import type { RegisterColumn } from "./columns.tsx";
import { found, sorted } from "./sift.ts";

interface Row {
  readonly name: string;
  readonly cents?: number;
}
const columns: readonly RegisterColumn<Row>[] = [
  { key: "naam", label: "Naam", value: ({ name }) => name },
  { key: "bedrag", label: "Bedrag", value: ({ cents }) => cents },
];
const [byName, byAmount] = columns;
const rows: readonly Row[] = [
  { name: "Café Noord 10", cents: 12_50 },
  { name: "Café Noord 9", cents: 100_00 },
  { name: "Buurtbos" },
];
const names = (of: readonly Row[]) => of.map(({ name }) => name);

describe("a register", () => {
  test("is searched in every column, without accents and capitals, by all words", () => {
    expect(names(found(rows, columns, "CAFE noord"))).toEqual(["Café Noord 10", "Café Noord 9"]);
    expect(names(found(rows, columns, "cafe 12,50"))).toEqual(["Café Noord 10"]);
    expect(found(rows, columns, "zuid")).toEqual([]);
    expect(found(rows, columns, "  ")).toBe(rows);
  });

  test("is sorted by text with its numbers, by amount, and up or down; what has no value comes last", () => {
    expect(names(sorted(rows, byName, false))).toEqual(["Buurtbos", "Café Noord 9", "Café Noord 10"]);
    expect(names(sorted(rows, byAmount, false))).toEqual(["Café Noord 10", "Café Noord 9", "Buurtbos"]);
    expect(names(sorted(rows, byAmount, true))).toEqual(["Café Noord 9", "Café Noord 10", "Buurtbos"]);
    expect(sorted(rows, undefined, true)).toBe(rows);
  });
});
