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
    const limits = this.#limits;
    const { length, projects } = ballot;
    if (this.#paper.kind === "single") {
      if (length !== 1) {
        const message = `The ballot names ${length} projects; exactly one is asked.`;
        problems.push({ code: "not-exactly-one", message, limit: 1, actual: length });
      }
    } else checkRange(problems, lengthRange, "The ballot", length, limits.lengthMin, limits.lengthMax);
    if (limits.sumCostMin !== undefined || limits.sumCostMax !== undefined) {
      const cost = projects.reduce((sum, index) => sum + (this.#paper.projects[index]?.cost ?? 0n), 0n);
      checkRange(problems, costRange, "The ballot", cost, limits.sumCostMin, limits.sumCostMax);
    }
    this.#checkPoints(ballot, problems);
    return problems;
  }

  #checkPoints({ length, projects, ids, points }: Measured, problems: BallotProblem[]): void {
    const limits = this.#limits;
    if (this.#paper.kind !== "cumulative" && this.#paper.kind !== "score") {
      if (points === undefined) return;
      problems.push({ code: "points-unexpected", message: "This kind of ballot has no points." });
      return;
    }
    if (points?.length !== length) {
      const actual = points?.length ?? 0;
      const message = `The ballot has ${actual} numbers of points for ${length} projects.`;
      problems.push({ code: "points-missing", message, limit: length, actual });
    }
    if (points === undefined) return;
    points.forEach((given, index) => {
      const id = ids?.[index] ?? this.#paper.projects[projects[index] ?? -1]?.id ?? "";
      checkRange(problems, pointRange, `Project '${id}'`, given, limits.pointsMin, limits.pointsMax, id);
    });
    const sum = points.reduce((total, given) => total + given, 0n);
    checkRange(problems, sumRange, "The ballot", sum, limits.sumPointsMin, limits.sumPointsMax);
  }
}

/** How a number outside its limits is called and written. */
interface Range<T> {
  readonly low: BallotProblemCode;
  readonly high: BallotProblemCode;
  readonly write: (value: T) => string;
}

const lengthRange: Range<number> = {
  low: "too-few-projects",
  high: "too-many-projects",
  write: (count) => `${count} projects`,
};
const costRange: Range<bigint> = {
  low: "cost-too-low",
  high: "cost-too-high",
  write: (cents) => `a cost of ${formatAmount(cents)}`,
};
const pointRange: Range<bigint> = {
  low: "points-too-low",
  high: "points-too-high",
  write: (points) => `${formatPoints(points)} points`,
};
const sumRange: Range<bigint> = { ...pointRange, low: "point-sum-too-low", high: "point-sum-too-high" };

function checkRange<T extends number | bigint>(
  problems: BallotProblem[],
  { low, high, write }: Range<T>,
  subject: string,
  actual: T,
  min: T | undefined,
  max: T | undefined,
  projectId?: string,
): void {
  const refuse = (code: BallotProblemCode, limit: T, bound: string) => {
    const message = `${subject} has ${write(actual)}; ${bound} ${write(limit)} is allowed.`;
    problems.push({ code, message, limit, actual, ...(projectId === undefined ? {} : { projectId }) });
  };
  if (min !== undefined && actual < min) refuse(low, min, "no less than");
  if (max !== undefined && actual > max) refuse(high, max, "no more than");
}

interface Measured {
  /** Projects as listed, the unknown ones too. */
  readonly length: number;
  readonly projects: readonly number[];
  readonly ids?: readonly string[];
  readonly points?: readonly bigint[];
}
