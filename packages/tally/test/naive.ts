import type { Election } from "../src/election.ts";

/** Fractions as [numerator, denominator]: slow and plain on purpose. */
type Q = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
function reduced(num: bigint, den: bigint): Q {
  const g = gcd(num < 0n ? -num : num, den);
  return [num / g, den / g];
}
const minus = (a: Q, b: Q): Q => reduced(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const plus = (a: Q, b: Q): Q => reduced(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Q, b: bigint): Q => [a[0] * b, a[1]];
const over = (a: Q, b: bigint): Q => [a[0], a[1] * b];
const less = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];
const zero: Q = [0n, 1n];

/** Utility of voter i for project c; 0 or less means no support. */
export type NaiveUtility = (i: number, c: number) => bigint;

/** Equal Shares voter by voter, from the definition in the literature. Ties by cost, votes, file. */
export function naiveShares(
  election: Election,
  endowment: Q,
  utility: NaiveUtility,
): { winners: number[]; cost: bigint } {
  const money: Q[] = election.ballots.map(() => endowment);
  const supporters = election.projects.map((_, c) => money.map((_, i) => i).filter((i) => utility(i, c) > 0n));
  const cost = (c: number) => election.projects[c]?.cost ?? 0n;
  const votes = (c: number) => supporters[c]?.length ?? 0;
  const before = (a: number, b: number) => Number(cost(a) - cost(b)) || votes(b) - votes(a) || a - b;
  let left = election.projects.map((_, c) => c).filter((c) => votes(c) > 0 && !election.projects[c]?.withdrawn);
  const winners = left.filter((c) => cost(c) === 0n).sort(before);
  left = left.filter((c) => cost(c) > 0n).sort(before);
  for (;;) {
    let best: { c: number; rho: Q } | null = null;
    for (const c of left) {
      const each = (supporters[c] ?? []).map((i) => ({ money: money[i] ?? zero, u: utility(i, c) }));
      each.sort((a, b) => (less(over(a.money, a.u), over(b.money, b.u)) ? -1 : 1));
      let missing: Q = [cost(c), 1n];
      let units = each.reduce((sum, { u }) => sum + u, 0n);
      for (const { money: has, u } of each) {
        const rho = over(missing, units);
        if (!less(has, times(rho, u))) {
          if (best === null || less(rho, best.rho)) best = { c, rho };
          break;
        }
        missing = minus(missing, has);
        units -= u;
      }
    }
    if (best === null) return { winners, cost: winners.reduce((sum, c) => sum + cost(c), 0n) };
    const { c: won, rho } = best;
    for (const i of supporters[won] ?? []) {
      const asked = times(rho, utility(i, won));
      money[i] = less(money[i] ?? zero, asked) ? zero : minus(money[i] ?? zero, asked);
    }
    winners.push(won);
    left = left.filter((c) => c !== won);
  }
}

/** Add1 from the definition: one run per step, nothing skipped. */
export function naiveAdd1(election: Election, utility: NaiveUtility, start: Q, step: bigint): number[] {
  let kept = naiveShares(election, start, utility);
  for (let e: Q = [start[0] + step * start[1], start[1]]; ; e = [e[0] + step * e[1], e[1]]) {
    const next = naiveShares(election, e, utility);
    if (next.cost > election.budget) return kept.winners;
    kept = next;
  }
}

/** Sequential Phragmen voter by voter in terms of loads; passes over what no longer fits. */
export function naivePhragmen(election: Election): number[] {
  const load: Q[] = election.ballots.map(() => zero);
  const supporters = election.projects.map((_, c) =>
    load.map((_, i) => i).filter((i) => election.ballots[i]?.projects.includes(c)),
  );
  const cost = (c: number) => election.projects[c]?.cost ?? 0n;
  const votes = (c: number) => supporters[c]?.length ?? 0;
  const before = (a: number, b: number) => Number(cost(a) - cost(b)) || votes(b) - votes(a) || a - b;
  let left = election.projects
    .map((_, c) => c)
    .filter((c) => votes(c) > 0 && cost(c) <= election.budget)
    .sort(before);
  const winners: number[] = [];
  let money = election.budget;
  while (left.length > 0) {
    const ahead = left.map((c) => ({
      c,
      load: over(
        (supporters[c] ?? []).reduce((sum: Q, i) => plus(sum, load[i] ?? zero), [cost(c), 1n]),
        BigInt(votes(c)),
      ),
    }));
    const first = ahead.reduce((a, b) => (less(b.load, a.load) ? b : a));
    left = left.filter((c) => c !== first.c);
    if (cost(first.c) > money) continue;
    for (const i of supporters[first.c] ?? []) load[i] = first.load;
    money -= cost(first.c);
    winners.push(first.c);
  }
  return winners;
}
