import { count } from "../count.ts";
import type { Election } from "../election.ts";
import { type Fairness, fairness } from "../fairness.ts";
import type { Outcome } from "../outcome.ts";
import type { Completion, Parameters, Rule } from "../parameters.ts";

/** One way to count the same ballots, with how evenly it serves the voters. */
export interface Compared {
  readonly rule: Rule;
  readonly completion: Completion;
  readonly outcome: Outcome;
  readonly fairness: Fairness;
}

const variants: readonly (readonly [Rule, Completion])[] = [
  ["greedy", "none"],
  ["greedy-no-skip", "none"],
  ["greedy-threshold", "none"],
  ["greedy-value", "none"],
  ["knapsack", "none"],
  ["equal-shares", "none"],
  ["equal-shares", "utilitarian"],
  ["equal-shares", "add1"],
  ["equal-shares", "add1-utilitarian"],
  ["phragmen", "none"],
  ["phragmen", "utilitarian"],
];

/**
 * Counts by every rule with the parameters that were asked. Left out are the threshold rule when there is no threshold
 * (it would be greedy again) and rules that do not fit the ballots.
 */
export function compareRules(election: Election, asked: Parameters): Compared[] {
  const applicable = variants.filter(([rule]) => rule !== "greedy-threshold" || asked.minimumScore > 0);
  return applicable.flatMap(([rule, completion]) => {
    const exclusiveGroups = rule.startsWith("greedy") ? asked.exclusiveGroups : [];
    const outcome = countOrSkip(election, { ...asked, rule, completion, exclusiveGroups, comparison: "none" });
    if (outcome === undefined) return [];
    return [{ rule, completion, outcome, fairness: fairness(election, outcome.winners, outcome.parameters) }];
  });
}

/** The two sets of winners a comparison chose between, with how evenly each serves the voters. */
export interface Weighed {
  readonly rule: readonly string[];
  readonly greedy: readonly string[];
  readonly fairness: { readonly rule: Fairness; readonly greedy: Fairness };
}

/** Measures both sides of the comparison with greedy by votes, whichever was kept; undefined when nothing was compared. */
export function weighComparison(election: Election, { comparison, parameters }: Outcome): Weighed | undefined {
  if (comparison === null) return undefined;
  const { ruleWinners: rule, greedyWinners: greedy } = comparison;
  const of = (winners: readonly string[]) => fairness(election, winners, parameters);
  return { rule, greedy, fairness: { rule: of(rule), greedy: of(greedy) } };
}

function countOrSkip(election: Election, parameters: Parameters): Outcome | undefined {
  try {
    return count(election, parameters);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
