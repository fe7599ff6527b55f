import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseStatus } from "../enterprise/enterprise.ts";
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
  refusedBy: z.string().optional(),
  refusedAt: IsoInstant.optional(),
  bankReference: z.string().optional(),
  /** The bank's date of the payment is not after the last day of the mandate. */
  payUntil: IsoDate,
  /** Where to pay it to; the whole number is for finance only. */
  iban: z.string().optional(),
  maskedIban: z.string().optional(),
  ibanHolder: z.string().optional(),
  /** The account that was looked at with the approval: it is paid to no other. Absent before it is approved. */
  approvedAccount: z.object({ maskedIban: z.string(), holder: z.string() }).optional(),
  /** The account of now is another than was approved: this payment is sent back. */
  isAccountChanged: z.boolean(),
  /** Whether an officer looked at the enterprise as it is now, its account included. */
  enterpriseStatus: EnterpriseStatus,
  /** The day since when this account counts, the other one that was paid to last, and when the enterprise was last paid. */
  ibanSince: IsoDate.optional(),
  ibanBefore: z.object({ maskedIban: z.string(), holder: z.string() }).optional(),
  lastPaidOn: IsoDate.optional(),
  /** Which state of the enterprise this shows; an approval names it. */
  enterpriseRevision: z.int(),
  /** Nothing was paid to this account yet, though something was to another. */
  isIbanNew: z.boolean(),
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
