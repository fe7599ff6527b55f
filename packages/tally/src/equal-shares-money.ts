import { type Rational, toNumber } from "./rational.ts";

/**
 * The money of every voter during a run of Equal Shares, exactly, without a fraction per voter.
 *
 * A voter who is not yet out of money has paid in full for every winner they support, so their money is
 * e - sum over those winners j of points(j) x rate(j). The money of any set of such voters is therefore a whole-number combination of
 * the endowment e and the rates so far, and costs one multiplication per round whatever the number of voters.
 * All rates share one growing denominator: `den` after round k is `den` after round k - 1 times `growth[k]`.
 */
export class Ledger {
  /** Common denominator of everything so far. */
  den: bigint;
  readonly #endowment: bigint;
  readonly #growth: bigint[] = [];
  readonly #rates: bigint[] = [];

  constructor(endowment: Rational) {
    this.#endowment = endowment.num;
    this.den = endowment.den;
  }

  /** Paid rounds so far. */
  get rounds(): number {
    return this.#rates.length;
  }

  /** voters x e - sum of counts[j] x rate(j), as a numerator over `den`. */
  combine(voters: number, counts: Float64Array): bigint {
    let sum = BigInt(voters) * this.#endowment;
    for (let j = 0; j < this.#rates.length; j++) {
      sum *= this.#growth[j] ?? 1n;
      const count = counts[j] ?? 0;
      if (count !== 0) sum -= BigInt(count) * (this.#rates[j] ?? 0n);
    }
    return sum;
  }

  /** Records the next round's rate num / (den x units), in which `units` is the whole number of points that pay in full. */
  add(num: bigint, units: bigint): void {
    let [a, b] = [units, num % units];
    while (b !== 0n) [a, b] = [b, a % b];
    this.#rates.push(num / a);
    this.#growth.push(units / a);
    this.den *= units / a;
  }

  /** The rate of the latest round as a double, to within two units in the last place. */
  latest(): number {
    return toNumber({ num: this.#rates.at(-1) ?? 0n, den: this.den });
  }
}
