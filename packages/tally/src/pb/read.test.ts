import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POINT } from "../election.ts";
import { PbUnreadableError } from "./findings.ts";
import { type PbFile, readPb, readPbChunks, streamPb } from "./read.ts";

const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const folder = `${shared}/data/pb`;

const awkward =
  '\uFEFFMETA\r\nkey;value\r\ndescription;"Één; twee ""drie""\r\nvier 😀"\r\ncountry;Netherlands\nunit;Súdwest\r\n' +
  "instance;1\r\nnum_projects;3\r\nnum_votes;3\r\nbudget;1000,50\r\nvote_type;cumulative\r\nrule;greedy\r\n" +
  "date_begin;01.09.2026\r\ndate_end;30.09.2026\r\nmax_sum_points;10\r\nwijk;noord\r\n" +
  'PROJECTS\r\nproject_id;name;cost;votes;score;wijk\r\n007;"""Odkupmy"" i my";12,5;2;9;A\r\n7;Bäume;999999999;0;0;B\r\nx y;;3;1;2.5;\r\n' +
  "VOTES\r\nvoter_id;leeftijd;points;vote\r\nv1;31;3,1;007,007\r\nv2;;5,2.5;007,x y\r\nv3;18;;";

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe("reading a .pb file", () => {
  test("takes an awkward one apart to the cent and the point", () => {
    const file = readPb(awkward);
    expect(file.election).toEqual({
      kind: "cumulative",
      budget: 100_050n,
      projects: [
        { id: "007", cost: 1250n, name: '"Odkupmy" i my' },
        { id: "7", cost: 99_999_999_900n, name: "Bäume", withdrawn: true },
        { id: "x y", cost: 300n },
      ],
      ballots: [
        { voterId: "v1", projects: [0], points: [4n * POINT] },
        { voterId: "v2", projects: [0, 2], points: [5n * POINT, 25_000n] },
        { voterId: "v3", projects: [], points: [] },
      ],
    });
    expect(file.meta.get("description")).toBe('Één; twee "drie"\nvier 😀');
    expect(file.meta.get("wijk")).toBe("noord");
    expect(file.limits).toEqual({ sumPointsMax: 10n * POINT });
    expect(file.official).toEqual([
      { votes: 2, score: 9n * POINT },
      { votes: 0, score: 0n },
      { votes: 1, score: 25_000n },
    ]);
    expect(file.projectTable).toEqual({
      columns: ["votes", "score", "wijk"],
      rows: [
        ["2", "9", "A"],
        ["0", "0", "B"],
        ["1", "2.5", ""],
      ],
    });
    expect(file.voteTable).toEqual({ columns: ["leeftijd"], rows: [["31"], [""], ["18"]] });
    expect(file.findings.map(({ code, line }) => [code, line])).toEqual([
      ["PB101", 1],
      ["PB104", 5],
      ["PB307", 10],
      ["PB304", 16],
      ["PB210", 18],
      ["PB307", 19],
      ["PB405", 20],
      ["PB210", 23],
      ["PB504", 24],
      ["PB105", 26],
      ["PB505", 26],
    ]);
  });

  test("gives the same from chunks that end anywhere, inside characters and quotes too", async () => {
    const bytes = new TextEncoder().encode(awkward);
    const whole = readPb(awkward);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), async (sizes) => {
        expect(await readPbChunks(inPieces(bytes, sizes))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(await readPbChunks(inPieces(bytes, [1]))).toEqual(whole);
  });

  test("streams the same ballots without keeping them", async () => {
    const whole = readPb(awkward);
    const seen: unknown[] = [];
    const summary = await streamPb(inPieces(new TextEncoder().encode(awkward), [7]), {
      ballot: (ballot) => seen.push(ballot),
    });
    expect(seen).toEqual(whole.election.ballots);
    expect(summary.ballotCount).toBe(3);
    expect(summary.projects).toEqual(whole.election.projects);
    expect(summary.findings).toEqual(whole.findings);
    expect(summary.recount.votes).toEqual([2, 0, 1]);
  });

  test("reads a file whose only line ending is CR", () => {
    const { election, findings } = readPb(awkward.replaceAll("\r\n", "\n").replaceAll("\n", "\r"));
    expect(election).toEqual(readPb(awkward).election);
    expect(findings.map((finding) => finding.code)).not.toContain("PB104");
  });

  test("approvals under a cost limit are knapsack ballots", () => {
    const text = awkward.replace("vote_type;cumulative", "vote_type;approval");
    expect(readPb(text).election.kind).toBe("approval");
    expect(readPb(text.replace("max_sum_points;10", "max_sum_cost;900")).election.kind).toBe("knapsack");
    expect(readPb(text.replace("max_sum_points;10", "max_sum_cost;inf")).election.kind).toBe("approval");
  });

  test("says when the official votes count repeats on one ballot", () => {
    const text = awkward.replace("cumulative", "approval").replace("12,5;2;9", "12,5;3;9");
    const finding = readPb(text).findings.find(({ code }) => code === "PB601");
    expect(finding?.message).toBe(
      "The file gives project '007' 3 votes, the recount 2. The official number counts repeats on one ballot.",
    );
  });

  test("an empty input is unreadable, and so is a binary one", () => {
    expect(() => readPb("")).toThrow(PbUnreadableError);
    expect(() => readPb(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toThrow(PbUnreadableError);
  });

  test("whatever the text, it is read or refused with findings", () => {
    const alphabet = fc.constantFrom(
      "META\n",
      "PROJECTS\n",
      "VOTES\n",
      "key;value\n",
      "project_id;cost\n",
      "voter_id;vote\n",
      "a",
      ";",
      '"',
      ",",
      "\r",
      "\n",
      "1",
      "budget;5\n",
      "vote_type;approval\n",
      "é",
      " ",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 40 }), (parts) => {
        try {
          readPb(parts.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(PbUnreadableError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(!existsSync(folder))("the shared files", () => {
  const names = existsSync(folder)
    ? [folder, `${folder}/toy`].flatMap((dir) => readdirSync(dir).map((name) => `${dir}/${name}`))
    : [];
  const expected: Record<string, { num_votes: number; num_projects: number; budget: string; vote_type: string }> =
    existsSync(folder) ? JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) : {};

  test.each(names.filter((name) => name.endsWith(".pb")))("%s is read without an error", (name) => {
    const file: PbFile = readPb(readFileSync(name));
    const facts = expected[name.split("/").at(-1)?.replace(".pb", "") ?? ""];
    if (facts !== undefined) {
      expect(file.election.ballots).toHaveLength(facts.num_votes);
      expect(file.election.projects).toHaveLength(facts.num_projects);
      expect(file.election.budget).toBe(BigInt(facts.budget) * 100n);
    }
    const recounted = file.findings.filter(({ code }) => code.startsWith("PB6"));
    expect(recounted).toEqual([]);
  });

  test("in pieces of any size they read the same", async () => {
    for (const name of ["Poland_Czestochowa_2020_Grabowka.pb", "France_Toulouse_2019.pb"]) {
      const bytes = readFileSync(`${folder}/${name}`);
      expect(await readPbChunks(inPieces(bytes, [1, 3, 1009]))).toEqual(readPb(bytes));
    }
  });
});
