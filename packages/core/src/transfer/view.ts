import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { errorCodes } from "../errors.ts";
import { EnterpriseId, JournalId, MandateId, ProposalId, TransferId } from "../ids.ts";
import { type Transfer, TransferStatus } from "./transfer.ts";

/** A transfer as every act on it answers. Amounts in integer cents. */
export const TransferSummary = z
  .object({
    id: TransferId,
    mandateId: MandateId,
    proposalId: ProposalId,
    enterpriseId: EnterpriseId,
    instalmentId: z.string(),
    amountCents: z.int(),
    status: TransferStatus,
    expiresAt: IsoInstant,
    refusal: z.string().optional(),
    paidOn: IsoDate.optional(),
    journalId: JournalId.optional(),
  })
  .meta({ id: "TransferSummary" });
export type TransferSummary = z.infer<typeof TransferSummary>;

/** A transfer for city hall: who did what, and why the reader may or may not act on it. */
export const TransferView = TransferSummary.extend({
  title: z.string(),
  enterprise: z.string(),
  decisionReference: z.string(),
  proposedBy: z.string(),
  proposedAt: IsoInstant,
  approvedBy: z.string().optional(),
  approvedAt: IsoInstant.optional(),
  paidBy: z.string().optional(),
  bankReference: z.string().optional(),
  /** Where to pay it to; for finance only. */
  iban: z.string().optional(),
  ibanHolder: z.string().optional(),
  /** Why the reader may not approve, refuse or pay it; absent where the reader may. */
  approveRefusal: z.enum(errorCodes).optional(),
  refuseRefusal: z.enum(errorCodes).optional(),
  payRefusal: z.enum(errorCodes).optional(),
}).meta({ id: "Transfer" });
export type TransferView = z.infer<typeof TransferView>;

/** The summary of a transfer. */
export function summarizeTransfer(transfer: Transfer): TransferSummary {
  return TransferSummary.parse(transfer);
}
