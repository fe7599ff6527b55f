import * as z from "zod";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { EnterpriseId, ProposalId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { checkPlan } from "./complete-plan.ts";
import { PlanDraft, type Proposal } from "./proposal.ts";

/** A draft as its board sees it. `problems` is everything that still stands between it and being sent in. */
export const DraftView = z
  .object({
    id: ProposalId,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    draft: PlanDraft,
    /** Sent back with the next save; another value means that somebody else saved in the meantime. */
    revision: z.int(),
    problems: z.array(z.object({ path: z.string(), code: z.string(), limit: z.number().optional() })),
  })
  .meta({ id: "Draft" });
export type DraftView = z.infer<typeof DraftView>;

/** A draft for its board. */
export function viewDraft(deps: Deps, proposal: Proposal, { id, profile }: Enterprise): DraftView {
  return {
    id: proposal.id,
    enterprise: { id, name: profile.name },
    draft: proposal.draft,
    revision: proposal.revision,
    problems: checkPlan(deps, proposal.draft).problems.map((problem) => ({ ...problem })),
  };
}
