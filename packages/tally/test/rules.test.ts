import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import { explain } from "../src/explain.ts";
import { fairness } from "../src/fairness.ts";
import { sha256 } from "../src/sha256.ts";
import { lotNumber } from "../src/tie-order.ts";

/** Approvals as `{ a: 3 }`-like rows: project, cost in currency units, supporters by voter number. */
function approvals(
  budget: number,
  voters: number,
  rows: readonly (readonly [string, number, readonly number[]])[],
): Election {
  return {
    kind: "approval",
    budget: BigInt(budget) * 100n,
    projects: rows.map(([id, cost]) => ({ id, cost: BigInt(cost) * 100n })),
    ballots: Array.from({ length: voters }, (_, i) => ({
      voterId: `v${i}`,
      projects: rows.flatMap(([, , supporters], c) => (supporters.includes(i) ? [c] : [])),
    })),
  };
}

const five = approvals(100, 5, [
  ["a", 60, [0, 1, 2, 3]],
  ["b", 50, [0, 1, 2]],
  ["c", 30, [3, 4]],
  ["d", 10, [4]],
  ["e", 0, []],
]);

describe("the greedy walks", () => {
  test("pass over what does not fit, or stop there", () => {
    const skipped = count(five, { rule: "greedy" });
    expect(skipped.winners).toEqual(["a", "c", "d"]);
    expect(skipped.passed).toEqual([{ project: "b", reason: "no-money", moneyBefore: 4000n }]);
    expect(skipped.struck).toEqual([{ project: "e", reason: "unsupported" }]);
    const stopped = count(five, { rule: "greedy-no-skip" });
    expect(stopped.winners).toEqual(["a"]);
    expect(stopped.passed.map(({ reason }) => reason)).toEqual(["no-money", "stopped", "stopped"]);
  });

  test("fund a project at the threshold and none below it", () => {
    expect(count(five, { rule: "greedy-threshold", minimumScore: 2 }).winners).toEqual(["a", "c"]);
    expect(count(five, { rule: "greedy-threshold", minimumScore: 3 }).winners).toEqual(["a"]);
  });

  test("fund the best ranked of an exclusive group that fits", () => {
    expect(count(five, { rule: "greedy", exclusiveGroups: [["a", "c"]] }).winners).toEqual(["a", "d"]);
    expect(count(five, { rule: "greedy", exclusiveGroups: [["b", "c"]] }).winners).toEqual(["a", "c", "d"]);
  });

  test("never stop at a withdrawn project", () => {
    const projects = five.projects.map((project) => (project.id === "b" ? { ...project, withdrawn: true } : project));
    expect(count({ ...five, projects }, { rule: "greedy-no-skip" }).winners).toEqual(["a", "c", "d"]);
  });

  test("by value fund most votes per euro first", () => {
    expect(count(five, { rule: "greedy-value", utility: "cardinality" }).winners).toEqual(["d", "c", "a"]);
    expect(count(five, { rule: "greedy-value", utility: "cost" }).winners).toEqual(["a", "c", "d"]);
  });

  test("say how far a loser was from winning", () => {
    const [loss] = explain(five, count(five, { rule: "greedy" })).losses;
    expect(loss).toMatchObject({ project: "b", reason: "no-money", winsAtCost: 4000, extraSupporters: 1 });
    const ballots = [...five.ballots, { voterId: "new", projects: [1] }];
    expect(count({ ...five, ballots }, { rule: "greedy" }).winners).toContain("b");
  });
});

describe("Equal Shares", () => {
  test("sees a voter who lacks a cent in ten million million, and takes from the other only what is missing", () => {
    // After p1 the first voter has 1e15 cents left and p2 asks 1e15 + 1 of each: the second pays 1e15 + 2 and keeps 1e15 - 2.
    const outcome = (lastCost: bigint) => {
      const points = (list: readonly bigint[]) => list.map((each) => each * 10_000n);
      const election: Election = {
        kind: "score",
        budget: 4_000_000_000_000_000n,
        projects: [
          { id: "p1", cost: 1_000_000_000_000_000n },
          { id: "p2", cost: 2_000_000_000_000_002n },
          { id: "p3", cost: lastCost },
        ],
        ballots: [
          { voterId: "v1", projects: [0, 1, 2], points: points([10n, 10n, 1n]) },
          { voterId: "v2", projects: [1, 2], points: points([10n, 1n]) },
        ],
      };
      return count(election, { rule: "equal-shares", utility: "points" }).winners;
    };
    expect(outcome(999_999_999_999_998n)).toEqual(["p1", "p2", "p3"]);
    expect(outcome(999_999_999_999_999n)).toEqual(["p1", "p2"]);
  });
});

describe("Phragmen", () => {
  test("ends at the first project in line that breaks the budget, or passes over it", () => {
    // Loads: d 10, a 15, then c (30 + 15 + 10) / 2 = 27.5 with 20 left for 30, f 15 + 16 = 31, b 95 / 3.
    const six = approvals(90, 5, [
      ["a", 60, [0, 1, 2, 3]],
      ["b", 50, [0, 1, 2]],
      ["c", 30, [3, 4]],
      ["d", 10, [4]],
      ["f", 16, [1]],
    ]);
    expect(count(six, { rule: "phragmen" }).winners).toEqual(["d", "a"]);
    expect(count(six, { rule: "phragmen", phragmenStop: "skip" }).winners).toEqual(["d", "a", "f"]);
    expect(count(six, { rule: "phragmen", completion: "utilitarian" }).winners).toEqual(["d", "a", "f"]);
  });
});

describe("the eligibility threshold", () => {
  test("strikes a project below it and keeps one that just reaches it", () => {
    // b: 3 of 5 voters, half of the budget: eligible up to a factor of 6/5.
    expect(count(five, { rule: "greedy", eligibility: "6/5" }).struck.map(({ project }) => project)).not.toContain("b");
    const struck = count(five, { rule: "greedy", eligibility: "6001/5000" }).struck;
    expect(struck).toContainEqual({ project: "b", reason: "ineligible" });
  });
});

describe("ties", () => {
  const equal = approvals(10, 2, [
    ["p", 10, [0]],
    ["q", 10, [1]],
  ]);

  test("go by lot where everything else is equal, as anybody can recompute", () => {
    for (const lotSeed of ["one", "two", "three", "four"]) {
      const hash = (id: string) =>
        createHash("sha256")
          .update(lotSeed + id)
          .digest("hex");
      expect(lotNumber(lotSeed, "p")).toBe(hash("p"));
      const outcome = count(equal, { rule: "greedy", tie: "lot", lotSeed });
      expect(outcome.winners).toEqual(hash("p") < hash("q") ? ["p"] : ["q"]);
      expect(outcome.ties).toMatchObject([{ decidedBy: "lot", mattered: true, round: 1 }]);
    }
  });

  test("go by cost first, then by votes, then by file or id, and say which", () => {
    const decided = (
      costs: readonly bigint[],
      ballots: readonly (readonly [number, bigint][])[],
      tie: "id" | "cost-votes-file",
    ) => {
      const election: Election = {
        kind: "score",
        budget: 1000n,
        projects: costs.map((cost, c) => ({ id: c === 0 ? "z" : "y", cost })),
        ballots: ballots.map((entries, i) => ({
          voterId: `v${i}`,
          projects: entries.map(([c]) => c),
          points: entries.map(([, points]) => points * 10_000n),
        })),
      };
      const [met] = count(election, { rule: "greedy", tie }).ties;
      return [met?.projects.join(), met?.decidedBy];
    };
    const even: [number, bigint][][] = [[[0, 2n]], [[1, 2n]]];
    expect(decided([900n, 800n], even, "cost-votes-file")).toEqual(["y,z", "cost"]);
    const spread: [number, bigint][][] = [[[0, 2n]], [[1, 1n]], [[1, 1n]]];
    expect(decided([900n, 900n], spread, "cost-votes-file")).toEqual(["y,z", "votes"]);
    expect(decided([900n, 900n], even, "cost-votes-file")).toEqual(["z,y", "file"]);
    expect(decided([900n, 900n], even, "id")).toEqual(["y,z", "id"]);
  });

  test("are reported when they did not matter", () => {
    expect(count({ ...equal, budget: 2000n }, { rule: "greedy" }).ties).toMatchObject([
      { projects: ["p", "q"], mattered: false },
    ]);
  });
});

describe("parameters that cannot be applied", () => {
  test.each([
    [{ utility: "borda" }, "utility borda needs ordinal ballots"],
    [{ utility: "points" }, "utility points needs ballots with points"],
    [{ rule: "greedy", completion: "add1" }, "completion add1 belongs to equal-shares"],
    [{ rule: "knapsack", completion: "utilitarian" }, "a utilitarian completion belongs to equal-shares or phragmen"],
    [{ exclusiveGroups: [["a", "b"]] }, "exclusive groups belong to the greedy rules"],
    [{ rule: "greedy", comparison: "satisfaction" }, "a comparison with greedy needs another rule"],
    [{ stepCents: 0 }, "stepCents must be a whole number of at least 1"],
    [{ tie: "lot" }, "tie lot needs a lotSeed"],
    [{ scoring: [] }, "a scoring vector needs at least one number"],
    [{ scoring: [1.00001] }, "scoring vector: numbers of 0 or more with at most four decimals"],
    [{ eligibility: "a third" }, "eligibility must be a fraction such as 1/3"],
  ] as const)("%j are refused", (given, problem) => {
    expect(() => count(five, given)).toThrow(problem);
  });

  test("are all named at once", () => {
    expect(() => count(five, { tie: "lot", stepCents: 0 })).toThrow(/stepCents.*; tie lot/);
  });
});

describe("fairness", () => {
  test("of an outcome that leaves half of the voters out shows in every statistic", () => {
    const divided = approvals(100, 4, [
      ["big", 100, [0, 1]],
      ["small", 20, [2, 3]],
    ]);
    const stats = fairness(divided, ["big"]);
    expect(stats).toMatchObject({
      voters: 4,
      excluded: 2,
      exclusionRatio: 0.5,
      meanWinners: 0.5,
      winnersPerVoter: [2, 2],
    });
    // Shares: 50, 50, 0, 0 of a fair 25, 25, 10, 10; the first two exceed theirs by 25, the others lack 10.
    expect(stats.shareDistance).toBe(1750);
    expect(stats.shareRatio).toBe(0.5);
    expect(stats.powerInequality).toBe(1);
    // Two voters deserve 50 together and have nothing; small costs 20, so 30 is missing even up to one project.
    expect(stats.ejrPlus).toEqual([{ project: "small", voters: 2, missing: 5000 }]);
    expect(stats.ejrPlusUpToOne).toEqual([{ project: "small", voters: 2, missing: 3000 }]);
    expect(fairness(divided, count(divided).winners).ejrPlusUpToOne).toEqual([]);
  });
});

describe("SHA-256", () => {
  test("agrees with Node's at every padding length", () => {
    for (let length = 0; length < 200; length++) {
      const text = `${"é".repeat(length)}a`;
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }
  });
});
