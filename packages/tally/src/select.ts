import { allSupportedFit, type EndowmentSearch, firstEndowment, type KnownRuns, raiseEndowment } from "./endowment.ts";
import { EqualShares, type EqualSharesRun } from "./equal-shares.ts";
import { byValue, byVotes, type Walk, walk } from "./greedy.ts";
import { knapsack } from "./knapsack.ts";
import type { Phase } from "./outcome.ts";
import type { Parameters } from "./parameters.ts";
import { phragmen } from "./phragmen.ts";
import { candidates, type Profile } from "./profile.ts";
import type { Rational } from "./rational.ts";
import type { TieMet } from "./tie-order.ts";
import { worthOf } from "./worth.ts";

/** One funded project of a selection. */
export interface Pick {
  readonly project: number;
  readonly phase: Phase;
  readonly rate: Rational | null;
}

/** The winners one rule gives under one order of ties. */
export interface Selection {
  readonly picks: readonly Pick[];
  readonly endowment: Rational | null;
  readonly search: EndowmentSearch | null;
  readonly walk: Walk | null;
  readonly ties: readonly TieMet[];
  /** The runs of Add1. */
  readonly trace: ReadonlyMap<number, EqualSharesRun>;
}

const nothing = { endowment: null, search: null, walk: null, ties: [], trace: new Map<number, EqualSharesRun>() };

function walked(taken: Walk, phase: Phase): Pick[] {
  return taken.steps.filter((step) => step.passed === null).map(({ project }) => ({ project, phase, rate: null }));
}

/** Greedy by votes with skipping: the outcome every other rule is compared with. */
export function greedyBaseline(profile: Profile, parameters: Parameters, ranks: Int32Array): Walk {
  return walk(profile, candidates(profile), byVotes(profile, parameters.rankBy), ranks, profile.election.budget);
}

function selectGreedy(profile: Profile, parameters: Parameters, ranks: Int32Array): Selection {
  const { rule, rankBy } = parameters;
  const index = new Map(profile.election.projects.map((project, c) => [project.id, c]));
  const exclusive = parameters.exclusiveGroups.map((group) => group.flatMap((id) => index.get(id) ?? []));
  const key = rankBy === "score" ? profile.score : profile.votes;
  const unit = rankBy === "score" ? Number(profile.pointUnit) / 10_000 : 1;
  const taken = walk(
    profile,
    candidates(profile),
    rule === "greedy-value" ? byValue(profile, parameters) : byVotes(profile, rankBy),
    ranks,
    profile.election.budget,
    {
      exclusive,
      stopAtFirstMisfit: rule === "greedy-no-skip",
      reaches: (c) => rule !== "greedy-threshold" || (key[c] ?? 0) * unit >= parameters.minimumScore,
    },
  );
  return { ...nothing, picks: walked(taken, "greedy"), walk: taken, ties: taken.ties };
}

function complete(profile: Profile, parameters: Parameters, ranks: Int32Array, selection: Selection): Selection {
  if (parameters.completion !== "utilitarian" && parameters.completion !== "add1-utilitarian") return selection;
  const funded = new Set(selection.picks.map(({ project }) => project));
  const spent = [...funded].reduce((sum, c) => sum + (profile.costs[c] ?? 0n), 0n);
  const open = candidates(profile).filter((c) => !funded.has(c));
  const more = walk(profile, open, byValue(profile, parameters), ranks, profile.election.budget - spent);
  const ties = more.ties.map((tie) => ({ ...tie, round: tie.round + selection.picks.length }));
  return {
    ...selection,
    picks: [...selection.picks, ...walked(more, "completion")],
    walk: more,
    ties: [...selection.ties, ...ties],
  };
}

function selectShares(profile: Profile, parameters: Parameters, ranks: Int32Array, known: KnownRuns | null): Selection {
  const raises = parameters.completion === "add1" || parameters.completion === "add1-utilitarian";
  if (raises && allSupportedFit(profile)) {
    const all = walk(profile, candidates(profile), byValue(profile, parameters), ranks, profile.election.budget);
    return { ...nothing, picks: walked(all, "all-supported-fit"), search: { steps: 0, stop: "all-supported-fit" } };
  }
  const shares = new EqualShares(profile, worthOf(profile, parameters.utility), ranks);
  const picks = (run: EqualSharesRun) =>
    run.winners.map((project, i): Pick => ({ project, phase: "equal-shares", rate: run.rates[i] ?? null }));
  if (!raises) {
    const endowment = firstEndowment(profile, parameters.start);
    const run = shares.run(endowment);
    return { ...nothing, picks: picks(run), endowment, ties: run.ties };
  }
  const { run, endowment, search, trace } = raiseEndowment(profile, shares, parameters, known);
  const met = new Map<string, TieMet>();
  for (const tie of [...trace.values()].flatMap(({ ties }) => ties)) {
    const key = tie.projects.join();
    if (!met.has(key)) met.set(key, tie);
  }
  return { ...nothing, picks: picks(run), endowment, search, trace, ties: [...met.values()] };
}

/**
 * Applies the rule and its completion, not the comparison, under the given order of ties. `known`: runs of Add1 under an order that
 * differs only among some projects, so that only the steps which met a tie between those are run again.
 */
export function select(
  profile: Profile,
  parameters: Parameters,
  ranks: Int32Array,
  known: KnownRuns | null = null,
): Selection {
  switch (parameters.rule) {
    case "equal-shares":
      return complete(profile, parameters, ranks, selectShares(profile, parameters, ranks, known));
    case "phragmen": {
      const run = phragmen(profile, ranks, parameters.phragmenStop);
      const picks = run.winners.map((project, i): Pick => ({ project, phase: "phragmen", rate: run.loads[i] ?? null }));
      return complete(profile, parameters, ranks, { ...nothing, picks, ties: run.ties });
    }
    case "knapsack": {
      const { winners, tied } = knapsack(profile, parameters, ranks);
      const picks = winners.map((project): Pick => ({ project, phase: "knapsack", rate: null }));
      return { ...nothing, picks, ties: tied.length > 0 ? [{ projects: tied, round: 1, mattered: true }] : [] };
    }
    default:
      return selectGreedy(profile, parameters, ranks);
  }
}
