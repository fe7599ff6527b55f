import * as z from "zod";
import { dateIn, IsoDate } from "../calendar.ts";
import { Districts } from "../district/districts.ts";
import { EnterpriseId, ProposalId } from "../ids.ts";
import { Vessel } from "../mandate/vessel.ts";
import type { Overview } from "../municipality/overview.ts";
import type { Deps } from "../ports.ts";
import { amountAppliedFor, type Proposal, ProposalStatus, Theme } from "./proposal.ts";
import { publicPlanOf } from "./public-plan.ts";
import { Standing, standingOf } from "./standing.ts";
import { planOf } from "./step.ts";

/** A proposal on a card: what it is, whose, where it stands, and how full its mandate is once it has one. */
export const ProposalCard = z
  .object({
    id: ProposalId,
    title: z.string(),
    summary: z.string(),
    themes: z.array(Theme),
    districts: Districts,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    status: ProposalStatus,
    submittedOn: IsoDate,
    appliedForCents: z.int(),
    standing: Standing,
    vessel: Vessel.optional(),
  })
  .meta({ id: "ProposalCard" });
export type ProposalCard = z.infer<typeof ProposalCard>;

/** The card of a proposal that was sent in. */
export async function viewCard(deps: Deps, proposal: Proposal, overview: Overview): Promise<ProposalCard> {
  const plan = planOf(proposal);
  const mandate = overview.mandateOf(proposal.mandateId);
  const { id, enterpriseId, status, submittedAt } = proposal;
  return {
    id,
    title: plan.title,
    summary: publicPlanOf(proposal).summary,
    themes: plan.themes,
    districts: plan.districts,
    enterprise: { id: enterpriseId, name: overview.nameOf(enterpriseId) },
    status,
    submittedOn: dateIn(new Date(submittedAt ?? proposal.createdAt)),
    appliedForCents: amountAppliedFor(plan),
    standing: standingOf(deps, proposal, mandate),
    ...(mandate === undefined ? {} : { vessel: await overview.vesselOf(mandate) }),
  };
}
