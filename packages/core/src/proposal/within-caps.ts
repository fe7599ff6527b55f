import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Use } from "../sign-in/within-limit.ts";
import { isPublic } from "../visibility/visibility.ts";
import type { Proposal, ProposalStatus } from "./proposal.ts";

const day = 24 * 60;
const submissions = { name: "submissions-enterprise", max: limits.submissionsPerEnterpriseDayMax, minutes: day };
const edits = { name: "edits-enterprise", max: limits.planEditsPerEnterpriseDayMax, minutes: day };

/** Sent in and not decided yet: work that waits for city hall. */
const open: readonly ProposalStatus[] = ["submitted", "in-review", "completion-asked", "advised", "decision-prepared"];

/**
 * Throws `limit-reached` when the enterprise has all the drafts it may have; fewer before anybody checked it. Gives how
 * many that are, for the count in the transaction (`drafts.ts`): this list lags in a rush.
 */
export function assertRoomForDraft(enterprise: Enterprise, own: readonly Proposal[]): number {
  const max = isPublic(enterprise) ? limits.draftsPerEnterpriseMax : limits.draftsUnverifiedMax;
  assertBelow(own, ["draft"], max);
  return max;
}

/** Throws `limit-reached` when as many proposals wait for city hall as one enterprise may have waiting. */
export async function assertRoomForSubmission(deps: Deps, enterprise: Enterprise): Promise<void> {
  const own = await deps.store.listAll("proposals-of-enterprise", { enterpriseId: enterprise.id });
  assertBelow(own, open, isPublic(enterprise) ? limits.openProposalsMax : limits.openProposalsUnverifiedMax);
}

/** What a proposal that is sent in counts for: each is a term that begins to run. */
export const usesOfSubmission = ({ id }: Pick<Enterprise, "id">): readonly Use[] => [
  { rule: submissions, subject: id },
];

/** What a changed plan counts for: each is a letter to the whole board and a version to keep. */
export const usesOfEdit = ({ id }: Pick<Enterprise, "id">): readonly Use[] => [{ rule: edits, subject: id }];

function assertBelow(own: readonly Proposal[], statuses: readonly ProposalStatus[], max: number): void {
  if (own.filter(({ status }) => statuses.includes(status)).length < max) return;
  throw new DomainError("limit-reached", `At most ${max} at a time.`, { details: { max, why: "at-a-time" } });
}
