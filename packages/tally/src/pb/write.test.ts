import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BallotKind, Election } from "../election.ts";
import { type PbFile, readPb } from "./read.ts";
import { hasPoints } from "./votes.ts";
import { writePb } from "./write.ts";

const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const folder = `${shared}/data/pb`;

/** A file without its findings: writing repairs what they report. */
function content({ findings: _, ...rest }: PbFile) {
  return rest;
}

const text = fc.string({ unit: fc.constantFrom("a", "é", ";", '"', ",", "\n", " ", "😀", "0", "-"), maxLength: 12 });
const id = fc
  .string({ unit: fc.constantFrom("a", "é", ";", '"', " ", "😀", "0", "M"), minLength: 1, maxLength: 5 })
  .map((raw) => raw.trim())
  .filter((raw) => raw !== "");
const kinds: BallotKind[] = ["approval", "single", "knapsack", "cumulative", "score", "ordinal"];

const files = fc
  .record({
    kind: fc.constantFrom(...kinds),
    budget: fc.bigInt({ min: 1n, max: 10n ** 14n }),
    projects: fc.uniqueArray(fc.record({ id, cost: fc.bigInt({ min: 0n, max: 10n ** 12n }), name: text }), {
      selector: (project) => project.id,
      minLength: 1,
      maxLength: 6,
    }),
    wishes: fc.array(
      fc.record({
        voterId: fc.oneof(id, fc.constantFrom("VOTES", "None", "META")),
        wish: fc.array(fc.nat(5), { maxLength: 5 }),
        points: fc.array(fc.bigInt({ min: 0n, max: 10n ** 8n }), { minLength: 6, maxLength: 6 }),
      }),
      { maxLength: 8 },
    ),
    meta: fc.dictionary(fc.oneof(fc.constantFrom("description", "unit", "comment", "rule"), id), text, {
      noNullPrototype: true,
    }),
    extra: fc.uniqueArray(fc.constantFrom("age", "sex", "wijk", "a;b", "z"), { maxLength: 3 }),
    cell: text,
  })
  .map(({ kind, budget, projects, wishes, meta, extra, cell }) => {
    const election: Election = {
      kind,
      budget,
      projects: projects.map(({ name, ...project }) => (name === "" ? project : { ...project, name })),
      ballots: wishes.map(({ voterId, wish, points }) => {
        const listed = [...new Set(wish.filter((index) => index < projects.length))];
        return { voterId, projects: listed, ...(hasPoints(kind) ? { points: points.slice(0, listed.length) } : {}) };
      }),
    };
    const held = new Set(["num_projects", "num_votes", "budget", "vote_type", "max_sum_cost"]);
    return {
      election,
      meta: new Map(Object.entries(meta).filter(([key]) => !held.has(key))),
      voteTable: { columns: extra, rows: wishes.map(() => extra.map(() => cell)) },
    };
  });

describe("writing a .pb file", () => {
  test("what is written is read back: election, tables and META", () => {
    fc.assert(
      fc.property(files, (file) => {
        const read = readPb(writePb(file));
        expect(read.election).toEqual(file.election);
        expect(
          read.voteTable.rows.map((row) =>
            Object.fromEntries(row.map((cell, index) => [read.voteTable.columns[index], cell])),
          ),
        ).toEqual(
          file.voteTable.rows.map((row) =>
            Object.fromEntries(row.map((cell, index) => [file.voteTable.columns[index], cell])),
          ),
        );
        for (const [key, value] of file.meta) expect(read.meta.get(key) ?? "").toBe(value.trim());
      }),
      { numRuns: 300 },
    );
  });

  test("read, write, read is the identity, and the second text is the first", () => {
    fc.assert(
      fc.property(files, (file) => {
        const once = readPb(writePb(file));
        const written = writePb(once);
        const twice = readPb(written);
        expect(content(twice)).toEqual(content(once));
        expect(writePb(twice)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test("has one form: LF, no mark, keys and columns in order, unknown ones last, quotes only where needed", () => {
    const read = readPb(
      '\uFEFFMETA\r\nkey;value\r\nwijk;noord\r\nrule;greedy\r\ndescription;"a;b"\r\nunit;"x"\r\nvote_type;approval\r\nnum_votes;9\r\nbudget;10,5\r\n' +
        "PROJECTS\r\nzz;cost;target;project_id\r\n1;5.00;kids;p\r\nVOTES\r\nsex;vote;voter_id\r\nF;p,p;v1",
    );
    expect(writePb(read)).toBe(
      'META\nkey;value\ndescription;"a;b"\nunit;x\nnum_projects;1\nnum_votes;1\nbudget;10.50\nvote_type;approval\nrule;greedy\nwijk;noord\n' +
        "PROJECTS\nproject_id;cost;beneficiaries;zz\np;5;kids;1\nVOTES\nvoter_id;vote;sex\nv1;p;F\n",
    );
  });

  test("a withdrawn project keeps its sentinel cost, whatever cost it is given", () => {
    const election: Election = {
      kind: "single",
      budget: 100n,
      projects: [{ id: "a", cost: 5n, withdrawn: true }],
      ballots: [],
    };
    expect(writePb({ election })).toContain("\na;999999999\n");
    expect(readPb(writePb({ election })).election.projects[0]?.withdrawn).toBe(true);
  });

  test("a knapsack vote without a cap of its own is capped by the budget", () => {
    const election: Election = { kind: "knapsack", budget: 12_345n, projects: [{ id: "a", cost: 5n }], ballots: [] };
    expect(writePb({ election })).toContain("\nmax_sum_cost;123.45\n");
  });

  test.each(["", " a", "a,b", "a\nb", "None"])("refuses the project id %j, which would not be read back", (refused) => {
    const election: Election = { kind: "single", budget: 100n, projects: [{ id: refused, cost: 5n }], ballots: [] };
    expect(() => writePb({ election })).toThrow(RangeError);
  });

  test("refuses an approval vote with a cost cap, a table of the wrong height and a column twice", () => {
    const election: Election = { kind: "approval", budget: 100n, projects: [{ id: "a", cost: 5n }], ballots: [] };
    expect(() => writePb({ election, meta: new Map([["max_sum_cost", "1"]]) })).toThrow(/knapsack/);
    expect(() => writePb({ election, projectTable: { columns: ["x"], rows: [] } })).toThrow(RangeError);
    expect(() => writePb({ election, projectTable: { columns: ["cost"], rows: [["1"]] } })).toThrow(/column twice/);
  });
});

describe.skipIf(!existsSync(folder))("the shared files", () => {
  const names = existsSync(folder)
    ? [folder, `${folder}/toy`]
        .flatMap((dir) => readdirSync(dir).map((name) => `${dir}/${name}`))
        .filter((name) => name.endsWith(".pb"))
    : [];

  test.each(names)("%s survives writing and reading", (name) => {
    const original = readFileSync(name, "utf8");
    const once = readPb(original);
    const written = writePb(once);
    expect(content(readPb(written))).toEqual(content(once));
    expect(writePb(readPb(written))).toBe(written);
    const repaired = once.findings.some(({ code }) => code === "PB108" || code === "PB305");
    if (!repaired) expect(written).toBe(original.replaceAll("\r\n", "\n"));
  });
});
