import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, ExpenseId, FileId, JournalId, MandateId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { AmountCents } from "../money.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { line, text, textOrEmpty } from "../text.ts";
import type { Transitions } from "../transition.ts";

export const ExpenseStatus = z.enum([
  "entered",
  "confirmed",
  "refused",
  "expired",
  "taken-back",
  "correction-asked",
  "corrected",
]);
export type ExpenseStatus = z.infer<typeof ExpenseStatus>;

/**
 * Input of entering an expense. `overrideReason` is needed when the receipt was used before; it is shown in public.
 * `insteadOf` is an earlier expense of the same mandate that came back: this one takes its place, with the same stored
 * receipt or another.
 */
export const ExpenseDraft = z.strictObject({
  amountCents: AmountCents,
  spentOn: IsoDate,
  category: BudgetCategory,
  supplier: line(limits.nameLengthMax),
  /** A private person's name is never public. */
  isSupplierPerson: z.boolean(),
  note: textOrEmpty(limits.noteLengthMax),
  receiptId: FileId,
  overrideReason: line(limits.summaryLengthMax).optional(),
  insteadOf: ExpenseId.optional(),
});
export type ExpenseDraft = z.infer<typeof ExpenseDraft>;

/** Money an enterprise spent: entered by its treasurer, confirmed by another board member, never approved by city hall. */
export const Expense = z.strictObject({
  id: ExpenseId,
  mandateId: MandateId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  amountCents: AmountCents,
  spentOn: IsoDate,
  category: BudgetCategory,
  supplier: line(limits.nameLengthMax),
  isSupplierPerson: z.boolean(),
  note: textOrEmpty(limits.noteLengthMax),
  receiptId: FileId,
  receiptSha256: z.string(),
  /** The earlier expense with the same receipt, when the treasurer overrode the block. */
  sameReceiptAs: ExpenseId.optional(),
  overrideReason: line(limits.summaryLengthMax).optional(),
  status: ExpenseStatus,
  enteredBy: PersonId,
  enteredAt: IsoInstant,
  expiresAt: IsoInstant,
  confirmedBy: PersonId.optional(),
  confirmedAt: IsoInstant.optional(),
  refusal: text(limits.noteLengthMax).optional(),
  journalId: JournalId.optional(),
  correctionAskedBy: PersonId.optional(),
  correctionReason: text(limits.noteLengthMax).optional(),
  /** Until when another board member can book the correction; then the question is over. */
  correctionUntil: IsoInstant.optional(),
  reversalId: JournalId.optional(),
  /** What was entered in its place says that the supplier is a private person: since then nothing typed here is public. */
  isPersonAfterAll: z.literal(true).optional(),
  /** An officer hid what was typed; the money stays public. */
  hidden: Hidden.optional(),
  /** The expense that came back and that this one takes the place of. */
  insteadOf: ExpenseId.optional(),
  /** The expense that took the place of this one, once it came back. */
  enteredAgainAs: ExpenseId.optional(),
  /** When the treasurer decided that it need not be entered again. */
  letGoAt: IsoInstant.optional(),
  revision: z.int().min(0),
});
export type Expense = z.infer<typeof Expense>;

/** State changes of an expense. */
export const expenseTransitions = {
  confirm: { from: ["entered"], to: "confirmed", by: ["board"] },
  refuse: { from: ["entered"], to: "refused", by: ["board"] },
  takeBack: { from: ["entered"], to: "taken-back", by: ["board"] },
  expire: { from: ["entered"], to: "expired", by: ["schedule"] },
  askCorrection: { from: ["confirmed"], to: "correction-asked", by: ["board"] },
  correct: { from: ["correction-asked"], to: "corrected", by: ["board"] },
  dropCorrection: { from: ["correction-asked"], to: "confirmed", by: ["board"] },
  /** Nobody booked the mirror in time, or the mandate ended meanwhile: the expense stays as it was booked. */
  lapseCorrection: { from: ["correction-asked"], to: "confirmed", by: ["schedule"] },
} as const satisfies Transitions<ExpenseStatus>;

/** States in which an expense is in public: its money has moved. */
export const publicExpenseStatuses: readonly ExpenseStatus[] = ["confirmed", "correction-asked", "corrected"];

/** An expense that came back counts no more: it may be entered again, once. */
export const cameBack: readonly ExpenseStatus[] = ["refused", "expired", "taken-back", "corrected"];

/** Came back by what others did, or nobody: it waits for the treasurer until it is entered again or let go. */
export const waitsForTreasurer: readonly ExpenseStatus[] = ["refused", "expired", "corrected"];

/** That a receipt (by the hash of its bytes) belongs to an expense: the first to use it. */
export const ReceiptUse = z.strictObject({ sha256: z.string(), expenseId: ExpenseId });
export type ReceiptUse = z.infer<typeof ReceiptUse>;
