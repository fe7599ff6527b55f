import type { Worth } from "./equal-shares.ts";
import { countsCost, countsPoints, type Utility } from "./parameters.ts";
import type { Profile } from "./profile.ts";

/** Splits a utility into the supporter's points and the project's factor. */
export function worthOf(profile: Profile, utility: Utility): Worth {
  return {
    points: countsPoints(utility) ? profile.supportPoints : new Float64Array(profile.supportPoints.length).fill(1),
    factor: profile.costs.map((cost) => (countsCost(utility) && cost > 0n ? cost : 1n)),
  };
}

/** Total utility of a project over all voters: supporters or points, times its cost where the utility says so. */
export function totalUtility(profile: Profile, utility: Utility, c: number): bigint {
  const sum = BigInt((countsPoints(utility) ? profile.score : profile.votes)[c] ?? 0);
  return countsCost(utility) ? sum * (profile.costs[c] ?? 0n) : sum;
}
