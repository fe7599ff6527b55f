import type { Parameters } from "./parameters.ts";
import type { Profile } from "./profile.ts";
import { sha256 } from "./sha256.ts";

/** What settled a tie. */
export type TieDecision = "cost" | "votes" | "file" | "id" | "lot";

/** Projects the rule held equal, and the one put first. */
export interface TieMet {
  /** Project indices in the order they were put. */
  readonly projects: readonly number[];
  /** Round in which it was met, from 1. */
  readonly round: number;
  /** Set where the rule knows that another order gives other winners. */
  readonly mattered?: true;
}

/** Hash that places a project in the published lot order: SHA-256 of the seed followed by the project id, both UTF-8. */
export function lotNumber(seed: string, projectId: string): string {
  return sha256(seed + projectId);
}

const order = <T extends string | bigint | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Place of every project in the order that settles ties: lower goes first. */
export function tieRanks(profile: Profile, parameters: Parameters): Int32Array {
  const { projects } = profile.election;
  const votes = (c: number): number => profile.votes[c] ?? 0;
  const ids = projects.map((project) => project.id);
  const lots = parameters.tie === "lot" ? ids.map((id) => lotNumber(parameters.lotSeed ?? "", id)) : ids;
  const sorted = projects.map((_, c) => c);
  sorted.sort((a, b) => {
    const byId = order(ids[a] ?? "", ids[b] ?? "");
    if (parameters.tie === "id") return byId;
    const known = order(projects[a]?.cost ?? 0n, projects[b]?.cost ?? 0n) || votes(b) - votes(a);
    return known || (parameters.tie === "lot" ? order(lots[a] ?? "", lots[b] ?? "") || byId : a - b);
  });
  const ranks = new Int32Array(projects.length);
  for (const [rank, c] of sorted.entries()) ranks[c] = rank;
  return ranks;
}

/** The same order with only the given projects in reverse among themselves: shows whether a tie mattered. */
export function reverseAmong(ranks: Int32Array, tied: readonly number[]): Int32Array {
  const reversed = ranks.slice();
  const places = tied.map((c) => ranks[c] ?? 0).sort((a, b) => a - b);
  const sorted = [...tied].sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  for (const [i, c] of sorted.entries()) reversed[c] = places[i] ?? 0;
  return reversed;
}

/** What put the first of two tied projects before the second. */
export function tieDecision(profile: Profile, parameters: Parameters, first: number, second: number): TieDecision {
  if (parameters.tie === "id") return "id";
  if (profile.costs[first] !== profile.costs[second]) return "cost";
  if (profile.votes[first] !== profile.votes[second]) return "votes";
  return parameters.tie === "lot" ? "lot" : "file";
}
