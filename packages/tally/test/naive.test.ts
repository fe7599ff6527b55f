import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count } from "../src/count.ts";
import type { Election } from "../src/election.ts";
import { defaultUtility, type Utility } from "../src/parameters.ts";
import { elections } from "./elections.ts";
import { type NaiveUtility, naiveAdd1, naivePhragmen, naiveShares } from "./naive.ts";

function utilityOf(election: Election, utility: Utility): NaiveUtility {
  const pointed = election.kind === "cumulative" || election.kind === "score";
  const table = election.ballots.map((ballot) => {
    const length = ballot.projects.length;
    const own = (place: number) =>
      election.kind === "ordinal" ? BigInt(length - place) : pointed ? (ballot.points?.[place] ?? 0n) : 1n;
    return new Map(ballot.projects.map((c, place) => [c, own(place)]));
  });
  return (i, c) => {
    const points = table[i]?.get(c) ?? 0n;
    const cost = election.projects[c]?.cost || 1n;
    if (points <= 0n) return 0n;
    if (utility === "cost") return cost;
    if (utility === "cardinality") return 1n;
    return utility === "points-cost" ? points * cost : points;
  };
}

const utilitiesOf = (election: Election): Utility[] => {
  const own = defaultUtility(election.kind);
  return own === "cost" ? ["cost", "cardinality"] : [own, "cost", "cardinality", "points-cost"];
};

const indices = (election: Election, ids: readonly string[]) =>
  ids.map((id) => election.projects.findIndex((p) => p.id === id));

describe("the naive rational implementation agrees on random elections", () => {
  test("with Equal Shares, for every utility", () => {
    fc.assert(
      fc.property(elections, (election) => {
        const voters = BigInt(Math.max(election.ballots.length, 1));
        for (const utility of utilitiesOf(election)) {
          const naive = naiveShares(election, [election.budget, voters], utilityOf(election, utility));
          const outcome = count(election, { rule: "equal-shares", utility });
          expect(indices(election, outcome.winners)).toEqual(naive.winners);
          expect(outcome.totalCost).toBe(naive.cost);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("with Add1 in steps of any size", () => {
    fc.assert(
      fc.property(
        elections,
        fc.constantFrom(7, 40, 100),
        fc.constantFrom("exact", "integral"),
        (election, stepCents, start) => {
          const voters = BigInt(Math.max(election.ballots.length, 1));
          for (const utility of utilitiesOf(election)) {
            const outcome = count(election, { rule: "equal-shares", utility, completion: "add1", stepCents, start });
            if (outcome.search?.stop === "all-supported-fit") {
              const left = indices(election, outcome.winners);
              const supported = election.projects.filter((_, c) =>
                election.ballots.some((_, i) => utilityOf(election, "cardinality")(i, c) > 0n),
              );
              expect(left).toHaveLength(supported.length);
              continue;
            }
            const first: [bigint, bigint] =
              start === "exact" ? [election.budget, voters] : [(election.budget / voters / 100n) * 100n, 1n];
            expect(indices(election, outcome.winners)).toEqual(
              naiveAdd1(election, utilityOf(election, utility), first, BigInt(stepCents)),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("with Phragmen that passes over what does not fit", () => {
    fc.assert(
      fc.property(elections, (election) => {
        fc.pre(["approval", "single", "knapsack"].includes(election.kind));
        const outcome = count(election, { rule: "phragmen", phragmenStop: "skip" });
        expect(indices(election, outcome.winners)).toEqual(naivePhragmen(election));
      }),
      { numRuns: 1000 },
    );
  });

  test("with the knapsack optimum: no set of supported projects is worth more, and a tie is another set worth as much", () => {
    fc.assert(
      fc.property(elections, (election) => {
        for (const utility of utilitiesOf(election)) {
          const value = utilityOf(election, utility);
          const worth = (set: readonly number[]) =>
            set.reduce(
              (sum, c) =>
                sum +
                election.ballots.reduce(
                  (all, _, i) => all + (election.projects[c]?.cost === 0n ? 0n : value(i, c)),
                  0n,
                ),
              0n,
            );
          const m = election.projects.length;
          const all = election.projects.map((_, c) => c);
          const supported = new Set(all.filter((c) => election.ballots.some((_, i) => value(i, c) > 0n)));
          const free = all.filter((c) => supported.has(c) && election.projects[c]?.cost === 0n);
          let best = 0n;
          let sets = 0;
          for (let bits = 0; bits < 2 ** m; bits++) {
            const set = election.projects.map((_, c) => c).filter((c) => bits & (1 << c));
            const cost = set.reduce((sum, c) => sum + (election.projects[c]?.cost ?? 0n), 0n);
            if (cost > election.budget || set.some((c) => !supported.has(c)) || free.some((c) => !set.includes(c)))
              continue;
            if (worth(set) > best) [best, sets] = [worth(set), 0];
            if (worth(set) === best) sets++;
          }
          const outcome = count(election, { rule: "knapsack", utility });
          expect(worth(indices(election, outcome.winners))).toBe(best);
          expect(outcome.ties.length > 0).toBe(sets > 1);
          expect(outcome.totalCost).toBeLessThanOrEqual(election.budget);
        }
      }),
      { numRuns: 300 },
    );
  });
});
