import type { SearchStop } from "./endowment.ts";
import type { PassedReason } from "./greedy.ts";
import type { Parameters } from "./parameters.ts";
import type { StruckReason } from "./profile.ts";
import type { TieDecision } from "./tie-order.ts";

/** Which part of a rule funded a project. */
export type Phase = "greedy" | "knapsack" | "equal-shares" | "phragmen" | "completion" | "all-supported-fit";

/** One funded project. */
export interface Round {
  readonly project: string;
  readonly phase: Phase;
  /** Equal Shares: currency units per point of a supporter (per supporter where all count the same), "num/den". Phragmen: load, likewise. */
  readonly rate: string | null;
}

/** Projects the rule held equal. */
export interface Tie {
  /** Project ids in the order they were put. */
  readonly projects: readonly string[];
  /** Round in which they were first met, from 1. */
  readonly round: number;
  readonly decidedBy: TieDecision;
  /** Whether the winners are others when these projects are put in reverse. */
  readonly mattered: boolean;
}

/** The comparison of Equal Shares (or another rule) with greedy by votes. */
export interface Comparison {
  /** Voters who prefer the rule's own winners; who prefer greedy's. */
  readonly preferRule: number;
  readonly preferGreedy: number;
  readonly kept: "rule" | "greedy";
  readonly ruleWinners: readonly string[];
  readonly ruleRounds: readonly Round[];
  readonly greedyWinners: readonly string[];
}

/** What a count gives. Money in integer cents, fractions as "num/den" in currency units. */
export interface Outcome {
  readonly parameters: Parameters;
  /** Ids in order of selection. */
  readonly winners: readonly string[];
  readonly totalCost: bigint;
  /** What every voter started with; null where the rule has no endowment or everything fits. */
  readonly endowment: string | null;
  readonly search: { readonly start: string; readonly steps: number; readonly stop: SearchStop } | null;
  /** Parallel to `winners`. */
  readonly rounds: readonly Round[];
  /** Greedy walks only: what was passed over and why, in the order walked. */
  readonly passed: readonly { readonly project: string; readonly reason: PassedReason; readonly moneyBefore: bigint }[];
  /** Projects that were never in the running. */
  readonly struck: readonly { readonly project: string; readonly reason: StruckReason }[];
  readonly comparison: Comparison | null;
  readonly ties: readonly Tie[];
}
