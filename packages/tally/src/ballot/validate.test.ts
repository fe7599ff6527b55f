import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BallotKind, POINT, type Project } from "../election.ts";
import type { BallotLimits } from "./limits.ts";
import { BallotChecker, BallotRefusedError, type CastBallot } from "./validate.ts";

const projects: Project[] = [
  { id: "a", cost: 6000n },
  { id: "b", cost: 4000n },
  { id: "c", cost: 100n },
  { id: "w", cost: 99_999_999_900n, withdrawn: true },
];

function codes(kind: BallotKind, cast: CastBallot, limits: BallotLimits = {}): string[] {
  return new BallotChecker({ kind, budget: 10_000n, projects }, limits).check(cast).map((problem) => problem.code);
}

const points = (...values: number[]) => values.map((value) => BigInt(value) * POINT);

describe("a ballot is valid up to its limit and refused one beyond", () => {
  test.each<[string, BallotKind, BallotLimits, CastBallot, CastBallot, string[]]>([
    [
      "at least one project, unless the limit says otherwise",
      "approval",
      {},
      { projects: ["a"] },
      { projects: [] },
      ["too-few-projects"],
    ],
    ["lengthMin", "approval", { lengthMin: 2 }, { projects: ["a", "b"] }, { projects: ["a"] }, ["too-few-projects"]],
    ["lengthMax", "approval", { lengthMax: 1 }, { projects: ["a"] }, { projects: ["a", "b"] }, ["too-many-projects"]],
    ["single choice, too many", "single", {}, { projects: ["a"] }, { projects: ["a", "b"] }, ["not-exactly-one"]],
    ["single choice, none", "single", {}, { projects: ["b"] }, { projects: [] }, ["not-exactly-one"]],
    [
      "knapsack within the budget",
      "knapsack",
      {},
      { projects: ["a", "b"] },
      { projects: ["a", "b", "c"] },
      ["cost-too-high"],
    ],
    [
      "sumCostMax to the cent",
      "knapsack",
      { sumCostMax: 6000n },
      { projects: ["a"] },
      { projects: ["a", "c"] },
      ["cost-too-high"],
    ],
    [
      "sumCostMin to the cent",
      "approval",
      { sumCostMin: 6000n },
      { projects: ["a"] },
      { projects: ["b", "c"] },
      ["cost-too-low"],
    ],
    [
      "cumulative points are not negative",
      "cumulative",
      {},
      { projects: ["a"], points: [0n] },
      { projects: ["a"], points: [-1n] },
      ["points-too-low"],
    ],
    [
      "score points may be negative",
      "score",
      { pointsMin: -5n },
      { projects: ["a"], points: [-5n] },
      { projects: ["a"], points: [-6n] },
      ["points-too-low"],
    ],
    [
      "pointsMax",
      "score",
      { pointsMax: 5n * POINT },
      { projects: ["a"], points: points(5) },
      { projects: ["a"], points: [50_001n] },
      ["points-too-high"],
    ],
    [
      "sumPointsMax",
      "cumulative",
      { sumPointsMax: 10n * POINT },
      { projects: ["a", "b"], points: points(4, 6) },
      { projects: ["a", "b"], points: points(5, 6) },
      ["point-sum-too-high"],
    ],
    [
      "sumPointsMin",
      "cumulative",
      { sumPointsMin: 10n * POINT },
      { projects: ["a", "b"], points: points(4, 6) },
      { projects: ["a", "b"], points: points(4, 5) },
      ["point-sum-too-low"],
    ],
    [
      "points beside every project",
      "cumulative",
      {},
      { projects: ["a", "b"], points: points(1, 1) },
      { projects: ["a", "b"], points: points(1) },
      ["points-missing"],
    ],
    ["points at all", "score", {}, { projects: ["a"], points: points(1) }, { projects: ["a"] }, ["points-missing"]],
    [
      "no points where there are none",
      "ordinal",
      {},
      { projects: ["b", "a"] },
      { projects: ["b", "a"], points: points(1, 2) },
      ["points-unexpected"],
    ],
    ["known projects", "ordinal", {}, { projects: ["c"] }, { projects: ["z"] }, ["unknown-project"]],
    ["each project once", "ordinal", {}, { projects: ["c", "a"] }, { projects: ["c", "c"] }, ["repeated-project"]],
    ["no withdrawn project", "approval", {}, { projects: ["a"] }, { projects: ["a", "w"] }, ["withdrawn-project"]],
  ])("%s", (_, kind, limits, valid, refused, expected) => {
    expect(codes(kind, valid, limits)).toEqual([]);
    expect(codes(kind, refused, limits)).toEqual(expected);
  });
});

describe("a refused ballot", () => {
  test("lists every problem, not the first", () => {
    const limits = { lengthMax: 2, pointsMax: 3n * POINT, sumPointsMax: 5n * POINT };
    const cast = { projects: ["z", "a", "a", "w"], points: points(4, -1, 9) };
    expect(codes("cumulative", cast, limits)).toEqual([
      "unknown-project",
      "repeated-project",
      "withdrawn-project",
      "too-many-projects",
      "points-missing",
      "points-too-high",
      "points-too-low",
      "points-too-high",
      "point-sum-too-high",
    ]);
  });

  test("carries the numbers a page needs to explain itself", () => {
    const checker = new BallotChecker({ kind: "knapsack", budget: 10_000n, projects });
    expect(checker.check({ projects: ["a", "b", "c"] })).toEqual([
      {
        code: "cost-too-high",
        message: "The ballot has a cost of 101; no more than a cost of 100 is allowed.",
        limit: 10_000n,
        actual: 10_100n,
      },
    ]);
  });

  test("is thrown as a whole when it is to be accepted", () => {
    const checker = new BallotChecker({ kind: "approval", budget: 10_000n, projects });
    const refusal = () => checker.accept("v", { projects: ["z", "z"] });
    expect(refusal).toThrow(BallotRefusedError);
    expect(refusal).toThrow("Project 'z' is not on the ballot paper. Project 'z' is not on the ballot paper.");
  });
});

test("an accepted ballot names its projects by index, in order, and is valid again", () => {
  const checker = new BallotChecker({ kind: "cumulative", budget: 10_000n, projects });
  const casts = fc
    .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
    .chain((ids) =>
      fc
        .array(fc.bigInt({ min: 0n, max: 100n }), { minLength: ids.length, maxLength: ids.length })
        .map((given) => ({ projects: ids, points: given })),
    );
  fc.assert(
    fc.property(casts, (cast) => {
      const ballot = checker.accept("v", cast);
      expect(ballot.projects.map((index) => projects[index]?.id)).toEqual(cast.projects);
      expect(ballot.points).toEqual(cast.points);
      expect(checker.problems(ballot)).toEqual([]);
    }),
  );
});
