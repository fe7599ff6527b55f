import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import type { Parameters, Utility } from "../src/parameters.ts";
import { readPb } from "../src/pb/read.ts";

const shared = process.env["HEVEL_SHARED"] ?? join(import.meta.dirname, "../../../../shared");
const folder = join(shared, "data/pb");
const present = existsSync(join(folder, "expected.json"));

interface Listed {
  readonly winners: readonly string[];
  readonly winners_u?: readonly string[];
  readonly endowment?: string;
  readonly iterations?: number;
  readonly stop?: string;
}
interface ListedFile {
  readonly rules: Readonly<Record<string, Listed>>;
  readonly num_votes: number;
  readonly city: { readonly rule: string; readonly selected?: readonly string[] };
}

const listed: Record<string, ListedFile> = present
  ? JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))
  : {};
const read = (name: string): Election => readPb(readFileSync(join(folder, `${name}.pb`))).election;

const utilities: Readonly<Record<string, Utility>> = {
  cost: "cost",
  card: "cardinality",
  score: "points",
  score_cost: "points-cost",
  borda: "borda",
};
const key =
  /^(pabutools:)?(greedy|mes|phragmen)(?:_(score_cost|cost|card|score|borda|skip))?(?:_(u|add1u|add1))?(?:_(exact|integral)_(exh|noexh))?(\|lex)?/;

/** What a key of expected.json asks for. Its own Borda is the full one; pabutools' Borda has no parameter here, see {@link topless}. */
function parametersOf(name: string): { parameters: Partial<Parameters>; theirs: boolean } {
  const [, pabutools, rule, variant, completion, start, stop, lex] = key.exec(name) ?? [];
  const theirs = pabutools !== undefined;
  const tie = theirs || lex ? "id" : "cost-votes-file";
  if (rule === "phragmen") {
    return { theirs, parameters: { rule, tie, phragmenStop: variant === "skip" ? "skip" : "first" } };
  }
  const utility = utilities[variant ?? ""] ?? "cost";
  if (rule === "greedy") return { theirs, parameters: { rule: "greedy-value", utility, tie } };
  return {
    theirs,
    parameters: {
      rule: "equal-shares",
      utility,
      scoring: "full-borda",
      tie,
      completion:
        completion === "u" ? "utilitarian" : completion === "add1u" ? "add1-utilitarian" : completion ? "add1" : "none",
      start: start === "integral" ? "integral" : "exact",
      stopWhenExhaustive: theirs || stop === "exh",
    },
  };
}

/** pabutools' Borda: the last ranked project of a ballot counts 0, so it is handed over as points. */
function topless(election: Election): Election {
  const ballots = election.ballots.map((ballot) => ({
    ...ballot,
    points: ballot.projects.map((_, place) => BigInt(ballot.projects.length - 1 - place) * 10_000n),
  }));
  return { ...election, kind: "score", ballots };
}

/** Their greedy funds what nobody supports when money is left; ours never does. */
function withoutUnsupported(election: Election, ids: readonly string[]): string[] {
  const supported = new Set<string | undefined>();
  for (const ballot of election.ballots) {
    ballot.projects.forEach((c, i) => {
      if (ballot.points === undefined || (ballot.points[i] ?? 0n) > 0n) supported.add(election.projects[c]?.id);
    });
  }
  return ids.filter((id) => supported.has(id));
}

const sorted = (ids: readonly string[]) => [...ids].sort();

/**
 * Listed outcomes of which only the set of winners is compared: pabutools returns Phragmen's winners by name, and where all supported
 * projects fit it lists them in the order of some endowment, while here nothing is searched.
 */
const setOnly = (name: string, stop: string | undefined) =>
  name === "pabutools:phragmen" || (name.startsWith("pabutools") && stop === "all-supported-fit");

describe.skipIf(!present)("the outcomes listed for the shared files", () => {
  test.each(Object.keys(listed))("%s", (file) => {
    const election = read(file);
    for (const [name, want] of Object.entries(listed[file]?.rules ?? {})) {
      const { parameters, theirs } = parametersOf(name);
      const borda = theirs && parameters.utility === "borda";
      const counted = borda ? topless(election) : election;
      const given = borda ? { ...parameters, utility: "points" as const } : parameters;
      const outcome = count(counted, given);
      const only = setOnly(name, outcome.search?.stop) ? sorted : (ids: readonly string[]) => ids;
      expect(only(outcome.winners), name).toEqual(only(withoutUnsupported(counted, want.winners)));
      if (want.stop) {
        expect(outcome.search?.stop, name).toBe(want.stop);
        expect(outcome.endowment ?? "None", name).toBe(want.endowment);
        // Theirs counts runs, with the one that overspends; ours the steps to the endowment that counts.
        expect((outcome.search?.steps ?? 0) + (want.stop === "overspend" ? 1 : 0), name).toBe(want.iterations);
      }
      if (want.winners_u) {
        const completion = given.completion === "add1" ? "add1-utilitarian" : "utilitarian";
        const completed = count(counted, { ...given, completion });
        expect(completed.winners, `${name} completed`).toEqual(withoutUnsupported(counted, want.winners_u));
      }
    }
  });

  test("are those of every file in the folder", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".pb"));
    expect(files.map((name) => name.slice(0, -3)).sort()).toEqual(Object.keys(listed).sort());
  });

  test("Assen and Swiecie funded what Add1 without early stop and without completion gives", () => {
    for (const file of ["Netherlands_Assen_2024", "Poland_Swiecie_2023"]) {
      const outcome = count(read(file), { rule: "equal-shares", completion: "add1", start: "integral" });
      expect(sorted(outcome.winners)).toEqual(sorted(listed[file]?.city.selected ?? []));
    }
  });

  test("Swiecie's comparison is 1245 to 363, Assen's 21 to 21, and its threshold of a third changes nothing", () => {
    const parameters = {
      rule: "equal-shares",
      completion: "add1",
      start: "integral",
      comparison: "satisfaction",
    } as const;
    const swiecie = count(read("Poland_Swiecie_2023"), parameters);
    expect(swiecie.comparison).toMatchObject({ preferRule: 1245, preferGreedy: 363, kept: "rule" });
    const limited = count(read("Poland_Swiecie_2023"), { ...parameters, eligibility: "1/3" });
    expect(limited.struck).toContainEqual({ project: "c22", reason: "ineligible" });
    expect(limited.winners).toEqual(swiecie.winners);
    const assen = count(read("Netherlands_Assen_2024"), parameters);
    expect(assen.comparison).toMatchObject({ preferRule: 21, preferGreedy: 21, kept: "rule" });
  });

  test("greedy by votes funds what the cities that used it funded", () => {
    const rules: Readonly<Record<string, Parameters["rule"]>> = {
      greedy: "greedy",
      "greedy-no-skip": "greedy-no-skip",
    };
    for (const [file, { city }] of Object.entries(listed)) {
      const rule = rules[city.rule];
      if (!rule || !city.selected) continue;
      expect(sorted(count(read(file), { rule }).winners), file).toEqual(sorted(city.selected));
    }
  });
});

describe.skipIf(!present)("the toy files", () => {
  const toy = (name: string) => read(`toy/${name}`);

  test("the example of eleven voters funds 1, 4 and 5, at 129 after Add1, and is preferred 4 to 6 against greedy", () => {
    const election = toy("equalshares_net_example");
    expect(count(election).winners).toEqual(["1", "4", "5"]);
    const raised = count(election, { completion: "add1", comparison: "satisfaction" });
    expect(raised).toMatchObject({ endowment: "129", search: { steps: 29, stop: "overspend" } });
    expect(raised.comparison).toMatchObject({ preferRule: 4, preferGreedy: 6, kept: "greedy" });
    expect(raised.winners).toEqual(["1", "2"]);
  });

  test("voters without a winner on one side count in the comparison", () => {
    const outcome = count(toy("comparison_undefined"), { comparison: "satisfaction" });
    expect(outcome.comparison).toMatchObject({ preferRule: 8, preferGreedy: 6, kept: "rule" });
    expect(outcome.winners).toEqual(["2", "5", "4"]);
    const zero = count(toy("comparison_zero"), { comparison: "satisfaction" });
    expect(zero.comparison).toMatchObject({ preferRule: 5, preferGreedy: 6, kept: "greedy" });
  });

  test("the tie between two projects of a third is reported, whatever settles it, and matters", () => {
    const outcome = count(toy("tie_thirds"));
    expect(outcome.ties[0]).toMatchObject({ projects: ["x", "y"], round: 1, decidedBy: "file" });
  });

  test("unsupported projects neither keep Add1 running nor get money", () => {
    const outcome = count(toy("unsupported_projects_loop"), { completion: "add1-utilitarian" });
    expect(outcome.winners).toEqual(["a", "b"]);
    expect(outcome.search).toMatchObject({ stop: "all-supported-fit" });
  });
});

describe.skipIf(present)("the shared files", () => {
  test("are absent: set HEVEL_SHARED to the folder that has data/pb", ({ skip }) => skip());
});
