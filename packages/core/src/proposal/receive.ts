import { moveTo, placeIn } from "../district/district-item.ts";
import { districtNames } from "../district/districts.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { PersonId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Plan, Proposal, ProposalVersion } from "./proposal.ts";
import { decideBy, keepVersion, letterSubject, planOf } from "./step.ts";

/**
 * What belongs to receiving a plan: its kept version, and a letter to the whole board with date, time, a copy of the
 * contents and the names of the files, and by when an answer comes (Awb 2.3 as of 1 January 2026: a receipt for every
 * formal message).
 */
export function receive(
  deps: Deps,
  proposal: Proposal,
  enterprise: Enterprise,
  by: PersonId,
  reason: ProposalVersion["reason"],
  {
    attachments,
    note,
    before,
  }: {
    /** What the files that go with it are called. */
    readonly attachments: readonly string[];
    readonly note?: string | undefined;
    readonly before?: Plan;
  },
): readonly Change[] {
  const content = {
    ...letterSubject(proposal, enterprise),
    receivedAt: deps.clock.now().toISOString(),
    answerBy: decideBy(deps, proposal),
    plan: planOf(proposal),
    districts: districtNames(deps.municipality, planOf(proposal).districts),
    version: proposal.version,
    attachments: [...attachments],
  };
  const kind = reason === "completed" ? "completion-received" : "receipt";
  return [
    keepVersion(deps, proposal, by, reason, { ...(note === undefined ? {} : { note }), attachments: [...attachments] }),
    ...place(proposal, before),
    ...writeToBoard(deps, kind, enterprise, content),
  ];
}

/** In the list of each district that the plan is for; `before` is the plan that stood there. */
function place(proposal: Proposal, before: Plan | undefined): readonly Change[] {
  const { id: proposalId, enterpriseId, submittedAt, createdAt } = proposal;
  const { districts } = planOf(proposal);
  const item = { kind: "proposal", at: submittedAt ?? createdAt, proposalId, enterpriseId } as const;
  return before === undefined ? placeIn(districts, item) : moveTo(districts, before.districts, item);
}
