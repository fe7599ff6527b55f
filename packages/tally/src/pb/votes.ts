import type { BallotChecker } from "../ballot/validate.ts";
import type { Ballot, BallotKind } from "../election.ts";
import { parsePoints } from "./amount.ts";
import type { Columns } from "./columns.ts";
import { type FindingLog, shorten } from "./findings.ts";
import { trimmed } from "./meta.ts";
import type { ProjectSection } from "./projects.ts";

/** Whether ballots of this kind carry points. */
export function hasPoints(kind: BallotKind): boolean {
  return kind === "cumulative" || kind === "score";
}

/** A list that may have blanks around an item or an empty place; every ballot passes here, most are tidy. */
const UNTIDY_LIST = /\s|,,|^,|,$/;

/** VOTES while it is read: one ballot a row, nothing kept. */
export class VoteSection {
  readonly #voterAt: number;
  readonly #voteAt: number;
  readonly #pointsAt: number;
  readonly #projects: ProjectSection;
  readonly #checker: BallotChecker;
  readonly #log: FindingLog;
  readonly #points = new Map<string, bigint>();
  /** Per project the number of the last ballot that named it: finds repeats without a set per ballot. */
  readonly #lastNamedBy: Float64Array;
  #ballot = 0;
  /** How often a repeat of a project was taken out, by project. */
  readonly repeats: number[];

  constructor(
    kind: BallotKind,
    columns: Columns,
    line: number,
    projects: ProjectSection,
    checker: BallotChecker,
    log: FindingLog,
  ) {
    this.#voterAt = columns.index("voter_id");
    this.#voteAt = columns.index("vote");
    this.#pointsAt = hasPoints(kind) ? columns.index("points") : -1;
    this.#projects = projects;
    this.#checker = checker;
    this.#log = log;
    this.#lastNamedBy = new Float64Array(projects.projects.length);
    this.repeats = projects.projects.map(() => 0);
    if (hasPoints(kind) && this.#pointsAt === -1) {
      log.add("PB207", line, `VOTES has no column points, which a ${kind} vote needs.`);
    }
    if (!hasPoints(kind) && columns.index("points") !== -1) {
      log.add("PB508", line, "This kind of vote has no points; the column points was kept as an unknown one.");
    }
  }

  /** @param cells the row in the order of the columns. */
  row(line: number, cells: readonly string[]): Ballot {
    const voterId = trimmed(cells[this.#voterAt] ?? "", line, this.#log);
    if (voterId === "") this.#log.add("PB501", line, "The ballot has no voter id.");
    const ids = this.#list(cells[this.#voteAt] ?? "", line);
    const listed = ids.map((id) => this.#project(id, line));
    const given = this.#pointsAt === -1 ? undefined : this.#readPoints(cells[this.#pointsAt] ?? "", ids.length, line);
    const { projects, points } = this.#withoutRepeats(listed, given, line);
    const ballot: Ballot = { voterId, projects, ...(points === undefined ? {} : { points }) };
    if (ids.length === 0) this.#log.add("PB505", line, "The ballot names no project; it counts as a voter.");
    else if (projects.length > 0) {
      for (const problem of this.#checker.problems(ballot)) {
        this.#log.add("PB510", line, `${problem.message} The ballot was counted.`);
      }
    }
    return ballot;
  }

  #project(id: string, line: number): number {
    const index = this.#projects.index(id);
    if (index === undefined) this.#log.add("PB503", line, `The ballot names ${shorten(id)}, which is not in PROJECTS.`);
    return index ?? -1;
  }

  #list(cell: string, line: number): string[] {
    if (cell === "") return [];
    const items = cell.split(",");
    if (!UNTIDY_LIST.test(cell)) return items;
    const kept = items.map((item) => trimmed(item, line, this.#log)).filter((item) => item !== "");
    if (kept.length < items.length) {
      this.#log.add("PB509", line, `An empty place in the list ${shorten(cell)} was skipped.`);
    }
    return kept;
  }

  #readPoints(cell: string, count: number, line: number): bigint[] {
    const texts = this.#list(cell, line);
    if (texts.length !== count) {
      this.#log.add("PB506", line, `The ballot names ${count} projects and has ${texts.length} numbers of points.`);
    }
    const points = texts.map((text) => this.#parse(text, line));
    if (points.some((value, index) => value > (points[index - 1] ?? value))) {
      this.#log.add("PB511", line, "The points of the ballot are not in descending order.");
    }
    return points;
  }

  #parse(text: string, line: number): bigint {
    const seen = this.#points.get(text);
    if (seen !== undefined) return seen;
    const value = parsePoints(text);
    if (value === undefined) {
      this.#log.add("PB507", line, `The points ${shorten(text)} are not a number of at most four decimals.`);
      return 0n;
    }
    // Ballots share a handful of values; a hostile file may not fill the cache.
    if (this.#points.size < 1000) this.#points.set(text, value);
    return value;
  }

  #allDifferent(listed: readonly number[]): boolean {
    this.#ballot += 1;
    for (const project of listed) {
      if (project === -1 || this.#lastNamedBy[project] === this.#ballot) return false;
      this.#lastNamedBy[project] = this.#ballot;
    }
    return true;
  }

  /** A repeated project is counted once, its points added (a double vote would weigh the voter twice). */
  #withoutRepeats(
    listed: number[],
    given: bigint[] | undefined,
    line: number,
  ): { projects: number[]; points?: bigint[] } {
    if (this.#allDifferent(listed)) {
      return given === undefined ? { projects: listed } : { projects: listed, points: given };
    }
    const projects: number[] = [];
    const points: bigint[] = [];
    listed.forEach((project, index) => {
      if (project === -1) return;
      const earlier = projects.indexOf(project);
      if (earlier === -1) {
        projects.push(project);
        points.push(given?.[index] ?? 0n);
        return;
      }
      points[earlier] = (points[earlier] ?? 0n) + (given?.[index] ?? 0n);
      this.repeats[project] = (this.repeats[project] ?? 0) + 1;
      const id = shorten(this.#projects.projects[project]?.id ?? "");
      const outcome = given === undefined ? "counted once" : "its points were added";
      this.#log.add("PB504", line, `The ballot names ${id} more than once; ${outcome}.`);
    });
    return given === undefined ? { projects } : { projects, points };
  }
}
