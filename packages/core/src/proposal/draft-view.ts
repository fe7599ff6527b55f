import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { EnterpriseId, ProposalId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { isPublic } from "../visibility/visibility.ts";
import { checkPlan } from "./complete-plan.ts";
import { PlanDraft, type Proposal } from "./proposal.ts";

/** A draft as its board sees it. `problems` is everything that still stands between it and being sent in. */
export const DraftView = z
  .object({
    id: ProposalId,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    draft: PlanDraft,
    /** Whether everybody may read it as soon as it is sent in; otherwise not before city hall verified its enterprise. */
    isPublicOnceSent: z.boolean(),
    /** Sent back with the next save; another value means that somebody else saved in the meantime. */
    revision: z.int(),
    /** The last save: when (UTC), by whom, and the key that the form of that save gave it. `name` only of somebody else. */
    saved: z
      .object({ at: IsoInstant, isMine: z.boolean(), name: z.string().optional(), save: z.string().optional() })
      .optional(),
    problems: z.array(z.object({ path: z.string(), code: z.string(), limit: z.number().optional() })),
  })
  .meta({ id: "Draft" });
export type DraftView = z.infer<typeof DraftView>;

/** A draft for a member of its board. */
export function viewDraft(deps: Deps, actor: Actor, proposal: Proposal, enterprise: Enterprise): DraftView {
  const saved = proposal.draftSaved && viewSave(actor, proposal.draftSaved, enterprise);
  return {
    id: proposal.id,
    enterprise: { id: enterprise.id, name: enterprise.profile.name },
    draft: proposal.draft,
    isPublicOnceSent: isPublic(enterprise),
    revision: proposal.revision,
    ...(saved === undefined ? {} : { saved }),
    problems: checkPlan(deps, proposal.draft).problems.map((problem) => ({ ...problem })),
  };
}

function viewSave(
  actor: Actor,
  { at, by, save }: NonNullable<Proposal["draftSaved"]>,
  { members }: Enterprise,
): NonNullable<DraftView["saved"]> {
  const isMine = actor.kind !== "visitor" && actor.personId === by;
  const name = isMine ? undefined : members.find(({ personId }) => personId === by)?.name;
  return { at, isMine, ...(name === undefined ? {} : { name }), ...(save === undefined ? {} : { save }) };
}
