import { dateIn, type IsoInstant } from "../calendar.ts";
import { DomainError, type FieldProblem } from "../errors.ts";
import { limits } from "../limits.ts";
import { fieldProblems } from "../parse.ts";
import type { Deps } from "../ports.ts";
import { plannedDayProblem } from "../typed/planned-day.ts";
import { Plan, type PlanDraft } from "./proposal.ts";

/** What a plan may leave out: who has no partners, asks no help and brings nothing says nothing. */
const leftOut = { partners: [], helpAsked: "", ownContribution: "", ownContributionCents: 0 };

/** How a plan is read. */
interface Reading {
  /** Where the plan stands in the body; `plan.` gives paths such as `plan.title`. */
  readonly at?: "plan.";
  /** The day it was sent in; without, it is sent in today. */
  readonly submittedAt?: IsoInstant | undefined;
}

/**
 * A plan that can be submitted, from what was written so far. Subjects that may be empty are filled in as empty.
 * @throws DomainError `invalid` with every problem at once; paths as in the plan.
 */
export function completePlan(deps: Deps, written: PlanDraft, { at, submittedAt }: Reading = {}): Plan {
  const checked = checkPlan(deps, written, submittedAt);
  if (checked.plan !== undefined) return checked.plan;
  const fields = checked.problems.map((problem) => ({ ...problem, path: `${at ?? ""}${problem.path}` }));
  throw new DomainError("invalid", "The plan is not complete or not right.", { fields });
}

/** The plan when it can be submitted, else everything that is still missing or not right. */
export function checkPlan(
  { clock, municipality }: Deps,
  written: PlanDraft,
  submittedAt?: IsoInstant,
): { plan: Plan; problems: readonly [] } | { plan?: never; problems: readonly FieldProblem[] } {
  const result = Plan.safeParse({ ...leftOut, ...written });
  const problems = result.success ? [] : [...fieldProblems(result.error)];
  const isHere = (district: string) => municipality.districts.some(({ code }) => code === district);
  for (const [index, district] of (written.districts === "all" ? [] : (written.districts ?? [])).entries())
    if (!isHere(district)) problems.push({ path: `districts.${index}`, code: "district-unknown" });
  const today = dateIn(clock.now());
  const submittedOn = submittedAt === undefined ? today : dateIn(new Date(submittedAt));
  for (const [index, { plannedOn }] of (written.milestones ?? []).entries()) {
    const yearsMax = limits.planYearsMax;
    const code = plannedOn === "" ? undefined : plannedDayProblem(plannedOn, { submittedOn, today, yearsMax });
    if (code !== undefined) problems.push({ path: `milestones.${index}.plannedOn`, code, ...limitOf(code) });
  }
  return result.success && problems.length === 0 ? { plan: result.data, problems: [] } : { problems };
}

const limitOf = (code: string) => (code === "too-far" ? { limit: limits.planYearsMax } : {});
