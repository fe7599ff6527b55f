import { expect, test } from "vitest";
import { labelLines, tableLines } from "./table.ts";

test("columns are as wide as their widest cell, numbers to the right, empty columns gone, long texts cut", () => {
  const columns = [
    { title: "nr", align: "right" },
    { title: "naam", align: "left", widthMax: 6 },
    { title: "leeg", align: "left" },
    { title: "kosten", align: "right" },
  ] as const;
  const rows = [
    ["1", "café", "", "5"],
    ["10", "een lange\nnaam", "", "1.000.000"],
  ];
  expect(tableLines(columns, rows)).toEqual([
    "  nr  naam       kosten",
    "   1  café            5",
    "  10  een l…  1.000.000",
  ]);
});

test("labels are followed by values in one column", () => {
  expect(
    labelLines([
      ["a", "1"],
      ["lang", "2"],
    ]),
  ).toEqual(["  a     1", "  lang  2"]);
});
