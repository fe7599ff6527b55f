import type { Election } from "./election.ts";
import { firstEndowment, type KnownRuns } from "./endowment.ts";
import type { Walk } from "./greedy.ts";
import type { Comparison, Outcome, Round, Tie } from "./outcome.ts";
import { completeParameters, countsPoints, type Parameters, parameterProblems } from "./parameters.ts";
import { type Profile, prepare } from "./profile.ts";
import { format, type Rational } from "./rational.ts";
import { greedyBaseline, type Pick, type Selection, select } from "./select.ts";
import { reverseAmong, tieDecision, tieRanks } from "./tie-order.ts";

/** A fraction of cents as "num/den" in currency units. */
function inUnits(cents: Rational): string {
  return format({ num: cents.num, den: cents.den * 100n });
}

/** Rates count per point of a ballot, whatever unit the profile counts points in. */
function rateOf(profile: Profile, parameters: Parameters, pick: Pick): string | null {
  if (pick.rate === null) return null;
  const pointed = parameters.rule === "equal-shares" && countsPoints(parameters.utility);
  const unit = pointed ? profile.pointUnit : 10_000n;
  return inUnits({ num: pick.rate.num * 10_000n, den: pick.rate.den * unit });
}

function roundsOf(profile: Profile, parameters: Parameters, picks: readonly Pick[]): Round[] {
  return picks.map((pick) => ({
    project: profile.election.projects[pick.project]?.id ?? "",
    phase: pick.phase,
    rate: rateOf(profile, parameters, pick),
  }));
}

interface Result {
  readonly selection: Selection;
  readonly comparison: Comparison | null;
  readonly picks: readonly Pick[];
  /** The greedy walk that passed projects over, if any. */
  readonly walk: Walk | null;
}

/** Winners a group approves, counted over both sets; a group with none counts as zero, not as absent. */
function preferences(
  profile: Profile,
  parameters: Parameters,
  own: ReadonlySet<number>,
  other: ReadonlySet<number>,
): [number, number] {
  let preferOwn = 0;
  let preferOther = 0;
  profile.weight.forEach((weight, g) => {
    let a = 0;
    let b = 0;
    for (let i = profile.ballotStart[g] ?? 0; i < (profile.ballotStart[g + 1] ?? 0); i++) {
      const c = profile.ballotProject[i] ?? 0;
      if (own.has(c)) a++;
      if (other.has(c)) b++;
    }
    if (parameters.comparison === "exclusion") [a, b] = [Math.min(a, 1), Math.min(b, 1)];
    if (a > b) preferOwn += weight;
    if (b > a) preferOther += weight;
  });
  return [preferOwn, preferOther];
}

function decide(profile: Profile, parameters: Parameters, ranks: Int32Array, known: KnownRuns | null = null): Result {
  const selection = select(profile, parameters, ranks, known);
  if (parameters.comparison === "none") {
    return { selection, comparison: null, picks: selection.picks, walk: selection.walk };
  }
  const baseline = greedyBaseline(profile, parameters, ranks);
  const greedy = baseline.steps
    .filter((step) => step.passed === null)
    .map(({ project }): Pick => ({ project, phase: "greedy", rate: null }));
  const set = (picks: readonly Pick[]) => new Set(picks.map(({ project }) => project));
  const [preferRule, preferGreedy] = preferences(profile, parameters, set(selection.picks), set(greedy));
  const kept = preferGreedy > preferRule ? "greedy" : "rule";
  const ids = (picks: readonly Pick[]) => picks.map(({ project }) => profile.election.projects[project]?.id ?? "");
  const comparison: Comparison = {
    preferRule,
    preferGreedy,
    kept,
    ruleWinners: ids(selection.picks),
    ruleRounds: roundsOf(profile, parameters, selection.picks),
    greedyWinners: ids(greedy),
  };
  // That a tie decided what the rule chose says nothing of the outcome when the other choice was kept: that is counted again.
  const ofRule = kept === "rule" ? selection.ties : selection.ties.map(({ mattered: _ofRule, ...tie }) => tie);
  const ties = [...ofRule, ...baseline.ties];
  const final =
    kept === "greedy" ? { picks: greedy, walk: baseline } : { picks: selection.picks, walk: selection.walk };
  return { selection: { ...selection, ties }, comparison, ...final };
}

function reportTies(profile: Profile, parameters: Parameters, ranks: Int32Array, result: Result): Tie[] {
  const ids = (projects: readonly number[]) => projects.map((c) => profile.election.projects[c]?.id ?? "");
  const winners = (picks: readonly Pick[]) => String(picks.map(({ project }) => project).sort((a, b) => a - b));
  const seen = new Map<string, Tie>();
  for (const { projects, round, ...known } of result.selection.ties) {
    const key = String([...projects].sort((a, b) => a - b));
    if (seen.has(key)) continue;
    const [first = 0, second = 0] = projects;
    const reversed = decide(profile, parameters, reverseAmong(ranks, projects), {
      trace: result.selection.trace,
      tied: projects,
    });
    const mattered = known.mattered ?? winners(reversed.picks) !== winners(result.picks);
    seen.set(key, {
      projects: ids(projects),
      round,
      decidedBy: tieDecision(profile, parameters, first, second),
      mattered,
    });
  }
  return [...seen.values()];
}

/**
 * Counts an election. Parameters left out take the defaults of the ballot kind (`completeParameters`); the outcome records all of them.
 * Exact, and independent of the order of the ballots; of the order of the projects only where the tie rule names it.
 * Throws a `RangeError` listing every parameter that cannot be applied, or when amounts leave 2^53.
 */
export function count(election: Election, given: Partial<Parameters> = {}): Outcome {
  const parameters = completeParameters(election.kind, given);
  const problems = parameterProblems(election, parameters);
  if (problems.length > 0) throw new RangeError(problems.join("; "));
  const profile = prepare(election, parameters);
  const ranks = tieRanks(profile, parameters);
  const result = decide(profile, parameters, ranks);
  const { selection, comparison, picks } = result;
  const id = (c: number): string => election.projects[c]?.id ?? "";
  const rounds = roundsOf(profile, parameters, picks);
  return {
    parameters,
    winners: rounds.map(({ project }) => project),
    totalCost: picks.reduce((sum, { project }) => sum + (profile.costs[project] ?? 0n), 0n),
    endowment: selection.endowment && inUnits(selection.endowment),
    search: selection.search && { start: inUnits(firstEndowment(profile, parameters.start)), ...selection.search },
    rounds,
    passed: (result.walk?.steps ?? []).flatMap(({ project, passed, moneyBefore }) =>
      passed === null ? [] : [{ project: id(project), reason: passed, moneyBefore }],
    ),
    struck: profile.struck.flatMap((reason, c) => (reason === null ? [] : [{ project: id(c), reason }])),
    comparison,
    ties: reportTies(profile, parameters, ranks, result),
  };
}
