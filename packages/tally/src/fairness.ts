import type { Election } from "./election.ts";
import { completeParameters, type Parameters } from "./parameters.ts";
import { type Profile, prepare } from "./profile.ts";

/** An unfunded project whose supporters together deserved more than they got. */
export interface Shortfall {
  readonly project: string;
  /** The supporters who are worse off than their share of the budget allows. */
  readonly voters: number;
  /** Cents that the best off of them lacks. */
  readonly missing: number;
}

/** How evenly an outcome serves the voters. Money in cents; all shares are of all voters, those with empty ballots included. */
export interface Fairness {
  readonly voters: number;
  /** Voters without any winner they support. */
  readonly excluded: number;
  readonly exclusionRatio: number;
  /** Mean number, and mean total cost in cents, of the winners a voter supports. */
  readonly meanWinners: number;
  readonly meanCost: number;
  /** Voters who support 0, 1, 2, ... winners. */
  readonly winnersPerVoter: readonly number[];
  /** Mean distance in cents between a voter's share (cost / supporters of each winner they support) and their fair share. */
  readonly shareDistance: number;
  /** Mean of share / fair share, each at most 1; voters without a fair share do not count. */
  readonly shareRatio: number;
  /** Mean distance of a voter's share from budget / voters, relative to it. */
  readonly powerInequality: number;
  /** Violations of EJR+ in cost: as such, and up to one project. */
  readonly ejrPlus: readonly Shortfall[];
  readonly ejrPlusUpToOne: readonly Shortfall[];
}

/**
 * Whether supporters of an unfunded project c got less than they deserve: some k of its supporters each have winners for less than
 * k / n x budget, which is at least cost(c) (strict version), or for less than k / n x budget - cost(c) (up to one).
 * Source: Brill and Peters 2023, EJR+, for cost utilities. O(supporters x log supporters).
 */
function shortfall(profile: Profile, costs: Float64Array, c: number, upToOne: boolean): Shortfall | null {
  const { supportStart, supportGroup, weight, election } = profile;
  const groups = Array.from(supportGroup.subarray(supportStart[c], supportStart[c + 1]));
  groups.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0));
  const n = BigInt(profile.voters);
  const cost = profile.costs[c] ?? 0n;
  let k = 0;
  let worst: Shortfall | null = null;
  for (const g of groups) {
    k += weight[g] ?? 0;
    const deserved = BigInt(k) * election.budget;
    if (!upToOne && deserved < cost * n) continue;
    const got = BigInt(costs[g] ?? 0) + (upToOne ? cost : 0n);
    const missing = Number(deserved - got * n) / profile.voters;
    if (deserved > got * n && (worst === null || missing > worst.missing)) {
      worst = { project: election.projects[c]?.id ?? "", voters: k, missing };
    }
  }
  return worst;
}

interface GroupShares {
  readonly winners: Float64Array;
  readonly cost: Float64Array;
  readonly share: Float64Array;
  readonly possible: Float64Array;
}

function sharesOf(profile: Profile, funded: ReadonlySet<number>): GroupShares {
  const groups = profile.weight.length;
  const of: GroupShares = {
    winners: new Float64Array(groups),
    cost: new Float64Array(groups),
    share: new Float64Array(groups),
    possible: new Float64Array(groups),
  };
  const add = (array: Float64Array, g: number, value: number) => {
    array[g] = (array[g] ?? 0) + value;
  };
  for (let c = 0; c < profile.costs.length; c++) {
    const cost = Number(profile.costs[c] ?? 0n);
    const each = cost / (profile.votes[c] ?? 1);
    for (const g of profile.supportGroup.subarray(profile.supportStart[c], profile.supportStart[c + 1])) {
      add(of.possible, g, each);
      if (!funded.has(c)) continue;
      add(of.winners, g, 1);
      add(of.cost, g, cost);
      add(of.share, g, each);
    }
  }
  return of;
}

/**
 * Statistics of a set of winners (ids), whatever rule chose them. A ballot supports what it lists with more than 0 points.
 * Sources: exclusion ratio and share, pabutools' documentation; power inequality, Maly et al. 2023; EJR+, Brill and Peters 2023.
 */
export function fairness(election: Election, winners: readonly string[], given: Partial<Parameters> = {}): Fairness {
  const profile = prepare(election, completeParameters(election.kind, given));
  const ids = new Set(winners);
  const funded = new Set(election.projects.map((_, c) => c).filter((c) => ids.has(election.projects[c]?.id ?? "")));
  const of = sharesOf(profile, funded);
  const n = Math.max(profile.voters, 1);
  const equal = Number(election.budget) / n;
  const perVoter: number[] = [profile.voters];
  const sum = { winners: 0, cost: 0, distance: 0, ratio: 0, power: 0 };
  let entitled = 0;
  let voting = 0;
  profile.weight.forEach((weight, g) => {
    const won = of.winners[g] ?? 0;
    const share = of.share[g] ?? 0;
    const fair = Math.min(equal, of.possible[g] ?? 0);
    perVoter[0] = (perVoter[0] ?? 0) - weight;
    perVoter[won] = (perVoter[won] ?? 0) + weight;
    voting += weight;
    sum.winners += weight * won;
    sum.cost += weight * (of.cost[g] ?? 0);
    sum.distance += weight * Math.abs(share - fair);
    sum.power += weight * Math.abs(share - equal);
    if (fair > 0) {
      entitled += weight;
      sum.ratio += weight * Math.min(1, share / fair);
    }
  });
  sum.power += (profile.voters - voting) * equal;
  const losers = election.projects
    .map((_, c) => c)
    .filter((c) => !funded.has(c) && (profile.votes[c] ?? 0) > 0 && !election.projects[c]?.withdrawn);
  const excluded = perVoter[0] ?? 0;
  const violations = (upToOne: boolean) => losers.flatMap((c) => shortfall(profile, of.cost, c, upToOne) ?? []);
  return {
    voters: profile.voters,
    excluded,
    exclusionRatio: excluded / n,
    meanWinners: sum.winners / n,
    meanCost: sum.cost / n,
    winnersPerVoter: Array.from(perVoter, (voters) => voters ?? 0),
    shareDistance: sum.distance / n,
    shareRatio: entitled === 0 ? 1 : sum.ratio / entitled,
    powerInequality: equal === 0 ? 0 : sum.power / n / equal,
    ejrPlus: violations(false),
    ejrPlusUpToOne: violations(true),
  };
}
