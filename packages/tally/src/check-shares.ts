import type { CertificateRun } from "./certificate.ts";
import type { Parameters } from "./parameters.ts";
import type { Recount } from "./recount.ts";

/** Reads "num/den" or "num". */
export function fraction(text: string | null): [bigint, bigint] {
  const [num = 0n, den = 1n] = (text ?? "0").split("/").map(BigInt);
  return [num, den];
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const at = (list: readonly bigint[], i: number): bigint => list[i] ?? 0n;

/**
 * Checks a run of Equal Shares round by round: the winner's supporters pay exactly its cost at the stated rate, nobody else could be
 * paid for at a lower price per utility (nor at the same price and earlier in the order of ties), and when the run claims to be
 * complete, nobody is left whose supporters can pay. One pass over the ballots per round, on whole numbers over one denominator.
 */
export function checkShares(count: Recount, p: Parameters, run: CertificateRun, complete: boolean): string[] {
  const { ids, cost, weight, support, running, tie } = count;
  const pointed = p.utility !== "cost" && p.utility !== "cardinality";
  const factor = cost.map((c) => (p.utility.endsWith("cost") && c > 0n ? c : 1n));
  const rounds = run.rounds.filter(([, phase]) => phase === "equal-shares");
  const rates = rounds.map(([, , rate]) => fraction(rate));
  const [e, eDen] = fraction(run.endowment);
  const den = rates.reduce((d, [, other]) => (d / gcd(d, other)) * other, eDen);
  const money = weight.map(() => (e * den) / eDen);
  const held = weight.map((voters, g) => voters * at(money, g));
  const problems: string[] = [];
  const left = new Set(running);
  const demand = (holds: boolean, claim: string) => void (holds || problems.push(`not so: ${claim}`));

  /** What the supporters of c pay at rate / over per point, times over. */
  const paid = (c: number, rate: bigint, over: bigint): bigint => {
    let [poor, units, last, enough] = [0n, 0n, 0n, 0n];
    for (const [g, points] of support[c] ?? []) {
      const own = pointed ? points : 1n;
      if (own !== last) [last, enough] = [own, (rate * own + over - 1n) / over];
      if (at(money, g) < enough) poor += at(held, g);
      else units += at(weight, g) * own;
    }
    return poor * over + units * rate;
  };

  for (const [round, [id]] of rounds.entries()) {
    const w = ids.indexOf(id);
    const [num, rateDen] = rates[round] ?? [0n, 1n];
    const rate = (num * den) / rateDen;
    demand(left.delete(w), `${id} is in the running`);
    demand(paid(w, rate, 1n) === at(cost, w) * den, `${id} is paid for`);
    for (const c of left) {
      const short = at(cost, c) * den * at(factor, w) - paid(c, rate * at(factor, c), at(factor, w));
      const dearer = short > 0n || (short === 0n && tie(w, c) < 0);
      const isFree = at(cost, c) === 0n;
      demand(at(cost, w) > 0n ? dearer && !isFree : !isFree || tie(w, c) < 0, `${id} goes before ${ids[c]}`);
    }
    for (const [g, points] of support[w] ?? []) {
      const rest = at(money, g) - (pointed ? rate * points : rate);
      money[g] = rest > 0n ? rest : 0n;
      held[g] = at(weight, g) * at(money, g);
    }
  }
  if (!complete) return problems;
  for (const c of left) {
    const rest = (support[c] ?? []).reduce((sum, [g]) => sum + at(held, g), 0n);
    demand(rest < at(cost, c) * den, `${ids[c]} cannot be paid for`);
  }
  return problems;
}
