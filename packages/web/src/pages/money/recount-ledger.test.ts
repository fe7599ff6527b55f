import { describe, expect, test } from "vitest";
import { browserSha256, type Head, recountLedger } from "./recount-ledger.ts";

const header =
  "journal_id,boekdatum,effectdatum,soort,van_rekening,naar_rekening,bedrag_cent,besluit_ref,mandaat_id,storno_van,seq_van,hash_van,seq_naar,hash_naar";
const lines = [
  'jrn_1,2026-01-05,2026-01-05,APPROPRIATION,RAAD#2026,POT#1,1000,"RB, nr ""4""",,,1,,1,',
  "jrn_2,2026-02-01,2026-01-30,COMMIT,POT#1,MANDAAT#1,600,'=1+1,man_1,,2,,1,",
];
const csv = `${[header, ...lines].join("\r\n")}\r\n`;

const link = (...text: string[]) => browserSha256(["hevel-entry-1", ...text].join("\n"));

async function headsOf(): Promise<readonly Head[]> {
  const filled = ["jrn_1", "APPROPRIATION", "RAAD#2026", "POT#1", "1000", "2026-01-05", "2026-01-05", 'RB, nr "4"\t\t'];
  const awarded = ["jrn_2", "COMMIT", "POT#1", "MANDAAT#1", "600", "2026-02-01", "2026-01-30", "=1+1\tman_1\t"];
  const first = await link("", "POT#1", "1", ...filled);
  return [
    { account: "RAAD#2026", sequence: 1, head: await link("", "RAAD#2026", "1", ...filled), postedCents: -1000 },
    { account: "POT#1", sequence: 2, head: await link(first, "POT#1", "2", ...awarded), postedCents: 400 },
    { account: "MANDAAT#1", sequence: 1, head: await link("", "MANDAAT#1", "1", ...awarded), postedCents: 600 },
  ];
}

describe("adding up the public journal again", () => {
  test("finds every sum and every last link from the file alone", async () => {
    expect(await recountLedger(csv, await headsOf(), browserSha256)).toEqual({ lines: 2, accounts: 3, wrong: [] });
  });

  test("one changed cent shows on both accounts it touches, and in the chain after it", async () => {
    const changed = csv.replace(",1000,", ",1001,");
    const { wrong } = await recountLedger(changed, await headsOf(), browserSha256);
    expect(wrong).toEqual(["RAAD#2026", "POT#1"]);
  });

  test("one changed date breaks the chain though every sum is right", async () => {
    const changed = csv.replace("2026-01-30", "2026-01-31");
    expect((await recountLedger(changed, await headsOf(), browserSha256)).wrong).toEqual(["POT#1", "MANDAAT#1"]);
  });

  test("a line that is missing is missed", async () => {
    const shorter = `${[header, lines[0]].join("\r\n")}\r\n`;
    expect((await recountLedger(shorter, await headsOf(), browserSha256)).wrong).toEqual(["POT#1", "MANDAAT#1"]);
  });

  test("what was booked after the heads were read is left out", async () => {
    const [council, pot] = await headsOf();
    const first = await link(
      "",
      "POT#1",
      "1",
      "jrn_1",
      "APPROPRIATION",
      "RAAD#2026",
      "POT#1",
      "1000",
      "2026-01-05",
      "2026-01-05",
      'RB, nr "4"\t\t',
    );
    const earlier = [council, { ...pot, sequence: 1, head: first, postedCents: 1000 }] as Head[];
    expect((await recountLedger(csv, earlier, browserSha256)).wrong).toEqual([]);
  });

  test("another file is no journal", async () => {
    await expect(recountLedger("<html></html>", [], browserSha256)).rejects.toThrow("no journal");
  });
});
