import fc from "fast-check";
import type { Ballot, BallotKind, Election } from "../src/election.ts";
import { defaultUtility, type Parameters, type Utility } from "../src/parameters.ts";

const kinds: readonly BallotKind[] = ["approval", "single", "knapsack", "cumulative", "score", "ordinal"];

/** Small elections full of trouble: equal costs, free and unsupported projects, empty ballots, listed zeros, odd cents. */
export const elections = fc
  .record({
    kind: fc.constantFrom(...kinds),
    costs: fc.array(fc.oneof(fc.constantFrom(0, 100, 200, 300, 500, 1000), fc.integer({ min: 1, max: 1500 })), {
      minLength: 1,
      maxLength: 7,
    }),
    budget: fc.integer({ min: 0, max: 3000 }),
    ballots: fc.array(
      fc.array(fc.record({ project: fc.nat(6), points: fc.integer({ min: 0, max: 4 }) }), { maxLength: 5 }),
      { maxLength: 12 },
    ),
  })
  .map(({ kind, costs, budget, ballots }): Election => {
    const pointed = kind === "cumulative" || kind === "score";
    return {
      kind,
      budget: BigInt(budget),
      projects: costs.map((cost, c) => ({ id: `p${c}`, cost: BigInt(cost) })),
      ballots: ballots.map((entries, i): Ballot => {
        const chosen = new Map(entries.filter((e) => e.project < costs.length).map((e) => [e.project, e.points]));
        const projects = [...chosen.keys()].slice(0, kind === "single" ? 1 : 5);
        const points = projects.map((c) => BigInt(chosen.get(c) ?? 0) * 10_000n);
        return pointed ? { voterId: `v${i}`, projects, points } : { voterId: `v${i}`, projects };
      }),
    };
  });

/** The same election with each of its voters `times` over. */
export function repeated(election: Election, times: number): Election {
  return { ...election, ballots: Array.from({ length: times }, () => election.ballots).flat() };
}

/** Parameters that an election of this kind can be counted with. */
export function parametersFor(election: Election): fc.Arbitrary<Partial<Parameters>> {
  const own = defaultUtility(election.kind);
  const utilities: Utility[] = own === "cost" ? ["cost", "cardinality"] : [own, "points-cost", "cost", "cardinality"];
  const ids = election.projects.map(({ id }) => id);
  const base = {
    utility: fc.constantFrom(...utilities),
    tie: fc.constantFrom<Parameters["tie"]>("cost-votes-file", "id", "lot"),
    lotSeed: fc.constantFrom("seed", "other seed"),
    scoring: fc.constantFrom<Parameters["scoring"]>("ballot-length", "full-borda", [5, 3, 1], [2.5, 0.5]),
    comparison: fc.constantFrom<Parameters["comparison"]>("none", "satisfaction", "exclusion"),
    eligibility: fc.constantFrom(null, "1/3"),
  };
  const walks = fc.record({
    ...base,
    comparison: fc.constant<Parameters["comparison"]>("none"),
    rule: fc.constantFrom<Parameters["rule"]>("greedy", "greedy-no-skip", "greedy-threshold", "greedy-value"),
    minimumScore: fc.nat(3),
    exclusiveGroups: fc.constantFrom<string[][]>([], [ids.slice(0, 2)], [ids.slice(0, 2), ids.slice(1, 4)]),
  });
  const shares = fc.record({
    ...base,
    rule: fc.constant<Parameters["rule"]>("equal-shares"),
    completion: fc.constantFrom<Parameters["completion"]>("none", "utilitarian", "add1", "add1-utilitarian"),
    start: fc.constantFrom<Parameters["start"]>("exact", "integral"),
    stepCents: fc.constantFrom(1, 30, 100),
    stopWhenExhaustive: fc.boolean(),
  });
  const others = fc.record({
    ...base,
    rule: fc.constantFrom<Parameters["rule"]>("phragmen", "knapsack"),
    phragmenStop: fc.constantFrom<Parameters["phragmenStop"]>("first", "skip"),
  });
  return fc.oneof(walks, shares, others);
}
