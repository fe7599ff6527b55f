import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { ProposalId } from "../ids.ts";
import { Municipality } from "../municipality/municipality.ts";
import type { Deps } from "../ports.ts";
import { type Proposal, ProposalStatus } from "./proposal.ts";
import { decideBy, planOf } from "./step.ts";

/** What somebody is told who sent something in: what was received, by when an answer comes, and whom to call. */
export const ReceiptView = z
  .object({
    proposalId: ProposalId,
    title: z.string(),
    status: ProposalStatus,
    version: z.int(),
    receivedAt: IsoInstant,
    answerBy: IsoDate,
    contact: Municipality.shape.contact,
  })
  .meta({ id: "ProposalReceipt" });
export type ReceiptView = z.infer<typeof ReceiptView>;

/** The receipt of what was just sent in. */
export function viewReceipt(deps: Deps, proposal: Proposal): ReceiptView {
  const { id: proposalId, status, version } = proposal;
  return {
    proposalId,
    title: planOf(proposal).title,
    status,
    version,
    receivedAt: deps.clock.now().toISOString(),
    answerBy: decideBy(deps, proposal),
    contact: deps.municipality.contact,
  };
}
