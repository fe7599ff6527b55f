import { Ledger } from "./equal-shares-money.ts";
import { candidates, type Profile } from "./profile.ts";
import type { Rational } from "./rational.ts";
import type { TieMet } from "./tie-order.ts";

/** A run of sequential Phragmen. */
export interface PhragmenRun {
  readonly winners: readonly number[];
  /** Per winner: the load of its supporters after it, in cents; the moment at which their income bought it. */
  readonly loads: readonly Rational[];
  /** Projects that came first but no longer fitted, with the number of winners before them. */
  readonly misfits: readonly { readonly project: number; readonly after: number }[];
  readonly ties: readonly TieMet[];
}

interface Candidate {
  readonly project: number;
  /** Load after buying it: num / (supporters x the common denominator). */
  readonly num: bigint;
  readonly supporters: bigint;
}

/**
 * Sequential Phragmen (Los, Christoff, Grossi 2022): everybody earns at equal speed, a project is bought as soon as its supporters hold
 * its cost. Projects dearer than the budget are left out first. `stop` "first" ends when any project of lowest load breaks the budget;
 * "skip" passes over it and goes on.
 */
export function phragmen(profile: Profile, ranks: Int32Array, stop: "first" | "skip"): PhragmenRun {
  const { costs, supportStart, supportGroup, weight, votes } = profile;
  const budget = profile.election.budget;
  let left = candidates(profile).filter((c) => (costs[c] ?? 0n) <= budget);
  const lastRound = new Int32Array(weight.length).fill(-1);
  // Loads live in the same ledger as Equal Shares' rates: the combination of rounds is what its supporters carry.
  const ledger = new Ledger({ num: 0n, den: 1n });
  const counts = new Float64Array(costs.length);
  const winners: number[] = [];
  const loads: Rational[] = [];
  const misfits: { project: number; after: number }[] = [];
  const ties: TieMet[] = [];
  let money = budget;
  const rank = (c: number): number => ranks[c] ?? 0;
  const candidate = (project: number): Candidate => {
    counts.fill(0);
    for (let s = supportStart[project] ?? 0; s < (supportStart[project + 1] ?? 0); s++) {
      const g = supportGroup[s] ?? 0;
      const round = lastRound[g] ?? -1;
      if (round >= 0) counts[round] = (counts[round] ?? 0) + (weight[g] ?? 0);
    }
    const num = (costs[project] ?? 0n) * ledger.den - ledger.combine(0, counts);
    return { project, num, supporters: BigInt(votes[project] ?? 0) };
  };
  const difference = (a: Candidate, b: Candidate): bigint => a.num * b.supporters - b.num * a.supporters;
  while (left.length > 0) {
    let first: Candidate[] = [];
    for (const next of left.map(candidate)) {
      const ahead = first[0] === undefined ? -1n : difference(next, first[0]);
      if (ahead < 0n) first = [next];
      else if (ahead === 0n) first.push(next);
    }
    first.sort((a, b) => rank(a.project) - rank(b.project));
    if (first.length > 1) ties.push({ projects: first.map(({ project }) => project), round: winners.length + 1 });
    const over = first.filter(({ project }) => (costs[project] ?? 0n) > money).map(({ project }) => project);
    misfits.push(...over.map((project) => ({ project, after: winners.length })));
    if (over.length > 0 && stop === "first") break;
    left = left.filter((c) => !over.includes(c));
    const bought = first.find(({ project }) => !over.includes(project));
    if (bought === undefined) continue;
    loads.push({ num: bought.num, den: bought.supporters * ledger.den });
    for (let s = supportStart[bought.project] ?? 0; s < (supportStart[bought.project + 1] ?? 0); s++) {
      lastRound[supportGroup[s] ?? 0] = winners.length;
    }
    ledger.add(bought.num, bought.supporters);
    winners.push(bought.project);
    money -= costs[bought.project] ?? 0n;
    left = left.filter((c) => c !== bought.project);
  }
  return { winners, loads, misfits, ties };
}
