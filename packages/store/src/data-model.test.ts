import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accesses, placements } from "./keys.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "data-model.md"), "utf8");
const rows = new Set([...page.matchAll(/^\| ([a-z-]+) \|/gm)].map(([, name]) => name));

test.each(Object.keys(placements))("docs/data-model.md has a row for the record %s", (kind) => {
  expect(rows).toContain(kind);
});

test.each(Object.keys(accesses))("docs/data-model.md has a row for the list %s", (list) => {
  expect(rows).toContain(list);
});

test("docs/data-model.md has no row for what is not there", () => {
  const known = new Set([...Object.keys(placements), ...Object.keys(accesses), "idempotency", "list", "record"]);
  expect([...rows].filter((row) => row !== undefined && !known.has(row))).toEqual([]);
});
