import type { EqualShares, EqualSharesRun } from "./equal-shares.ts";
import type { Parameters } from "./parameters.ts";
import type { Profile } from "./profile.ts";
import { type Rational, reduce } from "./rational.ts";

/** Why the search for an endowment ended. */
export type SearchStop = "overspend" | "exhaustive" | "all-supported-fit";

/** How Add1 came to its endowment. */
export interface EndowmentSearch {
  readonly steps: number;
  readonly stop: SearchStop;
}

/** First endowment of a voter, in cents: the budget divided by all voters, exactly or down to a whole currency unit. */
export function firstEndowment(profile: Profile, start: Parameters["start"]): Rational {
  const budget = profile.election.budget;
  const voters = BigInt(Math.max(profile.voters, 1));
  if (start === "integral") return { num: (budget / (voters * 100n)) * 100n, den: 1n };
  return reduce({ num: budget, den: voters });
}

/** Supported projects in the running together cost no more than the budget, so that nothing needs to be chosen. */
export function allSupportedFit(profile: Profile): boolean {
  const total = profile.costs.reduce((sum, cost, c) => (profile.struck[c] === null ? sum + cost : sum), 0n);
  return total <= profile.election.budget;
}

/** No supported project fits beside the winners. */
export function isExhaustive(profile: Profile, winners: readonly number[], totalCost: bigint): boolean {
  const funded = new Set(winners);
  const left = profile.election.budget - totalCost;
  return !profile.costs.some((cost, c) => profile.struck[c] === null && !funded.has(c) && cost <= left);
}

/** The endowment after a number of steps, in cents. */
export function endowmentAt(start: Rational, stepCents: number, steps: number): Rational {
  return { num: start.num + BigInt(stepCents) * BigInt(steps) * start.den, den: start.den };
}

/** What Add1 ends with. */
export interface Raised {
  readonly run: EqualSharesRun;
  readonly endowment: Rational;
  readonly search: EndowmentSearch;
  /** The runs by step, the overspending one included and without rates, for a search under another order of ties. */
  readonly trace: ReadonlyMap<number, EqualSharesRun>;
}

/** Runs of the same search under an order of ties that differs only among `tied`. */
export interface KnownRuns {
  readonly trace: ReadonlyMap<number, EqualSharesRun>;
  readonly tied: readonly number[];
}

/** A run under another order of `tied` is the same run when no tie it met holds two of them: nothing else ever looks at that order. */
function isUnmoved(run: EqualSharesRun, tied: readonly number[]): boolean {
  return run.ties.every(({ projects }) => projects.filter((c) => tied.includes(c)).length < 2);
}

/**
 * Steps that can be added while still nothing is bought. Before the first purchase every voter has the whole endowment e, so project c
 * can be paid for exactly when votes(c) x e >= cost(c): as long as e stays below every cost(c) / votes(c), the outcome stays empty.
 */
function stepsWithoutPurchase(profile: Profile, parameters: Parameters, start: Rational, steps: number): number {
  const step = BigInt(parameters.stepCents) * start.den;
  let last: bigint | null = null;
  profile.costs.forEach((cost, c) => {
    const votes = BigInt(profile.votes[c] ?? 0);
    if (profile.struck[c] !== null) return;
    // The last k with votes x (start + k x step) < cost.
    const k = (cost * start.den - votes * start.num - 1n) / (votes * step);
    if (last === null || k < last) last = k;
  });
  return Math.max(0, Number(last ?? 0n) - steps);
}

/**
 * Add1: runs Equal Shares with ever higher endowments and keeps the last outcome before the first one that overspends.
 * It ends: when the supported projects do not all fit, an endowment of their total cost lets every supporter pay for everything alone,
 * and that overspends. Outcomes are not monotone in the endowment, so every step is taken from the first purchase on.
 * Source: equalshares.net, "Add1"; Wieliczka 2023 (no early stop).
 */
export function raiseEndowment(
  profile: Profile,
  shares: EqualShares,
  parameters: Parameters,
  known: KnownRuns | null,
): Raised {
  const budget = profile.election.budget;
  const start = firstEndowment(profile, parameters.start);
  const trace = new Map<number, EqualSharesRun>();
  const runAt = (step: number): EqualSharesRun => {
    const before = known?.trace.get(step);
    const run =
      before !== undefined && isUnmoved(before, known?.tied ?? [])
        ? before
        : shares.run(endowmentAt(start, parameters.stepCents, step), step === 0 ? undefined : budget);
    trace.set(step, { ...run, rates: [] });
    return run;
  };
  let run = runAt(0);
  for (let steps = 0; ; steps++) {
    if (run.winners.length === 0) steps += stepsWithoutPurchase(profile, parameters, start, steps);
    const endowment = endowmentAt(start, parameters.stepCents, steps);
    if (parameters.stopWhenExhaustive && isExhaustive(profile, run.winners, run.totalCost)) {
      return { run, endowment, search: { steps, stop: "exhaustive" }, trace };
    }
    const next = runAt(steps + 1);
    if (next.totalCost > budget) return { run, endowment, search: { steps, stop: "overspend" }, trace };
    run = next;
  }
}
