import { type Ballot, type BallotKind, POINT } from "../election.ts";
import { formatPoints } from "./amount.ts";
import { type FindingLog, shorten } from "./findings.ts";
import type { ProjectSection } from "./projects.ts";
import { hasPoints } from "./votes.ts";

/** Counts votes and scores while ballots pass by, in memory that depends on the number of projects only. */
export class Recount {
  readonly #kind: BallotKind;
  /** Voters who support the project: listed it, and with points above zero where there are points. */
  readonly votes: number[];
  /** Sum of points in units of POINT; for ordinal ballots 3-2-1 by ballot length. */
  readonly scores: bigint[];

  constructor(kind: BallotKind, projects: number) {
    this.#kind = kind;
    this.votes = Array.from({ length: projects }, () => 0);
    this.scores = Array.from({ length: projects }, () => 0n);
  }

  add(ballot: Ballot): void {
    const { projects, points } = ballot;
    projects.forEach((project, index) => {
      const given = points?.[index] ?? 0n;
      if (!hasPoints(this.#kind) || given > 0n) this.votes[project] = (this.votes[project] ?? 0) + 1;
      if (this.#kind === "ordinal") this.#score(project, BigInt(projects.length - index) * POINT);
      else if (given !== 0n) this.#score(project, given);
    });
  }

  #score(project: number, points: bigint): void {
    this.scores[project] = (this.scores[project] ?? 0n) + points;
  }

  /** Compares with what the organiser published. */
  compare(section: ProjectSection, repeats: readonly number[], log: FindingLog): void {
    section.official.forEach((official, project) => {
      const line = section.lines[project] ?? 0;
      const id = shorten(section.projects[project]?.id ?? "");
      const votes = this.votes[project] ?? 0;
      if (official.votes !== undefined && official.votes !== votes) {
        const repeated = repeats[project] ?? 0;
        const why =
          repeated > 0 && official.votes === votes + repeated
            ? " The official number counts repeats on one ballot."
            : "";
        log.add("PB601", line, `The file gives project ${id} ${official.votes} votes, the recount ${votes}.${why}`);
      }
      const score = this.scores[project] ?? 0n;
      if (official.score === undefined || official.score === score) return;
      if (this.#kind !== "ordinal" && !hasPoints(this.#kind)) return;
      const message = `The file gives project ${id} a score of ${formatPoints(official.score)}, the recount ${formatPoints(score)}.`;
      log.add("PB602", line, message);
    });
  }
}

/** PB603: money the official selection needs and the budget does not have. Routes 2 and 3 are paid from elsewhere. */
export function checkSelectedCost(section: ProjectSection, budget: bigint, line: number, log: FindingLog): void {
  let cost = 0n;
  section.official.forEach((official, project) => {
    if (official.selected === 1) cost += section.projects[project]?.cost ?? 0n;
  });
  if (cost <= budget) return;
  log.add("PB603", line, "The projects the file marks as selected cost more than the budget.");
}
