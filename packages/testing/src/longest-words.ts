import { type DecisionDraft, limits, type Plan, type PotId } from "@hevel/core";

/** For tests: a text of exactly this many characters. */
export type Words = (max: number) => string;

/** For tests: a plan with as much in it as is allowed, at the district of another. */
export function longestPlan(words: Words, plan: Plan): Plan {
  return {
    ...plan,
    title: words(limits.titleLengthMax),
    summary: words(limits.summaryLengthMax),
    what: words(limits.textLengthMax),
    why: words(limits.textLengthMax),
    audience: words(limits.summaryLengthMax),
    milestones: Array.from({ length: limits.milestonesMax }, (_, index) => ({
      id: `m${index}`,
      title: words(limits.nameLengthMax),
      plannedOn: "2027-03-15",
    })),
    budgetLines: Array.from({ length: limits.budgetLinesMax }, (_, index) => ({
      id: `b${index}`,
      category: "material",
      description: words(limits.nameLengthMax),
      amountCents: 10_000,
    })),
    ownContributionCents: 0,
    ownContribution: words(limits.noteLengthMax),
    partners: Array.from({ length: limits.partnersMax }, (_, index) => ({
      id: `p${index}`,
      name: words(limits.nameLengthMax),
      sector: "business",
      contribution: words(200),
    })),
    helpAsked: words(limits.noteLengthMax),
  };
}

/** For tests: an award of that plan with as much in it as is allowed. */
export const longestDecision = (words: Words, potId: PotId): DecisionDraft => ({
  outcome: "award",
  reference: words(60),
  legalBasis: words(200),
  motivation: words(limits.textLengthMax),
  instrument: "subsidy",
  potId,
  amountCents: 300_000,
  startsOn: "2027-01-01",
  endsOn: "2027-12-31",
  instalments: [{ id: "i1", amountCents: 300_000, plannedOn: "2027-01-15" }],
  conditions: Array.from({ length: limits.conditionsMax }, () => words(limits.summaryLengthMax)),
});
