import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate, lastDayToObject } from "../calendar.ts";
import { fromStates, next } from "../change.ts";
import { inDistrict, onlyDistrict } from "../district/districts.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import { DecisionId, type DistrictCode, MandateId, type PersonId, ProposalId } from "../ids.ts";
import { commitMandate } from "../ledger/mandate-money.ts";
import { writeToBoard } from "../letter/to-board.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { findForStaff } from "../proposal/find-for-staff.ts";
import { amountAppliedFor, type Proposal, ProposalStatus } from "../proposal/proposal.ts";
import { letterSubject, planOf, step, tell } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertMayHoldMoney } from "../transfer/case.ts";
import { assertFrom } from "../transition.ts";
import { callAtOnce } from "../work-list/call.ts";
import { type Award, type Decision, decisionTransitions } from "./decision.ts";
import { findDecision } from "./find.ts";

/** What came of taking a decision. */
export const DecisionTakenView = z
  .object({
    proposalId: ProposalId,
    decisionId: DecisionId,
    status: ProposalStatus,
    decidedOn: IsoDate,
    objectionUntil: IsoDate,
    mandateId: MandateId.optional(),
  })
  .meta({ id: "DecisionTaken" });
export type DecisionTakenView = z.infer<typeof DecisionTakenView>;

/**
 * Takes a decision exactly as it was prepared, by another person than who prepared it. The letter leaves with it, so the
 * day it is taken is the day it is announced (Awb 3:41) and the objection term begins the day after. An award makes the
 * mandate and moves its money from the pot in the same transaction. A request that arrives twice is taken once.
 * @throws DomainError `four-eyes` (by the database), `own-interest`, `cannot-hold-money` with the obstacles,
 * `not-enough-money` with what is left in the pot (by the database), `mandate-not-active` when its last day has passed, `wrong-state`,
 * `idempotency-mismatch`, `unauthenticated`, `forbidden`, `not-found`.
 */
export async function takeDecision(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; decisionId: DecisionId; idempotencyKey: string },
): Promise<DecisionTakenView> {
  assertRole(actor, "council");
  const { idempotencyKey: key, ...asked } = input;
  const request = { takeDecision: asked, by: actor.personId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const found = await findForStaff(deps, actor, "council", input.proposalId);
    const { proposal, enterprise } = found;
    const decision = await findDecision(deps, proposal, input.decisionId);
    assertFrom(decisionTransitions.take, decision.status);
    const decidedOn = dateIn(deps.clock.now());
    const taken: Decision = {
      ...decision,
      status: decisionTransitions.take.to,
      decidedBy: found.actor.personId,
      decidedOn,
      objectionUntil: lastDayToObject(decidedOn),
    };
    const outcome = await outcomeOf(deps, proposal, enterprise, taken, found.actor.personId);
    const result: DecisionTakenView = {
      ...asked,
      status: outcome.after.status,
      decidedOn,
      objectionUntil: lastDayToObject(decidedOn),
      ...(outcome.mandate === undefined ? {} : { mandateId: outcome.mandate.id }),
    };
    const changes = [
      next("decision", decision, taken, [
        fromStates(decisionTransitions.take),
        { field: "preparedBy", is: "differ", value: found.actor.personId, refusal: "four-eyes" },
      ]),
      ...outcome.changes,
      stillTheSame(enterprise),
      stillHas("council", found.actor),
      ...writeLetters(deps, outcome.after, enterprise, taken, decidedOn),
      ...(await callAtOnce(deps, { enterprise, mandate: outcome.mandate })),
    ];
    return { changes, result };
  });
}

interface Outcome {
  readonly after: Proposal;
  readonly mandate?: Mandate;
  readonly changes: readonly Change[];
}

async function outcomeOf(
  deps: Deps,
  proposal: Proposal,
  enterprise: Enterprise,
  decision: Decision,
  by: PersonId,
): Promise<Outcome> {
  const { draft } = decision;
  if (draft.outcome === "reject") {
    const { after, change } = step(deps, proposal, "reject", { dueOn: undefined });
    return { after, changes: [change, tell(deps, after, "proposal-rejected")] };
  }
  assertMayHold(deps, enterprise, draft);
  const pot = await deps.store.get("pot", { id: draft.potId });
  const mandate = mandateOf(deps, proposal, decision, draft, pot?.district);
  const { after, change } = step(deps, proposal, "award", { mandateId: mandate.id, dueOn: mandate.endsOn });
  const { changes } = await commitMandate(deps, mandate, { by, approvers: [decision.preparedBy] });
  const { outcome, amountCents, endsOn } = draft;
  return {
    after,
    mandate,
    changes: [
      change,
      { put: "mandate", record: mandate },
      ...changes,
      tell(deps, after, "proposal-awarded", { outcome, amountCents, endsOn }),
    ],
  };
}

/** What the database cannot judge from one record; that the enterprise is still the same is a condition of the commit. */
function assertMayHold(deps: Deps, enterprise: Enterprise, { endsOn }: Award): void {
  assertMayHoldMoney(enterprise);
  if (endsOn <= dateIn(deps.clock.now()))
    throw new DomainError("mandate-not-active", "The last day of this mandate has passed.", { details: { endsOn } });
}

function mandateOf(
  deps: Deps,
  proposal: Proposal,
  decision: Decision,
  award: Award,
  paidBy: DistrictCode | undefined,
): Mandate {
  const { title, districts, milestones } = planOf(proposal);
  const { potId, instrument, amountCents, startsOn, endsOn, conditions } = award;
  return {
    id: deps.ids.next("man"),
    proposalId: proposal.id,
    enterpriseId: proposal.enterpriseId,
    districts,
    // Money is counted once: for the one district it is for, else for that of the pot.
    ...inDistrict(onlyDistrict(districts) ?? paidBy),
    decisionId: decision.id,
    decisionReference: award.reference,
    potId,
    instrument,
    title,
    amountCents,
    startsOn,
    endsOn,
    conditions,
    instalments: award.instalments.map((instalment) => ({ ...instalment, status: "planned" })),
    milestones,
    status: "active",
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
}

function writeLetters(
  deps: Deps,
  proposal: Proposal,
  enterprise: Enterprise,
  { draft }: Decision,
  decidedOn: IsoDate,
): readonly Change[] {
  const { outcome, reference, legalBasis, motivation } = draft;
  const award = () => {
    if (draft.outcome === "reject") return {};
    const { amountCents, instrument, startsOn, endsOn, conditions } = draft;
    const instalments = draft.instalments.map(({ amountCents, plannedOn }) => ({ amountCents, plannedOn }));
    const amountAppliedForCents = amountAppliedFor(planOf(proposal));
    return { award: { amountCents, amountAppliedForCents, instrument, startsOn, endsOn, instalments, conditions } };
  };
  return writeToBoard(deps, "decision", enterprise, {
    ...letterSubject(proposal, enterprise),
    path: sitePaths.decision(proposal.id),
    outcome,
    reference,
    decidedOn,
    decidingBody: deps.municipality.decidingBody,
    legalBasis,
    motivation,
    objectionUntil: lastDayToObject(decidedOn),
    objectionAddress: deps.municipality.objectionAddress,
    objectionPath: sitePaths.objectTo("besluit", proposal.id),
    ...award(),
  });
}
