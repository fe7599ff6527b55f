import type { Worth } from "./equal-shares.ts";
import type { Utility } from "./parameters.ts";
import type { Profile } from "./profile.ts";

/** Splits a utility into the supporter's points and the project's factor. */
export function worthOf(profile: Profile, utility: Utility): Worth {
  const pointed = utility === "points" || utility === "points-cost" || utility === "borda";
  const byCost = utility === "cost" || utility === "points-cost";
  return {
    points: pointed ? profile.supportPoints : new Float64Array(profile.supportPoints.length).fill(1),
    factor: profile.costs.map((cost) => (byCost && cost > 0n ? cost : 1n)),
  };
}

/** Total utility of a project over all voters: supporters or points, times its cost where the utility says so. */
export function totalUtility(profile: Profile, utility: Utility, c: number): bigint {
  const pointed = utility === "points" || utility === "points-cost" || utility === "borda";
  const sum = BigInt((pointed ? profile.score : profile.votes)[c] ?? 0);
  return utility === "cost" || utility === "points-cost" ? sum * (profile.costs[c] ?? 0n) : sum;
}
