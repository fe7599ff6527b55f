import type { Parameters } from "./parameters.ts";
import type { Profile } from "./profile.ts";
import type { TieMet } from "./tie-order.ts";
import { totalUtility } from "./worth.ts";

/** Why a walk passed over a project. */
export type PassedReason = "no-money" | "stopped" | "below-threshold" | "excluded";

/** One project of a greedy walk, in the order walked. */
export interface WalkStep {
  readonly project: number;
  /** Null when funded. */
  readonly passed: PassedReason | null;
  /** Cents left before this project was looked at. */
  readonly moneyBefore: bigint;
}

/** A greedy walk and the projects it held equal. */
export interface Walk {
  readonly steps: readonly WalkStep[];
  readonly ties: readonly TieMet[];
}

/** How two projects compare before ties: negative when the first goes first. */
export type RuleOrder = (a: number, b: number) => number;

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);

/** Most votes, or most points, first. */
export function byVotes(profile: Profile, rankBy: Parameters["rankBy"]): RuleOrder {
  const key = rankBy === "score" ? profile.score : profile.votes;
  return (a, b) => (key[b] ?? 0) - (key[a] ?? 0);
}

/** Most utility per unit of cost first; free projects before all others. */
export function byValue(profile: Profile, parameters: Parameters): RuleOrder {
  const utility = profile.costs.map((_, c) => totalUtility(profile, parameters.utility, c));
  const free = (c: number): boolean => profile.costs[c] === 0n;
  return (a, b) => {
    if (free(a) || free(b)) return Number(free(b)) - Number(free(a));
    return sign((utility[b] ?? 0n) * (profile.costs[a] ?? 0n) - (utility[a] ?? 0n) * (profile.costs[b] ?? 0n));
  };
}

function sortWithTies(
  candidates: readonly number[],
  first: RuleOrder,
  ranks: Int32Array,
): { order: number[]; ties: TieMet[] } {
  const order = [...candidates].sort((a, b) => first(a, b) || (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const ties: TieMet[] = [];
  for (let i = 0; i < order.length; ) {
    let end = i + 1;
    while (end < order.length && first(order[i] as number, order[end] as number) === 0) end++;
    if (end - i > 1) ties.push({ projects: order.slice(i, end), round: i + 1 });
    i = end;
  }
  return { order, ties };
}

/** Limits a walk observes besides the money. */
export interface WalkLimits {
  readonly stopAtFirstMisfit?: boolean;
  /** Project c may be funded at all. */
  readonly reaches?: (c: number) => boolean;
  /** Groups of project indices of which at most one is funded. */
  readonly exclusive?: readonly (readonly number[])[];
}

/**
 * Walks the candidates in the given order and funds what the money allows. Projects without support are no candidates: no walk funds them.
 * Source: the practice of most cities; Pabulib's greedy, greedy-no-skip, greedy-threshold and greedy-exclusive.
 */
export function walk(
  profile: Profile,
  candidates: readonly number[],
  first: RuleOrder,
  ranks: Int32Array,
  money: bigint,
  limits: WalkLimits = {},
): Walk {
  const { order, ties } = sortWithTies(candidates, first, ranks);
  const excluded = new Set<number>();
  let left = money;
  let stopped = false;
  const steps = order.map((project): WalkStep => {
    const cost = profile.costs[project] ?? 0n;
    const moneyBefore = left;
    const passed = ((): PassedReason | null => {
      if (limits.reaches && !limits.reaches(project)) return "below-threshold";
      if (stopped) return "stopped";
      if (excluded.has(project)) return "excluded";
      return cost > left ? "no-money" : null;
    })();
    if (passed === "no-money" && limits.stopAtFirstMisfit) stopped = true;
    if (passed === null) {
      left -= cost;
      for (const group of limits.exclusive ?? [])
        if (group.includes(project)) for (const other of group) excluded.add(other);
    }
    return { project, passed, moneyBefore };
  });
  return { steps, ties };
}
