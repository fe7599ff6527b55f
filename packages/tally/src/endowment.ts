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

/** What Add1 ends with: the run that counts, its endowment and, unless it stopped early, nothing beyond it is needed. */
export interface Raised {
  readonly run: EqualSharesRun;
  readonly endowment: Rational;
  readonly search: EndowmentSearch;
}

/**
 * Add1: runs Equal Shares with ever higher endowments and keeps the last outcome before the first one that overspends.
 * It ends: when the supported projects do not all fit, an endowment of their total cost lets every supporter pay for everything alone,
 * and that overspends. Outcomes are not monotone in the endowment, so every step is taken unless it is shown to repeat the one before.
 * Source: equalshares.net, "Add1"; Wieliczka 2023 (no early stop).
 */
export function raiseEndowment(
  profile: Profile,
  shares: EqualShares,
  parameters: Parameters,
  onStep?: (run: EqualSharesRun, step: number) => void,
): Raised {
  const budget = profile.election.budget;
  const start = firstEndowment(profile, parameters.start);
  let endowment = start;
  let run = shares.run(start);
  onStep?.(run, 0);
  for (let steps = 0; ; steps++) {
    if (parameters.stopWhenExhaustive && isExhaustive(profile, run.winners, run.totalCost)) {
      return { run, endowment, search: { steps, stop: "exhaustive" } };
    }
    const raised = endowmentAt(start, parameters.stepCents, steps + 1);
    const next = shares.run(raised, budget);
    onStep?.(next, steps + 1);
    if (next.totalCost > budget) return { run, endowment, search: { steps, stop: "overspend" } };
    run = next;
    endowment = raised;
  }
}
