import { type Counted, supportOf } from "./counted.ts";
import { candidates } from "./profile.ts";
import { toNumber } from "./rational.ts";
import { type Bought, replay } from "./replay.ts";

/** How a project stood before and after a round. */
export interface Standing {
  readonly project: string;
  /** Votes (or points) behind it, those of supporters who cannot pay in full counted in part; null: not affordable. */
  readonly before: number | null;
  readonly after: number | null;
}

/** One round of Equal Shares. Amounts in cents as doubles, for display: the exact ones follow from the rate. */
export interface ShareRound {
  readonly project: string;
  /** What a supporter pays (per point where points count), "num/den" in currency units. */
  readonly pricePerSupporter: string | null;
  readonly votes: number;
  readonly effectiveVotes: number | null;
  readonly payInFull: number;
  /** Supporters who paid all they had left, which was less than the price. */
  readonly payLess: number;
  /** Every project still in the running, the winner first. */
  readonly standings: readonly Standing[];
}

/** The largest cost, and the smallest number of added supporters, with which a project would have won at the same endowment. */
export interface Reach {
  /** Best share of its cost that the supporters would have paid at the price of some round's winner: 1 or more wins. */
  readonly effectiveSupport: number;
  /** Cents. */
  readonly winsAtCost: number;
  readonly extraSupporters: number;
}

/** What one run of Equal Shares shows. */
export interface SharesExplained {
  readonly rounds: readonly ShareRound[];
  /** Per project index: what its supporters paid for each winner, parallel to `rounds`. */
  readonly spentBySupporters: readonly Float64Array[];
  /** Money of each group's voters before each round and after the last. */
  readonly leftToSupporters: Float64Array;
  readonly reach: readonly Reach[];
}

/** Whether the supporters could have paid for a project had it been cheaper or better supported, at one moment of a run. */
class ReachFinder {
  effectiveSupport = 0;
  winsAtCost = 0;
  extraSupporters = Number.POSITIVE_INFINITY;

  /** `rho`: the price per utility of the winner of this round; infinite after the last one. */
  look(counted: Counted, money: Float64Array, c: number, rho: number, endowment: number): void {
    const { profile, worth } = counted;
    const cost = Number(profile.costs[c] ?? 0n);
    const byCost = (worth.factor[c] ?? 1n) !== 1n;
    const support = supportOf(counted, money, c);
    const rate = rho * (byCost ? cost : 1);
    const paid = support.paidAt(rate);
    this.effectiveSupport = Math.max(this.effectiveSupport, paid / cost);
    let keenest = 1;
    for (let s = profile.supportStart[c] ?? 0; s < (profile.supportStart[c + 1] ?? 0); s++) {
      keenest = Math.max(keenest, worth.points[s] ?? 1);
    }
    const each = Math.min(endowment, rate * keenest);
    this.extraSupporters = Math.min(this.extraSupporters, Math.max(0, Math.ceil((cost - paid) / each - 1e-9)));
    this.winsAtCost = Math.max(
      this.winsAtCost,
      byCost && rho !== Number.POSITIVE_INFINITY ? this.#bearable(support.paidAt, rho, cost) : paid,
    );
  }

  /** The largest whole x with paidAt(rho x) >= x: what is paid grows slower than x, so halving the interval finds it. */
  #bearable(paidAt: (rate: number) => number, rho: number, cost: number): number {
    let low = 0;
    let high = Math.ceil(cost);
    while (high - low > 1) {
      const x = Math.floor((low + high) / 2);
      if (paidAt(rho * x) >= x * (1 - 1e-12)) low = x;
      else high = x;
    }
    return low;
  }
}

/** Effective votes of c: its cost over what a supporter with one point pays; the factor makes points those of the ballot. */
function effective(counted: Counted, money: Float64Array, c: number): number | null {
  const rate = supportOf(counted, money, c).rate();
  const { profile, worth } = counted;
  const unit = worth.points === profile.supportPoints ? Number(profile.pointUnit) / 10_000 : 1;
  return rate === null ? null : rate === 0 ? (profile.votes[c] ?? 0) : (Number(profile.costs[c] ?? 0n) / rate) * unit;
}

/** Replays a run of Equal Shares and writes down how every project stood in every round. */
export function explainShares(counted: Counted, bought: Bought): SharesExplained {
  const { profile, worth, outcome } = counted;
  const { weight, supportStart, supportGroup, ballotStart, ballotProject, costs } = profile;
  const id = (c: number) => profile.election.projects[c]?.id ?? "";
  const endowment = toNumber(bought.endowment);
  const money = new Float64Array(weight.length).fill(endowment);
  const spentBySupporters = costs.map(() => new Float64Array(bought.winners.length));
  const finders = costs.map(() => new ReachFinder());
  const open = new Set(candidates(profile).filter((c) => costs[c] !== 0n));
  const shown = outcome.rounds.filter(({ phase }) => phase === "equal-shares");
  let standing = new Map([...open].map((c) => [c, effective(counted, money, c)]));
  const rounds: ShareRound[] = [];
  replay(profile, worth, bought, (moment, round) => {
    const winner = bought.winners[round];
    const exact = bought.rates[round] ?? { num: 0n, den: 1n };
    const rho = winner === undefined ? Number.POSITIVE_INFINITY : toNumber(exact) / Number(worth.factor[winner] ?? 1n);
    if (rho > 0) for (const c of open) if (c !== winner) finders[c]?.look(counted, money, c, rho, endowment);
    if (winner === undefined) return;
    const scaled = (exact.num * moment.den) / exact.den;
    let payInFull = 0;
    let payLess = 0;
    for (let s = supportStart[winner] ?? 0; s < (supportStart[winner + 1] ?? 0); s++) {
      const g = supportGroup[s] ?? 0;
      const asked = scaled * BigInt(worth.points[s] ?? 0);
      const has = moment.money[g] ?? 0n;
      const voters = weight[g] ?? 0;
      if (has < asked) payLess += voters;
      else payInFull += voters;
      const before = money[g] ?? 0;
      money[g] = has <= asked ? 0 : Math.max(0, before - toNumber(exact) * (worth.points[s] ?? 0));
      const paid = voters * (before - (money[g] ?? 0));
      for (let i = ballotStart[g] ?? 0; i < (ballotStart[g + 1] ?? 0); i++) {
        const row = spentBySupporters[ballotProject[i] ?? 0];
        if (row) row[round] = (row[round] ?? 0) + paid;
      }
    }
    const was = standing;
    open.delete(winner);
    standing = new Map([...open].map((c) => [c, effective(counted, money, c)]));
    const others = [...open].map((c) => ({
      project: id(c),
      before: was.get(c) ?? null,
      after: standing.get(c) ?? null,
    }));
    others.sort((a, b) => (b.before ?? -1) - (a.before ?? -1));
    rounds.push({
      project: id(winner),
      pricePerSupporter: shown[round]?.rate ?? null,
      votes: profile.votes[winner] ?? 0,
      effectiveVotes: was.get(winner) ?? null,
      payInFull,
      payLess,
      standings: [{ project: id(winner), before: was.get(winner) ?? null, after: null }, ...others],
    });
  });
  const left = Float64Array.from(costs, (_, c) => supportOf(counted, money, c).paidAt(Number.POSITIVE_INFINITY));
  return { rounds, spentBySupporters, leftToSupporters: left, reach: finders };
}
