import type { Ballot, Election } from "./election.ts";

/** One line of ballots in the canonical text: how many voters, which projects, and their points where they have any. */
export type CanonicalBallot = readonly [voters: number, projects: readonly number[], points?: readonly string[]];

/** The canonical text, parsed. Amounts are strings of integers: cents, and ten-thousandths of a point. */
export interface CanonicalElection {
  readonly kind: Election["kind"];
  readonly budget: string;
  /** Id, cost, and 1 for a withdrawn project; in file order. */
  readonly projects: readonly (readonly [id: string, cost: string, withdrawn: 0 | 1])[];
  readonly ballots: readonly CanonicalBallot[];
}

function textOf(election: Election, ballot: Ballot): string {
  const entries = ballot.projects.map((project, i) => ({ project, points: ballot.points?.[i] }));
  if (election.kind !== "ordinal") entries.sort((a, b) => a.project - b.project);
  const projects = `[${entries.map(({ project }) => project).join()}]`;
  const points = ballot.points ? `,[${entries.map(({ points }) => `"${points ?? 0n}"`).join()}]` : "";
  return projects + points;
}

/**
 * The one text of an election that certificates refer to: JSON with a line per project and per different ballot, ballots counted and in
 * byte order, without voter ids and without anything a rule does not look at. Two files with the same projects in the same order and
 * the same ballots in any order have the same text.
 */
export function canonicalText(election: Election): string {
  const counts = new Map<string, number>();
  for (const ballot of election.ballots) {
    const text = textOf(election, ballot);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const ballots = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, voters]) => `[${voters},${text}]`);
  const projects = election.projects.map(({ id, cost, withdrawn }) =>
    JSON.stringify([id, String(cost), withdrawn ? 1 : 0]),
  );
  const head = `{"kind":"${election.kind}","budget":"${election.budget}"`;
  return `${head},"projects":[\n${projects.join(",\n")}\n],"ballots":[\n${ballots.join(",\n")}\n]}\n`;
}
