import type { Election } from "./election.ts";
import type { Worth } from "./equal-shares.ts";
import type { Outcome } from "./outcome.ts";
import { type Profile, prepare } from "./profile.ts";
import { parse, type Rational } from "./rational.ts";
import type { Bought } from "./replay.ts";
import { worthOf } from "./worth.ts";

/** An outcome together with what it was counted from. */
export interface Counted {
  readonly profile: Profile;
  readonly outcome: Outcome;
  readonly worth: Worth;
  /** Project index by id. */
  readonly index: ReadonlyMap<string, number>;
  /** The run of Equal Shares behind the outcome; null where there was none. */
  readonly bought: Bought | null;
}

/** Prepares an election once more to look into its outcome. */
export function counted(election: Election, outcome: Outcome): Counted {
  const { parameters } = outcome;
  const profile = prepare(election, parameters);
  const worth = worthOf(profile, parameters.utility);
  const index = new Map(election.projects.map((project, c) => [project.id, c]));
  const rounds = outcome.rounds.filter(({ phase }) => phase === "equal-shares");
  const shared =
    parameters.rule === "equal-shares" && outcome.endowment !== null && outcome.comparison?.kept !== "greedy";
  if (!shared) return { profile, outcome, worth, index, bought: null };
  const unit = worth.points === profile.supportPoints ? profile.pointUnit : 10_000n;
  const endowment = parse(outcome.endowment ?? "0");
  const rates = rounds.map(({ rate }): Rational => {
    const { num, den } = parse(rate ?? "0");
    return { num: num * 100n * unit, den: den * 10_000n };
  });
  const winners = rounds.map(({ project }) => index.get(project) ?? 0);
  return {
    profile,
    outcome,
    worth,
    index,
    bought: { endowment: { num: endowment.num * 100n, den: endowment.den }, winners, rates },
  };
}

/** What the supporters of c would pay together at a rate, and the rate at which they pay its cost (null when they cannot). In doubles. */
export function supportOf(
  { profile, worth }: Counted,
  money: Float64Array,
  c: number,
): { paidAt: (rate: number) => number; rate: () => number | null } {
  const start = profile.supportStart[c] ?? 0;
  const end = profile.supportStart[c + 1] ?? 0;
  const collect = (rate: number): [poor: number, units: number] => {
    let poor = 0;
    let units = 0;
    for (let s = start; s < end; s++) {
      const g = profile.supportGroup[s] as number;
      const has = money[g] as number;
      const share = worth.points[s] as number;
      if (has < rate * share) poor += (profile.weight[g] as number) * has;
      else units += (profile.weight[g] as number) * share;
    }
    return [poor, units];
  };
  return {
    paidAt: (rate) => {
      const [poor, units] = collect(rate);
      return units === 0 ? poor : poor + rate * units;
    },
    rate: () => {
      const cost = Number(profile.costs[c] ?? 0n);
      let rate = 0;
      for (let i = 0; i < 100; i++) {
        const [poor, units] = collect(rate);
        if (units === 0) return poor >= cost * (1 - 1e-12) ? rate : null;
        const next = (cost - poor) / units;
        if (next <= rate * (1 + 1e-13)) return rate;
        rate = next;
      }
      return rate;
    },
  };
}
