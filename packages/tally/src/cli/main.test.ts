import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const assen = `${shared}/data/pb/Netherlands_Assen_2024.pb`;

/** The example with eleven voters of the documentation. */
const eleven =
  "META\nkey;value\ndescription;eleven voters\ncountry;Netherlands\nunit;Voorbeeldstad\ninstance;1\nnum_projects;5\nnum_votes;11\n" +
  "budget;1100\nvote_type;approval\nrule;unknown\ndate_begin;2026\ndate_end;2026\ncurrency;EUR\nPROJECTS\nproject_id;cost;votes;name\n" +
  "1;700;7;Speeltuin\n2;400;6;Fietsenrek\n3;250;5;Buurtmoestuin\n4;200;4;Bankjes\n5;100;3;Zwerfboeken\nVOTES\nvoter_id;vote\n" +
  "v0;1,2\nv1;1,2,3\nv2;1,2\nv3;1,2,3\nv4;1,2,3\nv5;1,2\nv6;3,4,5\nv7;4\nv8;4,5\nv9;3,4,5\nv10;1\n";

let folder = "";
let file = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tally-"));
  file = join(folder, "eleven.pb");
  writeFileSync(file, eleven);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a person would: another process, its output as text. */
function tally(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function json(...args: string[]) {
  const { status, stdout, stderr } = tally(...args, "--json");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe("tally --json", () => {
  test("prints one object with everything needed to check the outcome", () => {
    const report = json(file);
    expect(Object.keys(report)).toEqual([
      "file",
      "sha256",
      "rule",
      "parameters",
      "winners",
      "totalCost",
      "endowment",
      "ties",
      "findings",
      "elapsedMs",
    ]);
    expect(report).toMatchObject({
      file,
      sha256: createHash("sha256").update(eleven).digest("hex"),
      rule: "equal-shares",
      winners: ["1", "4", "5"],
      totalCost: 1000,
      endowment: "100",
      ties: [],
      findings: [],
    });
    expect(report.elapsedMs).toBeGreaterThan(0);
  });

  test.each<[string, string[], string[], number]>([
    ["greedy", ["--rule", "greedy"], ["1", "2"], 1100],
    ["greedy-no-skip", ["--rule", "greedy-no-skip"], ["1", "2"], 1100],
    ["greedy-threshold", ["--rule", "greedy-threshold", "--threshold", "7"], ["1"], 700],
    ["greedy-value", ["--rule", "greedy-value", "--utility", "cardinality"], ["5", "3", "4", "2"], 950],
    ["knapsack", ["--rule", "knapsack", "--utility", "cardinality"], ["2", "3", "4", "5"], 950],
    ["equal-shares by cardinality", ["--utility", "cardinality"], ["5", "4", "2"], 700],
    ["phragmen", ["--rule", "phragmen"], ["5", "3", "4", "2"], 950],
    ["a completion", ["--completion", "utilitarian"], ["1", "4", "5"], 1000],
  ])("counts by %s", (_, args, winners, totalCost) => {
    const report = json(file, ...args);
    expect([...report.winners].sort()).toEqual([...winners].sort());
    expect(report.totalCost).toBe(totalCost);
  });

  test("records every option in the parameters", () => {
    const { parameters } = json(
      ...[
        file,
        "--rule",
        "equal-shares",
        "--utility",
        "cardinality",
        "--completion",
        "add1-utilitarian",
        "--start",
        "integral",
      ],
      ...[
        "--step",
        "50",
        "--stop-when-exhaustive",
        "--comparison",
        "exclusion",
        "--phragmen-stop",
        "skip",
        "--tie",
        "lot:zaad",
      ],
      ...["--scoring", "5,4,3.5", "--rank-by", "score", "--eligibility", "1/3"],
    );
    expect(parameters).toMatchObject({
      utility: "cardinality",
      completion: "add1-utilitarian",
      start: "integral",
      stepCents: 50,
      stopWhenExhaustive: true,
      comparison: "exclusion",
      phragmenStop: "skip",
      tie: "lot",
      lotSeed: "zaad",
      scoring: [5, 4, 3.5],
      rankBy: "score",
      eligibility: "1/3",
    });
  });

  test("an exclusive group lets its best project win only", () => {
    expect(json(file, "--rule", "greedy", "--exclusive", "1,2").winners).toEqual(["1", "3", "5"]);
  });

  test("amounts keep their cents", () => {
    const cents = join(folder, "cents.pb");
    writeFileSync(cents, eleven.replace("5;100;3", "5;99.95;3"));
    expect(json(cents).totalCost).toBe(999.95);
  });
});

test("a relative path is meant from where npm was called, not from where it runs the script", () => {
  const options = { encoding: "utf8", cwd: tmpdir(), env: { ...process.env, INIT_CWD: folder } } as const;
  const { status, stdout } = spawnSync(process.execPath, [main, "eleven.pb", "--json"], options);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file: "eleven.pb", totalCost: 1000 });
});

describe("tally without --json", () => {
  test("is a Dutch table with winners, losers and sums", () => {
    const { status, stdout } = tally(file);
    expect(status).toBe(0);
    expect(stdout).toContain("Startbedrag      € 100 per stemmer");
    expect(stdout).toMatch(
      /Gekozen: 3 projecten\n {2}nr {2}project {2}naam +kosten +stemmen +samen\n {3}1 {2}1 +Speeltuin +700 +7 +700\n/,
    );
    expect(stdout).toMatch(
      /Niet gekozen: 2 projecten\n {2}project {2}naam +kosten +stemmen\n {2}2 +Fietsenrek +400 +6\n/,
    );
    expect(stdout).toContain("Over             € 100\n");
    expect(stdout).toContain("Het bestand is in orde.");
  });
});

describe("tally explains, measures and compares", () => {
  test("--explain says why a project won and why another did not", () => {
    const { status, stdout } = tally(file, "--explain");
    expect(status).toBe(0);
    expect(stdout).toContain("  1. 1 Speeltuin\n     7 stemmers; 7 betalen € 100.\n");
    expect(stdout).toContain("  2 Fietsenrek\n     De stemmers gaven hun geld vooral uit aan 1 (€ 600).");
    const { explanation } = json(file, "--explain");
    expect(explanation.rounds.map((round: { project: string }) => round.project)).toEqual(["1", "4", "5"]);
    expect(explanation.losses.map((loss: { project: string }) => loss.project)).toEqual(["2", "3"]);
  });

  test.each([["greedy"], ["greedy-no-skip"], ["greedy-value"], ["knapsack"], ["phragmen"]])(
    "--explain has a reason under %s",
    (rule) => {
      const { status, stdout } = tally(file, "--rule", rule, "--explain");
      expect(status).toBe(0);
      expect(stdout).toContain("Waarom deze projecten niet wonnen\n");
      expect(stdout).not.toMatch(/undefined|NaN/);
    },
  );

  test("--stats counts the voters without a funded project", () => {
    expect(tally(file, "--stats", "--rule", "greedy").stdout).toMatch(/Stemmers zonder gekozen project +4 \(36,4%\)/);
    expect(json(file, "--stats").fairness).toMatchObject({ voters: 11, excluded: 0, winnersPerVoter: [0, 8, 3] });
  });

  test("--stats measures both sides of a comparison, also the one that was not kept", () => {
    const args = ["--stats", "--comparison", "satisfaction"];
    expect(json(file, ...args)).toMatchObject({
      comparison: { kept: "greedy", preferRule: 4, preferGreedy: 6 },
      fairness: { excluded: 4 },
      fairnessCompared: { rule: { excluded: 0 }, greedy: { excluded: 4 } },
    });
    const { stdout } = tally(file, ...args);
    expect(stdout).toMatch(/deze regel +3 +1\.000 +0,0% +1,27 +97,0% +0,09 +0\n/);
    expect(stdout).toMatch(/meeste stemmen eerst +2 +1\.100 +36,4% +1,18 +63,6% +[\d,]+ +2\n/);
    expect(json(file, "--stats").fairnessCompared).toBeUndefined();
  });

  test("a raised endowment stands beside the first one, and winners have their effective support", () => {
    const { stdout } = tally(file, "--completion", "add1", "--explain");
    expect(stdout).toContain("€ 129 per stemmer (verhoogd van € 100)");
    expect(stdout).toMatch(/1\. 1 Speeltuin\n +7 stemmers; .*\n +Effectieve steun: 1\d\d,\d% van de kosten\./);
    expect(tally(file).stdout).toContain("€ 100 per stemmer\n");
  });

  test("--compare puts all rules side by side", () => {
    const { compared } = json(file, "--compare", "--threshold", "6");
    expect(
      compared.map(({ rule, completion }: { rule: string; completion: string }) => `${rule} ${completion}`),
    ).toEqual([
      "greedy none",
      "greedy-no-skip none",
      "greedy-threshold none",
      "greedy-value none",
      "knapsack none",
      "equal-shares none",
      "equal-shares utilitarian",
      "equal-shares add1",
      "equal-shares add1-utilitarian",
      "phragmen none",
      "phragmen utilitarian",
    ]);
    expect(compared[0]).toMatchObject({ winners: ["1", "2"], totalCost: 1100, fairness: { excluded: 4 } });
    expect(tally(file, "--compare").stdout).toContain("Welke regel kiest welk project");
  });
});

describe("tally --certificate and --verify", () => {
  const options: [string, string[]][] = [
    ["equal shares with add1", ["--completion", "add1"]],
    ["phragmen", ["--rule", "phragmen"]],
    ["greedy", ["--rule", "greedy"]],
  ];

  test.each(options)("a certificate of %s is written and holds", (_, args) => {
    const path = join(folder, "bewijs.json");
    const written = json(file, ...args, "--certificate", path);
    expect(written.certificate).toEqual([path, `${path}.input.json`]);
    expect(JSON.parse(readFileSync(path, "utf8")).winners).toEqual(written.winners);
    const input = readFileSync(`${path}.input.json`);
    expect(createHash("sha256").update(input).digest("hex")).toBe(JSON.parse(readFileSync(path, "utf8")).inputSha256);
    expect(json(file, "--verify", path)).toMatchObject({ valid: true, problems: [], winners: written.winners });
    expect(tally(file, "--verify", path)).toMatchObject({ status: 0, stderr: "" });
  });

  test("exit code 1 when a winner was changed, when a ballot was, and when it is no certificate", () => {
    const path = join(folder, "bewijs.json");
    tally(file, "--certificate", path);
    const good = readFileSync(path, "utf8");
    const forged = join(folder, "vals.json");
    writeFileSync(forged, good.replace(/"winners": \[\s*"1"/, '"winners": ["2"'));
    expect(tally(file, "--verify", forged)).toMatchObject({ status: 1, stdout: expect.stringContaining("klopt NIET") });
    const other = join(folder, "ander.pb");
    writeFileSync(other, eleven.replace("v7;4", "v7;5"));
    expect(tally(other, "--verify", path).status).toBe(1);
    for (const text of ["{}", "not json", "[]", "null"]) {
      writeFileSync(forged, text);
      const { status, stdout } = tally(file, "--verify", forged, "--json");
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ valid: false });
    }
  });

  test("exit code 2 when the certificate is not there", () => {
    expect(tally(file, "--verify", join(folder, "none.json"))).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("tally refuses with exit code 2", () => {
  test("an unreadable file, with its findings", () => {
    const broken = join(folder, "broken.pb");
    writeFileSync(broken, eleven.replace("v7;4", "v7;9").replace("2;400;", "2;vier;"));
    const { status, stdout, stderr } = tally(broken);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/PB403 fout, regel 18: .*\n.*PB503 fout, regel 31: /);
    const asked = tally(broken, "--json");
    expect(asked.status).toBe(2);
    const report = JSON.parse(asked.stdout);
    expect(report.findings.map((finding: { code: string }) => finding.code)).toEqual(["PB403", "PB503"]);
    expect(report.sha256).toBe(createHash("sha256").update(readFileSync(broken)).digest("hex"));
  });

  test.each<[string, string[]]>([
    ["no file", []],
    ["two files", ["a.pb", "b.pb"]],
    ["an unknown option", ["x.pb", "--colour", "red"]],
    ["an unknown rule", ["x.pb", "--rule", "dictator"]],
    ["a lot without a seed", ["x.pb", "--tie", "lot:"]],
    ["a scoring vector of words", ["x.pb", "--scoring", "best,worst"]],
    ["a step of nothing", ["x.pb", "--step", "0"]],
    ["a threshold below nothing", ["x.pb", "--threshold=-1"]],
  ])("%s, with the usage", (_, args) => {
    const { status, stdout, stderr } = tally(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Gebruik: npm run -s tally -- BESTAND.pb");
  });

  test("all bad options at once", () => {
    const { stderr } = tally("x.pb", "--rule", "a", "--utility", "b", "--start", "c");
    for (const name of ["--rule a", "--utility b", "--start c"]) expect(stderr).toContain(name);
  });

  test("parameters that do not fit the ballots", () => {
    const { status, stderr } = tally(file, "--utility", "borda");
    expect(status).toBe(2);
    expect(stderr).toContain("borda");
  });

  test("a file that is not there, and a folder", () => {
    expect(tally(join(folder, "none.pb"))).toMatchObject({ status: 2, stdout: "" });
    expect(tally(folder)).toMatchObject({ status: 2, stdout: "" });
  });
});

test("tally --help explains itself and succeeds", () => {
  const { status, stdout } = tally("--help");
  expect(status).toBe(0);
  for (const option of ["--rule", "--verify", "--certificate", "--compare", "--phragmen-stop"])
    expect(stdout).toContain(option);
});

test.skipIf(!existsSync(assen))("Assen 2024 comes out as the city decided, by the city's own rule", () => {
  const report = json(assen, "--completion", "add1", "--start", "integral");
  expect(report).toMatchObject({
    winners: ["3", "9", "2", "11", "13", "14", "5", "6", "12"],
    totalCost: 76_700,
    endowment: "2033",
    search: { steps: 843, stop: "overspend" },
  });
  expect(report.findings.map((finding: { code: string }) => finding.code)).toEqual(["PB103"]);
});
