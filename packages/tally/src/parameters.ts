import type { BallotKind, Election } from "./election.ts";
import { parse } from "./rational.ts";

/** How winners are found. */
export type Rule =
  | "greedy"
  | "greedy-no-skip"
  | "greedy-threshold"
  | "greedy-value"
  | "knapsack"
  | "equal-shares"
  | "phragmen";

/** What a funded project is worth to a voter who supports it. */
export type Utility = "cost" | "cardinality" | "points" | "points-cost" | "borda";

/** What happens with money that Equal Shares or Phragmen leaves. */
export type Completion = "none" | "utilitarian" | "add1" | "add1-utilitarian";

/** What decides between projects the rule itself holds equal. */
export type TieOrder = "cost-votes-file" | "id" | "lot";

/** Everything that decides an outcome besides the ballots. Plain JSON, recorded whole in the outcome and in its certificate. */
export interface Parameters {
  readonly rule: Rule;
  /** Equal Shares, knapsack, greedy-value, and the order of a utilitarian completion. */
  readonly utility: Utility;
  /** What the greedy walks by votes sort on: supporters, or the sum of their points. */
  readonly rankBy: "votes" | "score";
  /** Points of the ranks of an ordinal ballot: its length downwards to 1, all projects - 1 downwards, or a published list (best first). */
  readonly scoring: "ballot-length" | "full-borda" | readonly number[];
  /** greedy-threshold: projects below this many votes (or points, see `rankBy`) are not funded. */
  readonly minimumScore: number;
  /** Greedy rules: of each group of project ids the best ranked that is funded strikes the rest. */
  readonly exclusiveGroups: readonly (readonly string[])[];
  /** A fraction f such as "1/3": a project is out when its share of the voters is below f x cost / budget. Null: no threshold. */
  readonly eligibility: string | null;
  readonly completion: Completion;
  /** First endowment of a voter: budget / voters exactly, or rounded down to a whole currency unit. */
  readonly start: "exact" | "integral";
  /** Add1: the endowment is raised by this much per step, in cents. */
  readonly stepCents: number;
  /** Add1: stop at the first outcome beside which no further supported project fits in the budget. */
  readonly stopWhenExhaustive: boolean;
  /** Other rules than greedy: compare with greedy by votes on more approved winners, or at least one, per voter. Greedy wins when strictly preferred. */
  readonly comparison: "none" | "satisfaction" | "exclusion";
  /** Phragmen: end at the first project in line that no longer fits, or pass over it. */
  readonly phragmenStop: "first" | "skip";
  readonly tie: TieOrder;
  /** Seed of the lot order: projects by SHA-256 of seed followed by id. Required with tie "lot". */
  readonly lotSeed: string | null;
}

/** Whether ballots of this kind give projects more or less. */
export function hasWeights(kind: BallotKind): boolean {
  return kind === "cumulative" || kind === "score" || kind === "ordinal";
}

/** Whether a utility counts the points of a voter. */
export function countsPoints(utility: Utility): boolean {
  return utility !== "cost" && utility !== "cardinality";
}

/** Whether a utility counts the cost of a project. */
export function countsCost(utility: Utility): boolean {
  return utility.endsWith("cost");
}

/** The points a ballot kind itself suggests: budget share for approvals, points for points, rank points for ranks. */
export function defaultUtility(kind: BallotKind): Utility {
  if (kind === "ordinal") return "borda";
  return kind === "cumulative" || kind === "score" ? "points" : "cost";
}

/** All parameters for a ballot kind, with the given ones in place of the defaults. */
export function completeParameters(kind: BallotKind, given: Partial<Parameters> = {}): Parameters {
  return {
    rule: "equal-shares",
    utility: defaultUtility(kind),
    rankBy: hasWeights(kind) ? "score" : "votes",
    scoring: "ballot-length",
    minimumScore: 0,
    exclusiveGroups: [],
    eligibility: null,
    completion: "none",
    start: "exact",
    stepCents: 100,
    stopWhenExhaustive: false,
    comparison: "none",
    phragmenStop: "first",
    tie: "cost-votes-file",
    lotSeed: null,
    ...given,
  };
}

/** Every reason why these parameters cannot be applied to this election; empty when they can. */
export function parameterProblems(election: Election, parameters: Parameters): string[] {
  const { rule, utility, completion, scoring } = parameters;
  const problems: string[] = [];
  const refuse = (when: boolean, problem: string) => {
    if (when) problems.push(problem);
  };
  refuse(utility === "borda" && election.kind !== "ordinal", "utility borda needs ordinal ballots");
  refuse(
    countsPoints(utility) && utility !== "borda" && !hasWeights(election.kind),
    `utility ${utility} needs ballots with points`,
  );
  const raises = completion === "add1" || completion === "add1-utilitarian";
  refuse(raises && rule !== "equal-shares", `completion ${completion} belongs to equal-shares`);
  const fair = rule === "equal-shares" || rule === "phragmen";
  refuse(completion === "utilitarian" && !fair, "a utilitarian completion belongs to equal-shares or phragmen");
  refuse(
    parameters.exclusiveGroups.length > 0 && !rule.startsWith("greedy"),
    "exclusive groups belong to the greedy rules",
  );
  refuse(parameters.comparison !== "none" && rule.startsWith("greedy"), "a comparison with greedy needs another rule");
  refuse(
    !Number.isInteger(parameters.stepCents) || parameters.stepCents < 1,
    "stepCents must be a whole number of at least 1",
  );
  refuse(parameters.tie === "lot" && !parameters.lotSeed, "tie lot needs a lotSeed");
  const vector = typeof scoring === "string" ? [] : scoring;
  refuse(typeof scoring !== "string" && vector.length === 0, "a scoring vector needs at least one number");
  refuse(
    vector.some((points) => !(points >= 0 && Number.isInteger(points * 10_000))),
    "scoring vector: numbers of 0 or more with at most four decimals",
  );
  if (parameters.eligibility !== null) {
    try {
      refuse(parse(parameters.eligibility).num < 0n, "eligibility must not be negative");
    } catch {
      problems.push("eligibility must be a fraction such as 1/3");
    }
  }
  return problems;
}
