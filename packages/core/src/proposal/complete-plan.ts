import { DomainError, type FieldProblem } from "../errors.ts";
import { fieldProblems } from "../parse.ts";
import type { Deps } from "../ports.ts";
import { Plan, type PlanDraft } from "./proposal.ts";

/** What a plan may leave out: who has no partners, asks no help and brings nothing says nothing. */
const leftOut = { partners: [], helpAsked: "", ownContribution: "", ownContributionCents: 0 };

/**
 * A plan that can be submitted, from what was written so far. Subjects that may be empty are filled in as empty.
 * @param at where the plan stands in the body; `plan.` gives paths such as `plan.title`.
 * @throws DomainError `invalid` with every problem at once; paths as in the plan.
 */
export function completePlan(deps: Deps, written: PlanDraft, at: "" | "plan." = ""): Plan {
  const checked = checkPlan(deps, written);
  if (checked.plan !== undefined) return checked.plan;
  const fields = checked.problems.map((problem) => ({ ...problem, path: `${at}${problem.path}` }));
  throw new DomainError("invalid", "The plan is not complete or not right.", { fields });
}

/** The plan when it can be submitted, else everything that is still missing or not right. */
export function checkPlan(
  { municipality }: Deps,
  written: PlanDraft,
): { plan: Plan; problems: readonly [] } | { plan?: never; problems: readonly FieldProblem[] } {
  const result = Plan.safeParse({ ...leftOut, ...written });
  const problems = result.success ? [] : [...fieldProblems(result.error)];
  const isElsewhere =
    written.district !== undefined && !municipality.districts.some(({ code }) => code === written.district);
  if (isElsewhere) problems.push({ path: "district", code: "choice" });
  return result.success && problems.length === 0 ? { plan: result.data, problems: [] } : { problems };
}
