import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, JournalId, MandateId, PersonId, ProposalId, TransferId } from "../ids.ts";
import { limits } from "../limits.ts";
import { AmountCents } from "../money.ts";
import { line, text } from "../text.ts";
import type { Transitions } from "../transition.ts";

export const TransferStatus = z.enum(["proposed", "approved", "paid", "refused", "expired"]);
export type TransferStatus = z.infer<typeof TransferStatus>;

/** The bank account money goes to: the number, and in whose name the bank has it. */
export const PaidTo = z.strictObject({ iban: z.string(), holder: z.string() });
export type PaidTo = z.infer<typeof PaidTo>;

/** An instalment on its way: proposed by finance, approved by somebody else with the council role, then paid. */
export const Transfer = z.strictObject({
  id: TransferId,
  mandateId: MandateId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  instalmentId: z.string(),
  amountCents: AmountCents,
  status: TransferStatus,
  proposedBy: PersonId,
  proposedAt: IsoInstant,
  /** Persons on the receiving board: none of them may approve or pay (invariant I9). */
  payees: z.array(PersonId),
  approvedBy: PersonId.optional(),
  approvedAt: IsoInstant.optional(),
  /** The account that was looked at with the approval; it is paid to no other. */
  account: PaidTo.optional(),
  /** After this instant nobody can approve it any more; the schedule gives the reservation back. */
  expiresAt: IsoInstant,
  refusedBy: PersonId.optional(),
  refusedAt: IsoInstant.optional(),
  refusal: text(limits.noteLengthMax).optional(),
  paidOn: IsoDate.optional(),
  bankReference: line(35).optional(),
  paidBy: PersonId.optional(),
  journalId: JournalId.optional(),
  revision: z.int().min(0),
});
export type Transfer = z.infer<typeof Transfer>;

/** State changes of a transfer; every pending one ends once: paid, refused or expired (invariant I10). */
export const transferTransitions = {
  approve: { from: ["proposed"], to: "approved", by: ["council"] },
  refuse: { from: ["proposed", "approved"], to: "refused", by: ["council"] },
  pay: { from: ["approved"], to: "paid", by: ["finance"] },
  expire: { from: ["proposed"], to: "expired", by: ["schedule"] },
} as const satisfies Transitions<TransferStatus>;
