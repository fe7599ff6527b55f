import { type Counted, counted } from "./counted.ts";
import type { Election } from "./election.ts";
import { EqualShares } from "./equal-shares.ts";
import { explainShares, type Reach, type ShareRound, type SharesExplained } from "./explain-shares.ts";
import { phragmenDistance, walkDistance } from "./explain-walk.ts";
import type { PassedReason } from "./greedy.ts";
import type { Outcome } from "./outcome.ts";
import type { StruckReason } from "./profile.ts";
import { toNumber } from "./rational.ts";
import type { Bought } from "./replay.ts";
import { tieRanks } from "./tie-order.ts";

/** Why a project was not funded. */
export type LossReason =
  | StruckReason
  | PassedReason
  /** All money of its supporters together never reached its cost. */
  | "never-affordable"
  /** Its supporters had enough at the start and spent it on other projects. */
  | "money-spent-elsewhere"
  /** Phragmen ended, or passed over it, before its supporters had earned its cost within the budget. */
  | "not-reached"
  /** The best set of projects does not contain it. */
  | "not-in-best-set";

/** One project that was not funded and how far it was from winning. Money in cents. */
export interface Loss {
  readonly project: string;
  readonly cost: bigint;
  readonly votes: number;
  readonly reason: LossReason;
  /** Equal Shares: money its supporters had at the start and have left. */
  readonly supportersMoney: { readonly start: number; readonly left: number } | null;
  /** Equal Shares: on what its supporters spent their money, most first. */
  readonly spentOn: readonly { readonly project: string; readonly amount: number }[];
  /** It would have won at this cost, ties aside, with everything else equal (Equal Shares: at the same endowment). Null: at none, or none that this shows. */
  readonly winsAtCost: number | null;
  /** It would have won, ties aside, with this many more supporters of nothing else (walks by points: this many more points). */
  readonly extraSupporters: number | null;
  /** As Wieliczka publishes it; see {@link Reach}. */
  readonly effectiveSupport: number | null;
}

/** Everything an outcome can say about itself. */
export interface Explanation {
  /** Rounds of Equal Shares; empty for other rules, whose rounds the outcome itself tells. */
  readonly rounds: readonly ShareRound[];
  readonly losses: readonly Loss[];
  /** Effective support of the winners of Equal Shares: each measured in a run at the same endowment without it. */
  readonly winnersSupport: readonly { readonly project: string; readonly effectiveSupport: number }[];
}

function lossOf(counted: Counted, shares: SharesExplained | null, c: number): Loss {
  const { profile, outcome, bought } = counted;
  const project = profile.election.projects[c];
  const cost = profile.costs[c] ?? 0n;
  const base = {
    project: project?.id ?? "",
    cost,
    votes: profile.votes[c] ?? 0,
    supportersMoney: null,
    spentOn: [],
    winsAtCost: null,
    extraSupporters: null,
    effectiveSupport: null,
  };
  const struck = profile.struck[c];
  if (struck) return { ...base, reason: struck };
  const passed = outcome.passed.find((entry) => entry.project === base.project);
  if (shares && bought) {
    const reach = shares.reach[c] as Reach;
    const start = toNumber(bought.endowment) * base.votes;
    const row = shares.spentBySupporters[c] ?? new Float64Array(0);
    const spentOn = Array.from(row, (amount, i) => ({ project: shares.rounds[i]?.project ?? "", amount }));
    return {
      ...base,
      reason: start < Number(cost) ? "never-affordable" : "money-spent-elsewhere",
      supportersMoney: { start, left: shares.leftToSupporters[c] ?? 0 },
      spentOn: spentOn.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount),
      winsAtCost: Math.floor(Math.max(reach.winsAtCost, Number(passed?.moneyBefore ?? 0n)) + 1e-6) || null,
      extraSupporters: reach.extraSupporters,
      effectiveSupport: reach.effectiveSupport,
    };
  }
  if (outcome.parameters.rule === "knapsack" && outcome.comparison?.kept !== "greedy")
    return { ...base, reason: "not-in-best-set" };
  if (outcome.parameters.rule === "phragmen" && outcome.comparison?.kept !== "greedy") {
    const own = phragmenDistance(counted, c);
    const winsAtCost = Math.max(own.winsAtCost ?? 0, Number(passed?.moneyBefore ?? 0n));
    return { ...base, reason: passed?.reason ?? "not-reached", ...own, winsAtCost };
  }
  if (passed === undefined) return { ...base, reason: "not-reached" };
  return { ...base, reason: passed.reason, ...walkDistance(counted, c, passed.reason, passed.moneyBefore) };
}

/** Effective support of a winner: the run at the same endowment without it, and the best it would have drawn in any round. */
function supportWithout(of: Counted, bought: Bought, c: number): number {
  const struck = of.profile.struck.map((reason, other) => (other === c ? "withdrawn" : reason));
  const shares = new EqualShares({ ...of.profile, struck }, of.worth, tieRanks(of.profile, of.outcome.parameters));
  const run = shares.run(bought.endowment);
  const { reach } = explainShares(of, { ...bought, winners: run.winners, rates: run.rates });
  return (reach[c] as Reach).effectiveSupport;
}

/** Explains an outcome from the election it was counted from. `winnersSupport` runs the rule once per winner; leave it out to save time. */
export function explain(
  election: Election,
  outcome: Outcome,
  options: { readonly winnersSupport?: boolean } = {},
): Explanation {
  const of = counted(election, outcome);
  const shares = of.bought && explainShares(of, of.bought);
  const funded = new Set(outcome.winners);
  const losers = election.projects.map((_, c) => c).filter((c) => !funded.has(election.projects[c]?.id ?? ""));
  const bought = of.bought;
  const paid = options.winnersSupport && bought ? bought.winners.filter((c) => of.profile.costs[c] !== 0n) : [];
  return {
    rounds: shares?.rounds ?? [],
    losses: losers.map((c) => lossOf(of, shares, c)),
    winnersSupport: paid.map((c) => ({
      project: election.projects[c]?.id ?? "",
      effectiveSupport: bought ? supportWithout(of, bought, c) : 0,
    })),
  };
}
