import { createHash } from "node:crypto";
import { createTestDeps } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld, fillPot } from "@hevel/testing/money-world";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvField, exportJournal } from "./export-journal.ts";
import { publishLedger, readVerification } from "./publication.ts";
import { verifyLedger } from "./verify.ts";

describe("a field of the export", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+31", "'+31"],
    ["-5", "'-5"],
    ["@SUM", "'@SUM"],
    ["'s-Gravenhage", "''s-Gravenhage"],
    ["B-2026-7", "B-2026-7"],
    ['a "b", c', '"a ""b"", c"'],
    ["=a,b", '"\'=a,b"'],
  ])("%s becomes %s", (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  test("is a number where it is a number, also below zero", () => {
    expect(csvField(-100)).toBe("-100");
    expect(csvField(undefined)).toBe("");
  });

  test("gives back what was booked: one leading apostrophe away, quotes undone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const field = csvField(text);
        const plain = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(plain.startsWith("'") ? plain.slice(1) : plain).toBe(text);
        expect(plain).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

/** What a stranger does with nothing but the file: every head of every chain, by the recipe of docs/ledger.md. */
function headsFrom(csv: string): Map<string, string> {
  const [header = "", ...lines] = csv.trimEnd().split("\r\n");
  const names = header.split(",");
  const rows = lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [names[index], value])));
  const legs = rows.flatMap((row) => [
    { account: row["van_rekening"] ?? "", sequence: Number(row["seq_van"]), hash: row["hash_van"], row },
    { account: row["naar_rekening"] ?? "", sequence: Number(row["seq_naar"]), hash: row["hash_naar"], row },
  ]);
  const heads = new Map<string, string>();
  for (const { account, sequence, hash, row } of legs.toSorted((a, b) => a.sequence - b.sequence)) {
    const fields = ["journal_id", "soort", "van_rekening", "naar_rekening", "bedrag_cent", "boekdatum", "effectdatum"];
    const references = [row["besluit_ref"], row["mandaat_id"], row["storno_van"]].join("\t");
    const text = ["hevel-entry-1", heads.get(account) ?? "", account, sequence, ...fields.map((name) => row[name])];
    const computed = createHash("sha256")
      .update([...text, references].join("\n"))
      .digest("hex");
    expect(computed).toBe(hash);
    heads.set(account, computed);
  }
  return heads;
}

test("anybody can compute every head again from the export alone", async () => {
  const { deps } = await createTestDeps();
  const world = await createMoneyWorld(deps, 900_00);
  await awardMandate(world, [100_00]);
  await fillPot(world, 5_00);
  await awardMandate(world, [200_00]);
  await publishLedger(deps);
  const { csv } = await exportJournal(deps, {});
  const heads = headsFrom(csv);
  const verification = await readVerification(deps);
  const published = verification.heads.filter(({ sequence }) => sequence > 0);
  expect(published).toHaveLength(4);
  for (const { account, head } of published) expect(heads.get(account), account).toBe(head);
});

test("the verification names what was tampered with", async () => {
  const { deps } = await createTestDeps();
  const world = await createMoneyWorld(deps, 900_00);
  const mandate = await awardMandate(world, [100_00]);
  const [commit] = await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id });
  if (commit === undefined) throw new Error("an award is booked");
  await deps.store.commit([{ patch: "journal", ref: { id: commit.id }, set: { decisionReference: "B-0" }, when: [] }]);
  const { isRight, differences } = await verifyLedger(deps);
  expect(isRight).toBe(false);
  expect(differences.map(({ invariant, subject }) => `${invariant} ${subject}`).sort()).toEqual([
    `I7 MANDAAT#${mandate.id}`,
    `I7 POT#${world.potId}`,
  ]);
});
