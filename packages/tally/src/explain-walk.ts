import type { Counted } from "./counted.ts";
import type { PassedReason } from "./greedy.ts";
import { countsCost, countsPoints } from "./parameters.ts";
import { tieRanks } from "./tie-order.ts";
import { totalUtility } from "./worth.ts";

/** How far a project was from winning; null where nothing simple shows it. */
export interface Distance {
  /** Cents. */
  readonly winsAtCost: number | null;
  /** Supporters of nothing else; points instead where a walk ranks by points. */
  readonly extraSupporters: number | null;
}

/** Best place for a project: per place, the money before it and the project that stood there. */
function places({ profile, outcome, index }: Counted): { rival: number; money: bigint }[] {
  let money = profile.election.budget;
  const found = outcome.rounds.map(({ project }) => {
    const rival = index.get(project) ?? 0;
    const place = { rival, money };
    money -= profile.costs[rival] ?? 0n;
    return place;
  });
  const misfit = outcome.passed.find(({ reason }) => reason === "no-money");
  if (outcome.parameters.rule !== "greedy-no-skip" || misfit === undefined) return found;
  return [...found, { rival: index.get(misfit.project) ?? 0, money: misfit.moneyBefore }];
}

/**
 * Distance of a project a greedy walk passed over. By votes: the votes of the last funded project before which it would have fitted.
 * By value: the same for utility per cost.
 */
export function walkDistance(counted: Counted, c: number, reason: PassedReason, moneyBefore: bigint): Distance {
  const { profile, outcome } = counted;
  const { parameters } = outcome;
  const byValue = parameters.rule === "greedy-value" && outcome.comparison?.kept !== "greedy";
  const scored = byValue ? countsPoints(parameters.utility) : parameters.rankBy === "score";
  const key = scored ? profile.score : profile.votes;
  const unit = scored ? Number(profile.pointUnit) / 10_000 : 1;
  if (reason === "excluded") return { winsAtCost: null, extraSupporters: null };
  if (reason === "below-threshold") {
    return { winsAtCost: null, extraSupporters: parameters.minimumScore - (key[c] ?? 0) * unit };
  }
  const cost = profile.costs[c] ?? 0n;
  const ranks = tieRanks(profile, parameters);
  const utility = (project: number) =>
    byValue ? totalUtility(profile, parameters.utility, project) : BigInt(key[project] ?? 0);
  const price = (project: number) => (byValue ? Number(profile.costs[project] ?? 0n) : 1);
  const each = byValue && countsCost(parameters.utility) ? Number(cost) : 1;
  let extraSupporters: number | null = null;
  let winsAtCost = Number(moneyBefore);
  for (const { rival, money } of places(counted)) {
    if (byValue && each === 1 && price(rival) > 0) {
      const level = Math.ceil((Number(utility(c)) * price(rival)) / Number(utility(rival))) - 1;
      winsAtCost = Math.max(winsAtCost, Math.min(Number(money), level));
    }
    if (money < cost || price(rival) === 0) continue;
    const level = ((Number(utility(rival)) / price(rival)) * price(c) - Number(utility(c))) / each;
    const ahead = (ranks[c] ?? 0) < (ranks[rival] ?? 0);
    extraSupporters = Math.max(0, ahead ? Math.ceil(level - 1e-9) : Math.floor(level + 1e-9) + 1) * unit;
  }
  return { winsAtCost: reason === "stopped" ? null : winsAtCost, extraSupporters };
}

/** Distance of a project Phragmen did not buy: what its supporters had earned, and not spent, at the moment of each purchase. */
export function phragmenDistance(counted: Counted, c: number): Distance {
  const { profile, outcome, index } = counted;
  const { supportStart, supportGroup, weight } = profile;
  const of = (project: number) => supportGroup.subarray(supportStart[project], supportStart[project + 1]);
  const cost = Number(profile.costs[c] ?? 0n);
  const loads = new Float64Array(weight.length);
  let money = Number(profile.election.budget);
  let winsAtCost = 0;
  let extraSupporters: number | null = null;
  for (const { project, rate, phase } of outcome.rounds) {
    if (phase !== "phragmen") break;
    const [num = "0", den = "1"] = (rate ?? "0").split("/");
    const load = (Number(num) / Number(den)) * 100;
    let earned = 0;
    for (const g of of(c)) earned += (weight[g] ?? 0) * (load - (loads[g] ?? 0));
    winsAtCost = Math.max(winsAtCost, Math.min(Math.floor(earned + 1e-6), money));
    if (cost <= money && load > 0) {
      extraSupporters = Math.min(extraSupporters ?? Number.POSITIVE_INFINITY, Math.ceil((cost - earned) / load - 1e-9));
    }
    const winner = index.get(project) ?? 0;
    for (const g of of(winner)) loads[g] = load;
    money -= Number(profile.costs[winner] ?? 0n);
  }
  return { winsAtCost, extraSupporters };
}
