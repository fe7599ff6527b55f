import { parseArgs } from "node:util";
import type { Completion, Parameters, Rule, TieOrder, Utility } from "../parameters.ts";

/** What the command line asks. Parameters that were not given follow from the ballots. */
export interface Request {
  readonly file: string;
  readonly parameters: Partial<Parameters>;
  readonly json: boolean;
  readonly explain: boolean;
  readonly stats: boolean;
  readonly compare: boolean;
  readonly certificate: string | undefined;
  readonly verify: string | undefined;
}

/** The arguments cannot be understood; every reason is listed. */
export class UsageError extends Error {
  override name = "UsageError";
}

export const rules: readonly Rule[] = [
  "greedy",
  "greedy-no-skip",
  "greedy-threshold",
  "greedy-value",
  "knapsack",
  "equal-shares",
  "phragmen",
];
const utilities: readonly Utility[] = ["cost", "cardinality", "points", "points-cost", "borda"];
const completions: readonly Completion[] = ["none", "utilitarian", "add1", "add1-utilitarian"];
const ties: readonly TieOrder[] = ["cost-votes-file", "id"];

const options = {
  rule: { type: "string" },
  utility: { type: "string" },
  "rank-by": { type: "string" },
  completion: { type: "string" },
  start: { type: "string" },
  step: { type: "string" },
  "stop-when-exhaustive": { type: "boolean" },
  comparison: { type: "string" },
  "phragmen-stop": { type: "string" },
  tie: { type: "string" },
  scoring: { type: "string" },
  threshold: { type: "string" },
  eligibility: { type: "string" },
  exclusive: { type: "string", multiple: true },
  json: { type: "boolean" },
  explain: { type: "boolean" },
  stats: { type: "boolean" },
  compare: { type: "boolean" },
  certificate: { type: "string" },
  verify: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parse>["values"];

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
}

/**
 * Reads the command line.
 * @returns "help" when that was asked.
 * @throws UsageError with every problem.
 */
export function readArguments(argv: readonly string[]): Request | "help" {
  const { values, positionals } = parseOrRefuse(argv);
  if (values.help === true) return "help";
  const problems: string[] = [];
  const [file = "", ...surplus] = positionals;
  if (file === "") problems.push("no file was given");
  if (surplus.length > 0) problems.push(`one file at a time: ${surplus.join(" ")}`);
  const parameters = readParameters(values, problems);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return {
    file,
    parameters,
    json: values.json ?? false,
    explain: values.explain ?? false,
    stats: values.stats ?? false,
    compare: values.compare ?? false,
    certificate: values.certificate,
    verify: values.verify,
  };
}

function parseOrRefuse(argv: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(argv);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readParameters(values: Values, problems: string[]): Partial<Parameters> {
  const one = <T extends string>(name: string, text: string | undefined, allowed: readonly T[]): T | undefined => {
    const found = allowed.find((candidate) => candidate === text);
    if (text !== undefined && found === undefined) problems.push(`--${name} ${text}: one of ${allowed.join(", ")}`);
    return found;
  };
  return given({
    rule: one("rule", values.rule, rules),
    utility: one("utility", values.utility, utilities),
    rankBy: one("rank-by", values["rank-by"], ["votes", "score"]),
    completion: one("completion", values.completion, completions),
    start: one("start", values.start, ["exact", "integral"]),
    stepCents: wholeCents(values.step, problems),
    stopWhenExhaustive: values["stop-when-exhaustive"],
    comparison: one("comparison", values.comparison, ["none", "satisfaction", "exclusion"]),
    phragmenStop: one("phragmen-stop", values["phragmen-stop"], ["first", "skip"]),
    ...readTie(values.tie, one),
    scoring: readScoring(values.scoring, problems),
    minimumScore: readThreshold(values.threshold, problems),
    eligibility: values.eligibility,
    exclusiveGroups: values.exclusive?.map((group) => group.split(",")),
  });
}

/** The properties that have a value: an absent option must not overrule a default. */
function given<T extends object>(all: { [name in keyof T]: T[name] | undefined }): Partial<T> {
  const entries = Object.entries(all).filter(([, value]) => value !== undefined);
  // The entries are those of `all` without the undefined ones, which is what Partial says.
  return Object.fromEntries(entries) as Partial<T>;
}

function readTie(
  text: string | undefined,
  one: (name: string, text: string | undefined, allowed: readonly TieOrder[]) => TieOrder | undefined,
): { tie: TieOrder | undefined; lotSeed: string | undefined } {
  const seed = text?.startsWith("lot:") === true ? text.slice("lot:".length) : "";
  if (seed !== "") return { tie: "lot", lotSeed: seed };
  // A lot without a seed could be drawn until it pleases; it is refused like any unknown order.
  return { tie: one("tie", text?.startsWith("lot") === true ? `${text} (lot:SEED)` : text, ties), lotSeed: undefined };
}

function wholeCents(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  problems.push(`--step ${text}: a whole number of cents, at least 1`);
  return undefined;
}

function readThreshold(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,12}(\.\d{1,4})?$/.test(text)) return Number(text);
  problems.push(`--threshold ${text}: a number of 0 or more`);
  return undefined;
}

function readScoring(text: string | undefined, problems: string[]): Parameters["scoring"] | undefined {
  if (text === undefined || text === "ballot-length" || text === "full-borda") return text;
  const vector = text.split(",");
  if (vector.every((points) => /^\d{1,9}(\.\d{1,4})?$/.test(points))) return vector.map(Number);
  problems.push(`--scoring ${text}: ballot-length, full-borda, or points by rank such as 5,4,3,2,1`);
  return undefined;
}
