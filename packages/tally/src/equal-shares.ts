import { Ledger } from "./equal-shares-money.ts";
import { candidates, type Profile } from "./profile.ts";
import { type Rational, toNumber } from "./rational.ts";
import type { TieMet } from "./tie-order.ts";

/** One run of the Method of Equal Shares at one endowment. */
export interface EqualSharesRun {
  /** Project indices in order of selection; the free ones first. */
  readonly winners: readonly number[];
  /** Per winner: cents per point (per supporter where every supporter counts the same); 0 for a free project. */
  readonly rates: readonly Rational[];
  /** Cents. With `stopAbove` it may be the first total above it. */
  readonly totalCost: bigint;
  readonly ties: readonly TieMet[];
}

/** How much of its points or cost counts as a supporter's utility. */
export interface Worth {
  /** Points of each support entry: the ballot's, or 1 for everybody. */
  readonly points: Float64Array;
  /** A project's utility to a supporter is its points times this: its cost, or 1. */
  readonly factor: readonly bigint[];
}

interface Price {
  readonly num: bigint;
  readonly units: bigint;
  readonly rate: number;
}

/** One unit in the last place of 1. */
const ULP = 2 ** -52;
/** Supporters whose money is this close (relatively) to what they would pay are compared exactly. */
const NEAR = 1e-10;

/**
 * The Method of Equal Shares (Peters, Pierczynski, Skowron 2021) for additive utilities, exact.
 *
 * Doubles only order candidates: each voter's money in doubles is off by at most `#slack`, and every decision that this bound does not
 * settle is taken on whole numbers (see {@link Ledger}). A project's price per unit of utility never falls while money is spent, so
 * the last known price is a lower bound and only projects near the top are looked at again.
 */
export class EqualShares {
  readonly #profile: Profile;
  readonly #worth: Worth;
  readonly #ranks: Int32Array;
  readonly #costs: Float64Array;
  readonly #factors: Float64Array;
  readonly #unitSum: Float64Array;
  readonly #money: Float64Array;
  readonly #spent: Uint8Array;
  readonly #floor: Float64Array;
  /** Per group, in its places of `ballotStart`: the rounds it paid in full, and with how many points. */
  readonly #paidRounds: Uint16Array;
  readonly #paidPoints: Float64Array;
  readonly #paidCount: Uint16Array;
  readonly #pointed: boolean;
  /** Support entries of the profile, reordered so that supporters with nothing left stand after `#end`. */
  readonly #group: Int32Array;
  readonly #points: Float64Array;
  readonly #end: Int32Array;
  #counts = new Float64Array(0);
  #ledger = new Ledger({ num: 0n, den: 1n });
  #slack = 0;
  #poor = 0;
  #units = 0;

  constructor(profile: Profile, worth: Worth, ranks: Int32Array) {
    const m = profile.costs.length;
    this.#profile = profile;
    this.#worth = worth;
    this.#ranks = ranks;
    this.#costs = Float64Array.from(profile.costs, Number);
    this.#factors = Float64Array.from(worth.factor, Number);
    this.#money = new Float64Array(profile.weight.length);
    this.#spent = new Uint8Array(profile.weight.length);
    this.#floor = new Float64Array(m);
    this.#paidRounds = new Uint16Array(profile.ballotProject.length);
    this.#pointed = worth.points === profile.supportPoints;
    this.#paidPoints = new Float64Array(this.#pointed ? profile.ballotProject.length : 0);
    this.#paidCount = new Uint16Array(profile.weight.length);
    this.#group = profile.supportGroup.slice();
    // Where all are 1 their order does not matter.
    this.#points = this.#pointed ? worth.points.slice() : worth.points;
    this.#end = new Int32Array(m);
    this.#unitSum = this.#pointed ? profile.score : profile.votes;
  }

  /** Runs at one endowment (cents per voter). `stopAbove`: give up as soon as the winners cost more than this. */
  run(endowment: Rational, stopAbove?: bigint): EqualSharesRun {
    const { costs } = this.#profile;
    const e = toNumber(endowment);
    this.#ledger = new Ledger(endowment);
    this.#counts = new Float64Array(costs.length);
    this.#money.fill(e);
    this.#spent.fill(0);
    this.#paidCount.fill(0);
    this.#end.set(this.#profile.supportStart.subarray(1));
    const open = candidates(this.#profile);
    const winners = open.filter((c) => costs[c] === 0n).sort((a, b) => (this.#ranks[a] ?? 0) - (this.#ranks[b] ?? 0));
    const rates: Rational[] = winners.map(() => ({ num: 0n, den: 1n }));
    let left = open.filter((c) => costs[c] !== 0n);
    for (const c of left)
      this.#floor[c] = ((this.#costs[c] ?? 0) / (this.#unitSum[c] ?? 1) / (this.#factors[c] ?? 1)) * (1 - 4 * ULP);
    const ties: TieMet[] = [];
    let totalCost = 0n;
    while (left.length > 0 && (stopAbove === undefined || totalCost <= stopAbove)) {
      this.#slack = (this.#ledger.rounds + 1) * 4 * ULP * e;
      const dropped = new Set<number>();
      const best = this.#cheapest(left, dropped);
      if (best.tied.length > 1) ties.push({ projects: best.tied, round: winners.length + 1 });
      const winner = best.tied[0];
      if (winner === undefined) break;
      this.#buy(winner, best.price);
      rates.push({ num: best.price.num, den: best.price.units * best.den });
      winners.push(winner);
      totalCost += costs[winner] ?? 0n;
      left = left.filter((c) => c !== winner && !dropped.has(c));
    }
    return { winners, rates, totalCost, ties };
  }

  /** All projects of lowest price, in tie order; projects found unaffordable are added to `dropped`. */
  #cheapest(left: number[], dropped: Set<number>): { tied: number[]; price: Price; den: bigint } {
    left.sort((a, b) => (this.#floor[a] ?? 0) - (this.#floor[b] ?? 0));
    // The guess is only where the exact comparison starts: any project may take its place below.
    const guess = this.#guess(left, dropped);
    let tied: number[] = [];
    let price: Price = { num: 0n, units: 1n, rate: 0 };
    let rho = Number.POSITIVE_INFINITY;
    for (const c of guess === undefined ? left : [guess, ...left]) {
      if ((c === guess && tied.length > 0) || dropped.has(c)) continue;
      const factor = this.#factors[c] ?? 1;
      if ((this.#floor[c] ?? 0) > rho * (1 + 8 * ULP)) continue;
      if (tied.length > 0 && this.#isDearer(c, rho * factor, dropped)) continue;
      const own = this.#price(c);
      if (own === null) {
        dropped.add(c);
        continue;
      }
      this.#floor[c] = Math.max(this.#floor[c] ?? 0, (own.rate / factor) * (1 - 8 * ULP));
      const first = tied[0];
      const difference = first === undefined ? -1n : this.#difference(c, own, first, price);
      if (difference < 0n) {
        tied = [c];
        price = own;
        rho = own.rate / factor;
      } else if (difference === 0n) {
        tied.push(c);
        tied.sort((a, b) => (this.#ranks[a] ?? 0) - (this.#ranks[b] ?? 0));
        if (tied[0] === c) price = own;
      }
    }
    return { tied, price, den: this.#ledger.den };
  }

  /** The project that seems cheapest in doubles. Raises the lower bounds of those it looks at close to their prices. */
  #guess(left: readonly number[], dropped: Set<number>): number | undefined {
    let guess: number | undefined;
    let rho = Number.POSITIVE_INFINITY;
    for (const c of left) {
      const factor = this.#factors[c] ?? 1;
      if ((this.#floor[c] ?? 0) >= rho) break;
      let rate = (this.#floor[c] ?? 0) * factor;
      for (let i = 0; i < 100 && this.#isDearer(c, rate, dropped); i++) {
        const next = (this.#floor[c] ?? 0) * factor;
        if (dropped.has(c) || next >= rho * factor || !(next > rate * (1 + 4 * ULP))) break;
        rate = next;
      }
      if (!dropped.has(c) && (this.#floor[c] ?? 0) < rho) {
        guess = c;
        rho = this.#floor[c] ?? 0;
      }
    }
    return guess;
  }

  #difference(a: number, priceA: Price, b: number, priceB: Price): bigint {
    const { factor } = this.#worth;
    return priceA.num * priceB.units * (factor[b] ?? 1n) - priceB.num * priceA.units * (factor[a] ?? 1n);
  }

  /** Money of the supporters who have less than `rate` asks of them, and points of the others; returns the error bound of their sum. */
  #collect(c: number, rate: number): number {
    const { supportStart, weight, votes } = this.#profile;
    const group = this.#group;
    const points = this.#points;
    const money = this.#money;
    let poor = 0;
    let units = 0;
    const start = supportStart[c] ?? 0;
    let end = this.#end[c] ?? 0;
    for (let s = start; s < end; s++) {
      const g = group[s] as number;
      const has = money[g] as number;
      const share = points[s] as number;
      if (has >= rate * share) units += (weight[g] as number) * share;
      else if (has > 0) poor += (weight[g] as number) * has;
      else if (this.#spent[g] === 1) {
        end--;
        group[s] = group[end] as number;
        points[s] = points[end] as number;
        group[end] = g;
        points[end] = share;
        s--;
      }
    }
    this.#end[c] = end;
    this.#poor = poor;
    this.#units = units;
    return (votes[c] ?? 0) * this.#slack + (end - start + 16) * ULP * (poor + rate * units);
  }

  /** Whether c surely costs more per unit of utility than `rate` (or is unaffordable); raises its lower bound. */
  #isDearer(c: number, rate: number, dropped: Set<number>): boolean {
    const error = this.#collect(c, rate);
    const cost = this.#costs[c] ?? 0;
    const missing = cost - this.#poor - rate * this.#units - error;
    if (missing <= 0) return false;
    if (this.#units === 0) dropped.add(c);
    else {
      const bound = ((cost - this.#poor - error) / this.#units / (this.#factors[c] ?? 1)) * (1 - 8 * ULP);
      if (bound > (this.#floor[c] ?? 0)) this.#floor[c] = bound;
    }
    return true;
  }

  /** The exact price of c, or null when its supporters cannot pay for it. */
  #price(c: number): Price | null {
    const cost = this.#costs[c] ?? 0;
    let rate = (this.#floor[c] ?? 0) * (this.#factors[c] ?? 1);
    for (let i = 0; i < 100; i++) {
      const error = this.#collect(c, rate);
      if (this.#units === 0) {
        if (this.#poor + error < cost || !this.#affords(c)) return null;
        rate = this.#highest(c);
        break;
      }
      const next = (cost - this.#poor) / this.#units;
      if (!(next > rate * (1 + 4 * ULP))) break;
      rate = next;
    }
    for (let near = NEAR, i = 0; ; i++) {
      const price = this.#settle(c, rate, near);
      if (price === null) {
        if (!this.#affords(c)) return null;
        rate = this.#highest(c);
      } else if (Math.abs(price.rate - rate) <= (rate * near) / 2) return price;
      else rate = price.rate;
      if (i > 5) near = Number.POSITIVE_INFINITY;
    }
  }

  /** Highest rate at which some supporter still pays in full. */
  #highest(c: number): number {
    const { supportStart } = this.#profile;
    const supportGroup = this.#group;
    const points = this.#points;
    let highest = 0;
    for (let s = supportStart[c] ?? 0; s < (this.#end[c] ?? 0); s++) {
      highest = Math.max(highest, (this.#money[supportGroup[s] ?? 0] ?? 0) / (points[s] ?? 1));
    }
    return highest;
  }

  #affords(c: number): boolean {
    const { supportStart } = this.#profile;
    const supportGroup = this.#group;
    this.#counts.fill(0);
    let voters = 0;
    for (let s = supportStart[c] ?? 0; s < (this.#end[c] ?? 0); s++) voters += this.#count(supportGroup[s] ?? 0);
    return this.#ledger.combine(voters, this.#counts) >= (this.#profile.costs[c] ?? 0n) * this.#ledger.den;
  }

  /** Adds a group's payments so far to the counts; returns its voters, or 0 when it has nothing left. */
  #count(g: number, weight = this.#profile.weight[g] ?? 0): number {
    if (this.#spent[g] === 1) return 0;
    const counts = this.#counts;
    const start = this.#profile.ballotStart[g] as number;
    const end = start + (this.#paidCount[g] as number);
    for (let i = start; i < end; i++) {
      const round = this.#paidRounds[i] as number;
      counts[round] = (counts[round] as number) + weight * (this.#pointed ? (this.#paidPoints[i] as number) : 1);
    }
    return weight;
  }

  /** A single voter's money as a numerator over the ledger's denominator. */
  #exactMoney(g: number): bigint {
    this.#counts.fill(0);
    const voters = this.#count(g, 1);
    return voters === 0 ? 0n : this.#ledger.combine(voters, this.#counts);
  }

  /**
   * The price on whole numbers. Supporters clearly below or above `rate` are sorted by doubles, the near ones exactly: they start
   * as paying in full and move over while they cannot, which climbs to the true price from below. Null when nobody can pay in full.
   */
  #settle(c: number, rate: number, near: number): Price | null {
    const { supportStart, weight, costs } = this.#profile;
    const supportGroup = this.#group;
    const points = this.#points;
    const close: number[] = [];
    let voters = 0;
    let units = 0;
    this.#counts.fill(0);
    for (let s = supportStart[c] ?? 0; s < (this.#end[c] ?? 0); s++) {
      const g = supportGroup[s] as number;
      const asked = rate * (points[s] as number);
      const over = (this.#money[g] as number) - asked;
      const margin = this.#slack + asked * near;
      if (over < -margin) voters += this.#count(g);
      else {
        units += (weight[g] as number) * (points[s] as number);
        if (over <= margin) close.push(s);
      }
    }
    const den = this.#ledger.den;
    let num = (costs[c] ?? 0n) * den - this.#ledger.combine(voters, this.#counts);
    let paying = BigInt(units);
    let undecided = close.map((s) => ({ s, money: this.#exactMoney(supportGroup[s] ?? 0) }));
    for (let moved = true; moved && paying > 0n; ) {
      const [n, u] = [num, paying];
      const out = undecided.filter(({ s, money }) => money * u < n * BigInt(points[s] ?? 0));
      for (const { s, money } of out) {
        const w = BigInt(weight[supportGroup[s] ?? 0] ?? 0);
        num -= w * money;
        paying -= w * BigInt(points[s] ?? 0);
      }
      moved = out.length > 0;
      undecided = undecided.filter((entry) => !out.includes(entry));
    }
    if (paying === 0n || num <= 0n) return null;
    return { num, units: paying, rate: toNumber({ num, den: den * paying }) };
  }

  /** Takes the payments for c; a group that pays all it has is marked as having nothing left. */
  #buy(c: number, price: Price): void {
    const { supportStart, ballotStart } = this.#profile;
    const round = this.#ledger.rounds;
    const supportGroup = this.#group;
    const points = this.#points;
    const money = this.#money;
    const paidCount = this.#paidCount;
    const paidRounds = this.#paidRounds;
    for (let s = supportStart[c] ?? 0; s < (this.#end[c] ?? 0); s++) {
      const g = supportGroup[s] as number;
      const asked = price.rate * (points[s] as number);
      const over = (money[g] as number) - asked;
      const margin = this.#slack + asked * 4 * ULP;
      const pays =
        over > margin || (over >= -margin && this.#exactMoney(g) * price.units > price.num * BigInt(points[s] ?? 0));
      money[g] = pays ? Math.max(over, 0) : 0;
      if (!pays) this.#spent[g] = 1;
      else {
        const place = (ballotStart[g] as number) + (paidCount[g] as number);
        paidRounds[place] = round;
        if (this.#pointed) this.#paidPoints[place] = points[s] as number;
        paidCount[g] = (paidCount[g] as number) + 1;
      }
    }
    this.#ledger.add(price.num, price.units);
  }
}
