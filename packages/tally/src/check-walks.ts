import type { Certificate } from "./certificate.ts";
import type { Recount } from "./recount.ts";

const at = (list: readonly bigint[], i: number): bigint => list[i] ?? 0n;
const less = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** A greedy walk looks at each project once, so checking one is walking it again. */
export function walkAgain(
  of: Recount,
  p: Certificate["parameters"],
  from: readonly number[],
  money: bigint,
  rule: string,
): number[] {
  const { cost, ids, score, votes, tie } = of;
  const key = p.rankBy === "score" ? score : votes;
  const pointed = p.utility !== "cost" && p.utility !== "cardinality";
  const value = (c: number) => at(pointed ? score : votes, c) * (p.utility.endsWith("cost") ? at(cost, c) : 1n);
  const free = (c: number) => (at(cost, c) === 0n ? 0 : 1);
  const worth = (a: number, b: number) =>
    free(a) - free(b) || (free(a) && less(value(b) * at(cost, a), value(a) * at(cost, b)));
  const order = (a: number, b: number) =>
    (rule === "greedy-value" ? worth(a, b) : less(at(key, b), at(key, a))) || tie(a, b);
  const low = (c: number) => Number(at(key, c)) < p.minimumScore * (p.rankBy === "score" ? 10_000 : 1);
  const struck = new Set<string>();
  const taken: number[] = [];
  let room = money;
  for (const c of [...from].sort(order)) {
    const id = ids[c] ?? "";
    if ((rule === "greedy-threshold" && low(c)) || struck.has(id)) continue;
    if (at(cost, c) <= room) {
      taken.push(c);
      room -= at(cost, c);
      if (rule === p.rule)
        for (const group of p.exclusiveGroups) if (group.includes(id)) for (const other of group) struck.add(other);
    } else if (rule === "greedy-no-skip") break;
  }
  return taken;
}

/** Voters who have more of the first winners than of the second (or any at all, for "exclusion"), and the reverse. */
export function compareAgain(
  of: Recount,
  exclusion: boolean,
  first: readonly number[],
  second: readonly number[],
): [number, number] {
  const got = (winners: readonly number[]) => {
    const counts = of.weight.map(() => 0);
    for (const c of winners) for (const [g] of of.support[c] ?? []) counts[g] = exclusion ? 1 : (counts[g] ?? 0) + 1;
    return counts;
  };
  const [a, b] = [got(first), got(second)];
  const voters = (prefer: (g: number) => boolean) =>
    of.weight.reduce((sum, w, g) => (prefer(g) ? sum + Number(w) : sum), 0);
  return [voters((g) => (a[g] ?? 0) > (b[g] ?? 0)), voters((g) => (b[g] ?? 0) > (a[g] ?? 0))];
}
