import { describe, expect, test } from "vitest";
import { sheetDate, sheetOf } from "./sheet.ts";

const column = { label: "Wat", cell: (row: string | number | undefined) => row };
const linesOf = (...rows: readonly (string | number | undefined)[]) =>
  sheetOf([column], rows).slice(1).trimEnd().split("\r\n").slice(1);

describe("a spreadsheet", () => {
  test("begins with a byte order mark and the names of its columns, with semicolons", () => {
    const columns = [
      { label: "Datum", cell: ({ on }: { on: string }) => sheetDate(on) },
      { label: "Bedrag", cell: () => 123_456 },
    ];
    expect(sheetOf(columns, [{ on: "2026-11-21" }])).toBe("\uFEFFDatum;Bedrag\r\n21-11-2026;1234,56\r\n");
  });

  test.each([
    [0, "0,00"],
    [5, "0,05"],
    [-1250, "-12,50"],
    [100_000_000_000, "1000000000,00"],
  ])("writes %s cents as %s", (cents, cell) => {
    expect(linesOf(cents)).toEqual([cell]);
  });

  test.each(["=1+1", "+31 6", "-5", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "\uff1d1", "\u22125"])(
    "keeps %j text",
    (text) => {
      expect(linesOf(text)[0]?.startsWith("'")).toBe(true);
    },
  );

  test("puts what would break a line or a column in quotes", () => {
    expect(linesOf('planken; "lang"')).toEqual(['"planken; ""lang"""']);
    expect(sheetOf([column], ["a\nb"])).toContain('"a\nb"');
  });

  test("of a row without a value has an empty cell", () => {
    expect(sheetOf([column], [undefined])).toBe("\uFEFFWat\r\n\r\n");
  });

  test("never gives a cell that a spreadsheet takes for a formula", () => {
    const blanks = ["", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "  "];
    const quotes = ["", '"', ";", "'"];
    for (const blank of blanks)
      for (const sign of ["=", "+", "-", "@"])
        for (const quote of quotes) {
          const cell = sheetOf([column], [`${blank}${sign}1${quote}2`]).slice(6);
          expect(cell.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@]/);
        }
  });
});
