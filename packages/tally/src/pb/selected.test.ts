import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { count } from "../count.ts";
import { readPb } from "./read.ts";
import { declaredParameters, isDeclaredRule, selectedFindings } from "./selected.ts";

const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const folder = `${shared}/data/pb`;

function file(rule: string, rows: string, meta = "") {
  return readPb(
    `META\nkey;value\nbudget;100\nvote_type;approval\nrule;${rule}\n${meta}PROJECTS\nproject_id;cost;votes;selected\n${rows}VOTES\nvoter_id;vote\nv;a\nw;a,b\n`,
  );
}

describe("a recount by the file's own rule", () => {
  test("that selects other projects gives PB604, one that agrees gives nothing", () => {
    const wrong = file("greedy", "a;60;2;0\nb;50;1;1\n");
    const { winners, parameters } = count(wrong.election, declaredParameters(wrong));
    expect(isDeclaredRule(wrong, parameters)).toBe(true);
    expect(selectedFindings(wrong, winners)).toEqual([
      {
        number: wrong.findings.length + 1,
        code: "PB604",
        level: "warning",
        line: 0,
        message: "Selected in the file only: b; in the recount only: a.",
      },
    ]);
    expect(selectedFindings(file("greedy", "a;60;2;1\nb;50;1;0\n"), winners)).toEqual([]);
  });

  test("leaves out what was funded by another route, and files that select nothing", () => {
    expect(selectedFindings(file("greedy", "a;60;2;1\nb;50;1;2\n"), ["a"])).toEqual([]);
    expect(selectedFindings(file("greedy", "a;60;2;\nb;50;1;\n"), ["a"])).toEqual([]);
  });

  test("takes the threshold from META, and knows that some rules are not told in full", () => {
    const rows = "a;60;2;1\nb;50;1;0\n";
    expect(declaredParameters(file("greedy-threshold", rows, "min_project_score_threshold;2\n"))).toEqual({
      rule: "greedy-threshold",
      minimumScore: 2,
    });
    expect(declaredParameters(file("greedy-exclusive", rows))).toBeUndefined();
    expect(declaredParameters(file("equalshares/add1-comparison", rows))).toMatchObject({
      completion: "add1",
      comparison: "satisfaction",
    });
  });

  test("a count by another rule is not held against the file", () => {
    const greedy = file("greedy", "a;60;2;1\nb;50;1;0\n");
    expect(isDeclaredRule(greedy, count(greedy.election, { rule: "greedy-no-skip" }).parameters)).toBe(false);
  });
});

describe.skipIf(!existsSync(folder))("what the cities funded", () => {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".pb"))
        .map((name) => ({ name, pb: readPb(readFileSync(`${folder}/${name}`)) }))
        .filter(
          ({ pb }) =>
            pb.official.some(({ selected }) => selected !== undefined) && declaredParameters(pb) !== undefined,
        )
    : [];

  test("is told by enough files to mean something", () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  test.each(files)("$name is reproduced by its own rule", ({ pb }) => {
    expect(selectedFindings(pb, count(pb.election, declaredParameters(pb)).winners)).toEqual([]);
  });
});
