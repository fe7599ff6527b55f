import { dateIn, termEndsOn } from "../calendar.ts";
import { type Changed, fromStates, next } from "../change.ts";
import { inDistrict, onlyDistrict } from "../district/districts.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { invariant } from "../errors.ts";
import type { EventCode, PublicEvent } from "../event/event.ts";
import { recordEvent } from "../event/record.ts";
import type { PersonId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type Plan, type Proposal, type ProposalVersion, proposalTransitions } from "./proposal.ts";

/** A state change of a proposal: how it will be, and the change that writes it under the transition's condition. */
export interface Step {
  readonly after: Proposal;
  readonly change: Change;
}

/**
 * Moves a proposal to the next state. Checked here and again by the database, which refuses as `wrong-state` when the
 * proposal has left the states the transition may start from, and as `stale` when anything else changed.
 */
export function step(
  deps: Deps,
  proposal: Proposal,
  name: keyof typeof proposalTransitions,
  changed: Changed<Proposal>,
): Step {
  const transition = proposalTransitions[name];
  assertFrom(transition, proposal.status);
  const isMoved = transition.to !== proposal.status;
  const moved = {
    ...changed,
    status: transition.to,
    statusSince: isMoved ? deps.clock.now().toISOString() : proposal.statusSince,
  };
  return {
    // The optional fields that were taken away are undefined here and absent in the record.
    after: { ...proposal, ...moved, revision: proposal.revision + 1 } as Proposal,
    change: next("proposal", proposal, moved, [fromStates(transition)]),
  };
}

/** The plan of a proposal that was submitted. */
export function planOf(proposal: Proposal): Plan {
  invariant(proposal.plan !== undefined, `proposal ${proposal.id} in state ${proposal.status} has a plan`);
  return proposal.plan;
}

/** The last day to decide, as it stands today (ISO date). */
export function decideBy(deps: Deps, proposal: Proposal): string {
  invariant(proposal.term !== undefined, `proposal ${proposal.id} in state ${proposal.status} has a term`);
  return termEndsOn(proposal.term, dateIn(deps.clock.now()));
}

/** The public line of a step, with the title, so that a list of lines needs no other reads. */
export function tell(deps: Deps, proposal: Proposal, code: EventCode, facts: PublicEvent["facts"] = {}): Change {
  const { title, districts } = planOf(proposal);
  const { id: proposalId, enterpriseId, isUnlisted } = proposal;
  const place = {
    enterpriseId,
    proposalId,
    ...inDistrict(onlyDistrict(districts)),
    ...(isUnlisted === undefined ? {} : { isUnlisted }),
  };
  return recordEvent(deps, { code, ...place, facts: { title, ...facts } });
}

/** The newest plan as a kept version. */
export function keepVersion(
  deps: Deps,
  proposal: Proposal,
  savedBy: PersonId,
  reason: ProposalVersion["reason"],
  { note, attachment, attachments = [] }: Partial<Pick<ProposalVersion, "note" | "attachment" | "attachments">> = {},
): Change {
  const record: ProposalVersion = {
    proposalId: proposal.id,
    version: proposal.version,
    plan: planOf(proposal),
    savedAt: deps.clock.now().toISOString(),
    savedBy,
    reason,
    ...(note === undefined || note === "" ? {} : { note }),
    ...(attachment === undefined ? {} : { attachment }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return { put: "proposal-version", record, refusal: "stale" };
}

/** What a letter says to know which proposal it is about. */
export function letterSubject(proposal: Proposal, enterprise: Enterprise) {
  return {
    title: planOf(proposal).title,
    enterprise: publicIdentity(enterprise).name,
    path: sitePaths.proposal(proposal.id),
  };
}
