import type { Parameters } from "./parameters.ts";
import { candidates, type Profile } from "./profile.ts";
import { totalUtility } from "./worth.ts";

interface Item {
  readonly project: number;
  readonly cost: bigint;
  readonly value: bigint;
}

interface State {
  readonly cost: bigint;
  readonly value: bigint;
  readonly last: number;
  readonly before: State | null;
}

/** Most value the remaining items could still add when the last one may be cut: Dantzig's bound, rounded up. */
function bound(items: readonly Item[], from: number, room: bigint): bigint {
  let left = room;
  let value = 0n;
  for (let i = from; i < items.length; i++) {
    const item = items[i] as Item;
    if (item.cost > left) return value + (item.value * left) / item.cost + 1n;
    left -= item.cost;
    value += item.value;
  }
  return value;
}

function fill(items: readonly Item[], from: number, state: State, budget: bigint): bigint {
  let left = budget - state.cost;
  let value = state.value;
  for (let i = from; i < items.length; i++) {
    const item = items[i] as Item;
    if (item.cost > left) continue;
    left -= item.cost;
    value += item.value;
  }
  return value;
}

function extend(states: readonly State[], item: Item, index: number, budget: bigint): State[] {
  const merged: State[] = [];
  const keep = (state: State) => {
    const top = merged.at(-1);
    if (top === undefined || state.value > top.value) merged.push(state);
  };
  let i = 0;
  for (const state of states) {
    const cost = state.cost + item.cost;
    if (cost > budget) break;
    while (i < states.length && (states[i] as State).cost <= cost) keep(states[i++] as State);
    keep({ cost, value: state.value + item.value, last: index, before: state });
  }
  while (i < states.length) keep(states[i++] as State);
  return merged;
}

/** The best set when, among sets of equal utility, the highest sum of `bonus` (below 2 to the number of projects) is preferred. */
function bestSet(profile: Profile, parameters: Parameters, bonus: (c: number) => bigint): number[] {
  const m = BigInt(profile.costs.length);
  const budget = profile.election.budget;
  const paid = candidates(profile).filter((c) => (profile.costs[c] ?? 0n) > 0n && (profile.costs[c] ?? 0n) <= budget);
  const items = paid.map((project): Item => {
    const value = (totalUtility(profile, parameters.utility, project) << m) + bonus(project);
    return { project, cost: profile.costs[project] ?? 0n, value };
  });
  items.sort((a, b) => (b.value * a.cost > a.value * b.cost ? 1 : b.value * a.cost < a.value * b.cost ? -1 : 0));
  let states: State[] = [{ cost: 0n, value: 0n, last: -1, before: null }];
  let best = 0n;
  items.forEach((item, i) => {
    states = extend(states, item, i, budget);
    for (const state of states) {
      const reached = fill(items, i + 1, state, budget);
      if (reached > best) best = reached;
    }
    states = states.filter((state) => state.value + bound(items, i + 1, budget - state.cost) >= best);
  });
  const chosen: number[] = [];
  for (let state: State | null = states.at(-1) ?? null; state?.before; state = state.before) {
    chosen.push((items[state.last] as Item).project);
  }
  return chosen;
}

/**
 * The set of projects with the highest total utility that the budget can pay, found by dominance lists with bounds (Nemhauser, Ullmann
 * 1969); free projects with support are always in it. Of several best sets the one is taken that holds the first project of the tie order in which they differ: every project
 * carries a bit for its place in that order, below the smallest whole unit of utility, which makes the best set unique. Whether there
 * was another best set shows by preferring, among equals, as many projects outside the first as possible: `tied` are the projects in
 * which the two differ, empty when there is no other.
 */
export function knapsack(
  profile: Profile,
  parameters: Parameters,
  ranks: Int32Array,
): { winners: number[]; tied: number[] } {
  const rank = (c: number): number => ranks[c] ?? 0;
  const last = profile.costs.length - 1;
  const winners = bestSet(profile, parameters, (c) => 1n << BigInt(last - rank(c)));
  const first = new Set(winners);
  const other = new Set(bestSet(profile, parameters, (c) => (first.has(c) ? 0n : 1n)));
  const tied = candidates(profile).filter((c) => first.has(c) !== other.has(c));
  const byRank = (a: number, b: number) => rank(a) - rank(b);
  const free = candidates(profile).filter((c) => profile.costs[c] === 0n);
  return { winners: [...free, ...winners].sort(byRank), tied: tied.sort(byRank) };
}
