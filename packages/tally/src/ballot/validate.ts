import type { Ballot, BallotKind, Project } from "../election.ts";
import { formatAmount, formatPoints } from "../pb/amount.ts";
import type { BallotLimits } from "./limits.ts";

/** Everything that can be wrong with a ballot. */
export type BallotProblemCode =
  | "unknown-project"
  | "repeated-project"
  | "withdrawn-project"
  | "not-exactly-one"
  | "too-few-projects"
  | "too-many-projects"
  | "cost-too-low"
  | "cost-too-high"
  | "points-missing"
  | "points-unexpected"
  | "points-too-low"
  | "points-too-high"
  | "point-sum-too-low"
  | "point-sum-too-high";

/** One problem of a ballot, with the numbers a page needs to say it in its own language. */
export interface BallotProblem {
  readonly code: BallotProblemCode;
  /** An English sentence. */
  readonly message: string;
  readonly projectId?: string;
  /** What the election allows: a count of projects, cents, or points in units of POINT; the code says which. */
  readonly limit?: number | bigint;
  /** What the ballot has, in the unit of `limit`. */
  readonly actual?: number | bigint;
}

/** A ballot as it is cast: project ids in order (best first for ordinal), points in units of POINT beside them. */
export interface CastBallot {
  readonly projects: readonly string[];
  readonly points?: readonly bigint[];
}

/** The ballot cannot be counted; `problems` lists everything that is wrong with it. */
export class BallotRefusedError extends Error {
  override name = "BallotRefusedError";
  readonly problems: readonly BallotProblem[];

  constructor(problems: readonly BallotProblem[]) {
    super(problems.map((problem) => problem.message).join(" "));
    this.problems = problems;
  }
}

/** The part of an election a ballot is checked against. */
export interface BallotPaper {
  readonly kind: BallotKind;
  /** Cents; caps a knapsack ballot when no limit of its own is set. */
  readonly budget: bigint;
  readonly projects: readonly Project[];
}

/**
 * Checks ballots against a ballot paper and its limits. Limits that are not set follow from the kind: at least one
 * project, exactly one for single choice, knapsack within the budget, cumulative points not negative.
 */
export class BallotChecker {
  readonly #paper: BallotPaper;
  readonly #limits: BallotLimits;
  readonly #byId: ReadonlyMap<string, number>;

  constructor(paper: BallotPaper, limits: BallotLimits = {}) {
    this.#paper = paper;
    this.#limits = {
      lengthMin: 1,
      ...(paper.kind === "knapsack" ? { sumCostMax: paper.budget } : {}),
      ...(paper.kind === "cumulative" ? { pointsMin: 0n } : {}),
      ...limits,
    };
    this.#byId = new Map(paper.projects.map((project, index) => [project.id, index]));
  }

  /** All problems of a ballot as cast; empty when it is valid. */
  check(cast: CastBallot): readonly BallotProblem[] {
    const problems: BallotProblem[] = [];
    const seen = new Set<string>();
    const indices: number[] = [];
    for (const id of cast.projects) {
      const index = this.#byId.get(id);
      if (index === undefined) {
        problems.push({
          code: "unknown-project",
          message: `Project '${id}' is not on the ballot paper.`,
          projectId: id,
        });
      } else if (seen.has(id)) {
        problems.push({ code: "repeated-project", message: `Project '${id}' is listed twice.`, projectId: id });
      } else if (this.#paper.projects[index]?.withdrawn === true) {
        problems.push({ code: "withdrawn-project", message: `Project '${id}' was withdrawn.`, projectId: id });
      }
      seen.add(id);
      if (index !== undefined) indices.push(index);
    }
    const points = cast.points === undefined ? {} : { points: cast.points };
    return [
      ...problems,
      ...this.#limitProblems({ length: cast.projects.length, projects: indices, ids: cast.projects, ...points }),
    ];
  }

  /** All broken limits of a ballot whose projects are known to exist and not to repeat. */
  problems(ballot: Pick<Ballot, "projects" | "points">): readonly BallotProblem[] {
    return this.#limitProblems({ length: ballot.projects.length, ...ballot });
  }

  /**
   * The ballot as the count takes it.
   * @throws BallotRefusedError with every problem.
   */
  accept(voterId: string, cast: CastBallot): Ballot {
    const problems = this.check(cast);
    if (problems.length > 0) throw new BallotRefusedError(problems);
    const projects = cast.projects.map((id) => this.#byId.get(id) ?? -1);
    return { voterId, projects, ...(cast.points === undefined ? {} : { points: [...cast.points] }) };
  }

  #limitProblems(ballot: Measured): readonly BallotProblem[] {
    const problems: BallotProblem[] = [];
    this.#checkLength(ballot.length, problems);
    this.#checkCost(ballot.projects, problems);
    this.#checkPoints(ballot, problems);
    return problems;
  }

  #checkLength(actual: number, problems: BallotProblem[]): void {
    const { lengthMin, lengthMax } = this.#limits;
    if (this.#paper.kind === "single") {
      if (actual === 1) return;
      const message = `The ballot names ${actual} projects; exactly one is asked.`;
      problems.push({ code: "not-exactly-one", message, limit: 1, actual });
      return;
    }
    if (lengthMin !== undefined && actual < lengthMin) {
      const message = `The ballot names ${actual} projects; at least ${lengthMin} are asked.`;
      problems.push({ code: "too-few-projects", message, limit: lengthMin, actual });
    }
    if (lengthMax !== undefined && actual > lengthMax) {
      const message = `The ballot names ${actual} projects; at most ${lengthMax} are allowed.`;
      problems.push({ code: "too-many-projects", message, limit: lengthMax, actual });
    }
  }

  #checkCost(projects: readonly number[], problems: BallotProblem[]): void {
    const { sumCostMin, sumCostMax } = this.#limits;
    if (sumCostMin === undefined && sumCostMax === undefined) return;
    let actual = 0n;
    for (const index of projects) actual += this.#paper.projects[index]?.cost ?? 0n;
    if (sumCostMin !== undefined && actual < sumCostMin) {
      const message = `The projects together cost ${formatAmount(actual)}; at least ${formatAmount(sumCostMin)} is asked.`;
      problems.push({ code: "cost-too-low", message, limit: sumCostMin, actual });
    }
    if (sumCostMax !== undefined && actual > sumCostMax) {
      const message = `The projects together cost ${formatAmount(actual)}; at most ${formatAmount(sumCostMax)} is allowed.`;
      problems.push({ code: "cost-too-high", message, limit: sumCostMax, actual });
    }
  }

  #checkPoints(ballot: Measured, problems: BallotProblem[]): void {
    const pointed = this.#paper.kind === "cumulative" || this.#paper.kind === "score";
    const points = ballot.points;
    if (!pointed) {
      if (points === undefined) return;
      problems.push({ code: "points-unexpected", message: "This kind of ballot has no points." });
      return;
    }
    if (points === undefined || points.length !== ballot.length) {
      const actual = points?.length ?? 0;
      const message = `The ballot has ${actual} numbers of points for ${ballot.length} projects.`;
      problems.push({ code: "points-missing", message, limit: ballot.length, actual });
    }
    if (points === undefined) return;
    points.forEach((actual, index) => {
      const projectId = ballot.ids?.[index] ?? this.#paper.projects[ballot.projects[index] ?? -1]?.id ?? "";
      this.#checkPoint(projectId, actual, problems);
    });
    this.#checkPointSum(
      points.reduce((sum, value) => sum + value, 0n),
      problems,
    );
  }

  #checkPoint(projectId: string, actual: bigint, problems: BallotProblem[]): void {
    const { pointsMin, pointsMax } = this.#limits;
    if (pointsMin !== undefined && actual < pointsMin) {
      const message = `Project '${projectId}' has ${formatPoints(actual)} points; at least ${formatPoints(pointsMin)} are asked.`;
      problems.push({ code: "points-too-low", message, projectId, limit: pointsMin, actual });
    }
    if (pointsMax !== undefined && actual > pointsMax) {
      const message = `Project '${projectId}' has ${formatPoints(actual)} points; at most ${formatPoints(pointsMax)} are allowed.`;
      problems.push({ code: "points-too-high", message, projectId, limit: pointsMax, actual });
    }
  }

  #checkPointSum(actual: bigint, problems: BallotProblem[]): void {
    const { sumPointsMin, sumPointsMax } = this.#limits;
    if (sumPointsMin !== undefined && actual < sumPointsMin) {
      const message = `The ballot gives ${formatPoints(actual)} points; at least ${formatPoints(sumPointsMin)} are asked.`;
      problems.push({ code: "point-sum-too-low", message, limit: sumPointsMin, actual });
    }
    if (sumPointsMax !== undefined && actual > sumPointsMax) {
      const message = `The ballot gives ${formatPoints(actual)} points; at most ${formatPoints(sumPointsMax)} are allowed.`;
      problems.push({ code: "point-sum-too-high", message, limit: sumPointsMax, actual });
    }
  }
}

interface Measured {
  /** Projects as listed, the unknown ones too. */
  readonly length: number;
  readonly projects: readonly number[];
  readonly ids?: readonly string[];
  readonly points?: readonly bigint[];
}
