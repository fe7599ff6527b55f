import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placements } from "../packages/store/src/keys.ts";
import { asLeadingKeys, neverDeleted, writtenOnce } from "./ledger-keys.ts";

// Ids are branded in core; here only the beginning of the key counts.
const id = "x" as never;

/** The partition key, after the municipality code, of every kind of record that money is or rests on. */
const partitions = {
  journal: placements.journal.key({ id }).pk,
  "reversal-mark": placements["reversal-mark"].key({ journalId: id }).pk,
  account: placements.account.key({ id }).pk,
  entry: placements.entry.key({ accountId: id, sequence: 1 }).pk,
  pot: placements.pot.key({ id }).pk,
  mandate: placements.mandate.key({ id }).pk,
  transfer: placements.transfer.key({ id }).pk,
  expense: placements.expense.key({ id }).pk,
};

const kindsThatBegin = (beginnings: readonly string[]) =>
  Object.entries(partitions)
    .filter(([, key]) => beginnings.some((beginning) => key.startsWith(beginning)))
    .map(([kind]) => kind);

test("the keys that no function may delete are those the store writes money under", () => {
  expect(kindsThatBegin(neverDeleted)).toEqual(Object.keys(partitions));
});

test("of those, only journals and marks of a reversal are never changed either", () => {
  expect(kindsThatBegin(writtenOnce)).toEqual(["journal", "reversal-mark"]);
});

describe("no verb is refused by this", () => {
  const core = join(import.meta.dirname, "..", "packages", "core", "src");
  const source = readdirSync(core, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(core, path), "utf8"))
    .join("\n");
  const kindsIn = (change: "remove" | "patch") =>
    [
      ...new Set([...source.matchAll(new RegExp(`\\b${change}: "([a-z-]+)"`, "g"))].map(([, kind]) => kind ?? "")),
    ].sort();

  test("what the verbs remove is not of the kinds that are never deleted", () => {
    expect(kindsIn("remove")).toContain("session");
    expect(kindsIn("remove").filter((kind) => kindsThatBegin(neverDeleted).includes(kind))).toEqual([]);
  });

  test("what the verbs patch is not of the kinds that are written once", () => {
    expect(kindsIn("patch")).toContain("account");
    expect(kindsIn("patch").filter((kind) => kindsThatBegin(writtenOnce).includes(kind))).toEqual([]);
  });
});

test("a session, which is deleted at sign-out, is not among them", () => {
  const session = placements.session.key({ hash: id }).pk;
  expect(neverDeleted.filter((beginning) => session.startsWith(beginning))).toEqual([]);
});

test("IAM sees them behind any municipality code", () => {
  expect(asLeadingKeys(["JRN#"])).toEqual(["GM????#JRN#*"]);
});
