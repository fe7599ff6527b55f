import type { Worth } from "./equal-shares.ts";
import type { Profile } from "./profile.ts";
import { gcd, type Rational } from "./rational.ts";

/** The state between two rounds of Equal Shares, replayed from its rates. */
export interface Moment {
  /** Money of each group's voters in cents, as a numerator over `den`. */
  readonly money: readonly bigint[];
  readonly den: bigint;
}

/** A finished run: what was bought, at which rate, from which endowment. */
export interface Bought {
  readonly endowment: Rational;
  readonly winners: readonly number[];
  /** Cents per point (of the profile's unit). */
  readonly rates: readonly Rational[];
}

/** Replays a run and shows each moment before its round, and the last one after all of them. */
export function replay(
  profile: Profile,
  worth: Worth,
  run: Bought,
  visit: (moment: Moment, round: number) => void,
): void {
  let den = run.endowment.den;
  for (const rate of run.rates) den = (den / gcd(den, rate.den)) * rate.den;
  const money = Array.from(profile.weight, () => (run.endowment.num * den) / run.endowment.den);
  run.winners.forEach((c, round) => {
    visit({ money, den }, round);
    const rate = run.rates[round] ?? { num: 0n, den: 1n };
    const scaled = (rate.num * den) / rate.den;
    for (let s = profile.supportStart[c] ?? 0; s < (profile.supportStart[c + 1] ?? 0); s++) {
      const g = profile.supportGroup[s] ?? 0;
      const has = money[g] ?? 0n;
      const asked = scaled * BigInt(worth.points[s] ?? 0);
      money[g] = has < asked ? 0n : has - asked;
    }
  });
  visit({ money, den }, run.winners.length);
}
