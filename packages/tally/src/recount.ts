import type { CanonicalElection } from "./canonical.ts";
import type { Parameters } from "./parameters.ts";
import { sha256 } from "./sha256.ts";

/** A canonical text counted from scratch: all a checker needs to know about an election. Indices are those of its projects and ballots. */
export interface Recount {
  /** Cents. */
  readonly budget: bigint;
  readonly voters: bigint;
  readonly ids: readonly string[];
  /** Cents. */
  readonly cost: readonly bigint[];
  /** Voters per line of ballots. */
  readonly weight: readonly bigint[];
  /** Per project: the ballots that support it and their points in ten-thousandths (an approval is one point). */
  readonly support: readonly (readonly (readonly [ballot: number, points: bigint])[])[];
  readonly votes: readonly bigint[];
  readonly score: readonly bigint[];
  /** Projects with support that are not withdrawn and reach the eligibility threshold. */
  readonly running: readonly number[];
  /** Negative when the first of two projects goes first in a tie. */
  readonly tie: (a: number, b: number) => number;
}

const less = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function rankPoints(scoring: Parameters["scoring"], projects: number, length: number, place: number): bigint {
  if (scoring === "ballot-length") return BigInt(length - place) * 10_000n;
  if (scoring === "full-borda") return BigInt(projects - 1 - place) * 10_000n;
  return BigInt(Math.round((scoring[place] ?? 0) * 10_000));
}

/** Recounts a canonical text. Shares nothing with the counting rules but the parameters they were given. */
export function recount(text: string, p: Parameters): Recount {
  const { kind, budget: cents, projects, ballots }: CanonicalElection = JSON.parse(text);
  const budget = BigInt(cents);
  const ids = projects.map(([id]) => id);
  const cost = projects.map((project) => BigInt(project[1]));
  const weight = ballots.map(([voters]) => BigInt(voters));
  const voters = weight.reduce((sum, each) => sum + each, 0n);
  const support: [ballot: number, points: bigint][][] = ids.map(() => []);
  for (const [g, [, list, points]] of ballots.entries()) {
    for (const [place, c] of list.entries()) {
      const ranked = kind === "ordinal" && rankPoints(p.scoring, ids.length, list.length, place);
      const own = ranked === false ? BigInt(points?.[place] ?? 10_000) : ranked;
      if (own > 0n) support[c]?.push([g, own]);
    }
  }
  const votes = support.map((entries) => entries.reduce((sum, [g]) => sum + (weight[g] ?? 0n), 0n));
  const score = support.map((entries) => entries.reduce((sum, [g, points]) => sum + (weight[g] ?? 0n) * points, 0n));
  const [share = 0n, per = 1n] = (p.eligibility ?? "0").split("/").map(BigInt);
  const running = [...ids.keys()].filter((c) => {
    const [v, price] = [votes[c] ?? 0n, cost[c] ?? 0n];
    return projects[c]?.[2] === 0 && v > 0n && v * budget * per >= share * price * voters;
  });
  const lots = ids.map((id) => (p.tie === "lot" ? sha256(`${p.lotSeed}${id}`) : id));
  const byLot = (a: number, b: number) => less(lots[a] ?? "", lots[b] ?? "") || less(ids[a] ?? "", ids[b] ?? "");
  const byCost = (a: number, b: number) => less(cost[a] ?? 0n, cost[b] ?? 0n) || less(votes[b] ?? 0n, votes[a] ?? 0n);
  const tie = (a: number, b: number) =>
    p.tie === "id" ? byLot(a, b) : byCost(a, b) || (p.tie === "lot" ? byLot(a, b) : a - b);
  return { budget, voters, ids, cost, weight, support, votes, score, running, tie };
}
