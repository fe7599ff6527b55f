import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn } from "../calendar.ts";
import { isForDistrict } from "../district/districts.ts";
import { DomainError, type FieldProblem } from "../errors.ts";
import type { DecisionId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { findForStaff } from "../proposal/find-for-staff.ts";
import { amountAppliedFor, type Proposal, proposalTransitions } from "../proposal/proposal.ts";
import { planOf, step, tell } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { plannedDayProblem } from "../typed/planned-day.ts";
import { callAtOnce } from "../work-list/call.ts";
import type { Award, Decision, DecisionDraft } from "./decision.ts";

/**
 * Prepares a decision, to be taken by somebody else. What it says is for city hall only until it is taken.
 * @throws DomainError `invalid` when the award does not fit the pot, the day or what was applied for; `unauthenticated`,
 * `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function prepareDecision(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; draft: DecisionDraft } & Keyed,
): Promise<{ decisionId: DecisionId }> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "prepareDecision", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findForStaff(deps, actor, "officer", input.proposalId);
    const { proposal, enterprise } = found;
    assertFrom(proposalTransitions.prepareDecision, proposal.status);
    const fields = await problemsOf(deps, proposal, input.draft);
    if (fields.length > 0) throw new DomainError("invalid", "The decision does not fit the proposal.", { fields });
    const decision: Decision = {
      id: deps.ids.next("dec"),
      proposalId: proposal.id,
      enterpriseId: enterprise.id,
      draft: input.draft,
      status: "prepared",
      preparedBy: found.actor.personId,
      preparedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    const { after, change } = step(deps, proposal, "prepareDecision", {
      decisionId: decision.id,
      isReturned: undefined,
    });
    const changes: readonly Change[] = [
      change,
      { put: "decision", record: decision },
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      tell(deps, after, "decision-prepared"),
      ...(await callAtOnce(deps, { enterprise, proposal: after, decision })),
    ];
    return { changes, result: { decisionId: decision.id } };
  });
}

async function problemsOf(deps: Deps, proposal: Proposal, draft: DecisionDraft): Promise<readonly FieldProblem[]> {
  if (draft.outcome === "reject") return [];
  const plan = planOf(proposal);
  const problems: FieldProblem[] = [];
  const pot = await deps.store.get("pot", { id: draft.potId });
  const isForPlan = pot !== undefined && (pot.district === undefined || isForDistrict(plan.districts, pot.district));
  if (!isForPlan) problems.push({ path: "potId", code: "choice" });
  const applied = amountAppliedFor(plan);
  if (draft.outcome === "award" && draft.amountCents !== applied)
    problems.push({ path: "amountCents", code: "amount-applied-for", limit: applied });
  if (draft.outcome === "award-in-part" && draft.amountCents >= applied)
    problems.push({ path: "amountCents", code: "amount-in-part", limit: applied - 1 });
  return [...problems, ...dayProblems(deps, proposal, draft)];
}

/** The term lies between the day the plan was sent in and what anybody can plan; money is planned for days of the term. */
function dayProblems({ clock }: Deps, { submittedAt, createdAt }: Proposal, draft: Award): readonly FieldProblem[] {
  const { startsOn, endsOn, instalments } = draft;
  const today = dateIn(clock.now());
  const limit = limits.planYearsMax;
  const days = { submittedOn: dateIn(new Date(submittedAt ?? createdAt)), today, yearsMax: limit };
  const problems: FieldProblem[] = instalments.flatMap(({ plannedOn }, index) =>
    plannedOn < startsOn ? [{ path: `instalments.${index}.plannedOn`, code: "before-start" }] : [],
  );
  const start = plannedDayProblem(startsOn, days);
  if (start !== undefined) problems.push({ path: "startsOn", code: start, limit });
  if (endsOn <= today) problems.push({ path: "endsOn", code: "in-past" });
  else if (plannedDayProblem(endsOn, days) === "too-far") problems.push({ path: "endsOn", code: "too-far", limit });
  return problems;
}
