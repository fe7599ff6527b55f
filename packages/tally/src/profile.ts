import { type Ballot, type Election, POINT } from "./election.ts";
import { hasWeights, type Parameters } from "./parameters.ts";
import { gcd, parse } from "./rational.ts";

/** Why a project was never in the running. */
export type StruckReason = "unsupported" | "withdrawn" | "ineligible";

/** An election prepared for counting: equal ballots are one group, money is cents, points are whole multiples of `pointUnit`. */
export interface Profile {
  readonly election: Election;
  /** All voters, empty ballots included. */
  readonly voters: number;
  readonly costs: readonly bigint[];
  /** Supporters per project: voters who list it with more than 0 points. */
  readonly votes: Float64Array;
  /** Sum of points per project, in `pointUnit`. */
  readonly score: Float64Array;
  /** The size of one point here, in ten-thousandths of a ballot point. */
  readonly pointUnit: bigint;
  /** Voters per group of equal ballots. */
  readonly weight: Float64Array;
  /** Group g lists entries ballotStart[g] up to ballotStart[g + 1]. */
  readonly ballotStart: Int32Array;
  readonly ballotProject: Int32Array;
  /** Project c is supported by entries supportStart[c] up to supportStart[c + 1]. */
  readonly supportStart: Int32Array;
  readonly supportGroup: Int32Array;
  readonly supportPoints: Float64Array;
  /** Group per ballot in file order, -1 for a ballot that supports nothing. */
  readonly groupOfBallot: Int32Array;
  /** Null for a project in the running. */
  readonly struck: readonly (StruckReason | null)[];
}

function pointsOf(election: Election, parameters: Parameters, ballot: Ballot, place: number): bigint {
  if (election.kind === "ordinal") {
    const { scoring } = parameters;
    if (scoring === "ballot-length") return BigInt(ballot.projects.length - place) * POINT;
    if (scoring === "full-borda") return BigInt(election.projects.length - 1 - place) * POINT;
    return BigInt(Math.round((scoring[place] ?? 0) * 10_000));
  }
  return ballot.points?.[place] ?? 0n;
}

interface Grouped {
  /** Group g lists projects[start[g]] up to projects[start[g + 1]]. */
  readonly start: number[];
  readonly projects: Int32Array;
  /** Parallel to `projects`; empty where ballots have no points. */
  readonly points: bigint[];
  readonly weight: number[];
  readonly groupOfBallot: Int32Array;
}

function groupBallots(election: Election, parameters: Parameters): Grouped {
  const { ballots, kind } = election;
  const all = new Int32Array(ballots.reduce((sum, { projects }) => sum + projects.length, 0));
  const groupOfBallot = new Int32Array(ballots.length);
  const start = [0];
  const points: bigint[] = [];
  const weight: number[] = [];
  const known = new Map<string, number>();
  const pointed = hasWeights(kind);
  let end = 0;
  ballots.forEach((ballot, voter) => {
    let projects: number[];
    let own: bigint[] = [];
    if (pointed) {
      const entries = ballot.projects.map((project, place) => ({
        project,
        points: pointsOf(election, parameters, ballot, place),
      }));
      const support = entries.filter((entry) => entry.points > 0n).sort((a, b) => a.project - b.project);
      projects = support.map((entry) => entry.project);
      own = support.map((entry) => entry.points);
    } else projects = [...ballot.projects].sort((a, b) => a - b);
    const key = String.fromCharCode(...projects) + (pointed ? `|${own.join()}` : "");
    let group = projects.length === 0 ? -1 : known.get(key);
    if (group === undefined) {
      group = weight.push(0) - 1;
      known.set(key, group);
      all.set(projects, end);
      end += projects.length;
      start.push(end);
      points.push(...own);
    }
    if (group >= 0) weight[group] = (weight[group] ?? 0) + 1;
    groupOfBallot[voter] = group;
  });
  return { start, projects: all.slice(0, end), points, weight, groupOfBallot };
}

function strike(election: Election, parameters: Parameters, votes: Float64Array): (StruckReason | null)[] {
  const share = parameters.eligibility === null ? null : parse(parameters.eligibility);
  return election.projects.map((project, c) => {
    if (project.withdrawn) return "withdrawn";
    const supporters = BigInt(votes[c] ?? 0);
    if (supporters === 0n) return "unsupported";
    if (
      share &&
      supporters * election.budget * share.den < share.num * project.cost * BigInt(election.ballots.length)
    ) {
      return "ineligible";
    }
    return null;
  });
}

/** Projects in the running. */
export function candidates({ struck }: Profile): number[] {
  return struck.flatMap((reason, c) => (reason === null ? [c] : []));
}

/** Groups equal ballots and indexes them both ways. Throws a `RangeError` when sums of points or money leave 2^53. */
export function prepare(election: Election, parameters: Parameters): Profile {
  const grouped = groupBallots(election, parameters);
  const m = election.projects.length;
  const groups = grouped.weight.length;
  const { projects: ballotProject, points } = grouped;
  let unit = 0n;
  for (const value of points) if (unit !== 1n) unit = gcd(unit, value);
  const ballotStart = Int32Array.from(grouped.start);
  const entries = ballotProject.length;
  const weight = Float64Array.from(grouped.weight);
  const votes = new Float64Array(m);
  const score = new Float64Array(m);
  const supportStart = new Int32Array(m + 1);
  for (const c of ballotProject) supportStart[c + 1] = (supportStart[c + 1] ?? 0) + 1;
  for (let c = 0; c < m; c++) supportStart[c + 1] = (supportStart[c + 1] ?? 0) + (supportStart[c] ?? 0);
  const next = supportStart.slice();
  const supportGroup = new Int32Array(entries);
  const supportPoints = new Float64Array(entries);
  for (let g = 0; g < groups; g++) {
    for (let i = ballotStart[g] ?? 0; i < (ballotStart[g + 1] ?? 0); i++) {
      const c = ballotProject[i] ?? 0;
      const at = next[c] ?? 0;
      next[c] = at + 1;
      supportGroup[at] = g;
      const own = unit === 0n ? 1 : Number((points[i] ?? 0n) / unit);
      supportPoints[at] = own;
      votes[c] = (votes[c] ?? 0) + (weight[g] ?? 0);
      score[c] = (score[c] ?? 0) + (weight[g] ?? 0) * own;
    }
  }
  const limit = Number.MAX_SAFE_INTEGER;
  const total = election.projects.reduce((sum, project) => sum + project.cost, election.budget);
  if (total > BigInt(limit) || score.some((sum) => sum > limit))
    throw new RangeError("sums beyond 2^53 cannot be counted");
  const struck = strike(election, parameters, votes);
  return {
    election,
    voters: election.ballots.length,
    costs: election.projects.map((project) => project.cost),
    votes,
    score,
    pointUnit: unit === 0n ? POINT : unit,
    weight,
    ballotStart,
    ballotProject,
    supportStart,
    supportGroup,
    supportPoints,
    groupOfBallot: grouped.groupOfBallot,
    struck,
  };
}
