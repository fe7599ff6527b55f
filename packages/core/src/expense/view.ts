import * as z from "zod";
import { seatOf } from "../actor.ts";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { isChecked } from "../enterprise/checked-board.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { isSameEyes } from "../enterprise/seats.ts";
import { type ErrorCode, errorCodes } from "../errors.ts";
import { ExpenseId, FileId, JournalId, MandateId, type PersonId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";
import type { Actor, Deps } from "../ports.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import {
  cameBack,
  type Expense,
  ExpenseStatus,
  expenseTransitions,
  publicExpenseStatuses,
  waitsForTreasurer,
} from "./expense.ts";
import { isTextPublic, publicNote } from "./public-text.ts";

/** An expense as everybody sees it, to the cent. Only confirmed ones are public. */
export const PublicExpense = z
  .object({
    id: ExpenseId,
    amountCents: z.int(),
    spentOn: IsoDate,
    category: BudgetCategory,
    /** Absent when the supplier is a private person, and where an officer hid it. */
    supplier: z.string().optional(),
    /** Empty when the supplier is a private person, and where an officer hid it. */
    description: z.string(),
    /** An officer hid what was typed: since when, and why. */
    hidden: Hidden.optional(),
    status: ExpenseStatus,
    /** There is a receipt, with this SHA-256; the receipt itself is for the board and city hall. */
    receiptSha256: z.string(),
    /** The same receipt was entered before, and why the treasurer entered it again (not when about a private person). */
    sameReceiptAs: ExpenseId.optional(),
    overrideReason: z.string().optional(),
    correctionReason: z.string().optional(),
    journalId: JournalId.optional(),
    reversalId: JournalId.optional(),
  })
  .meta({ id: "PublicExpense" });
export type PublicExpense = z.infer<typeof PublicExpense>;

/** An expense for its board and for city hall. */
export const ExpenseView = z
  .object({
    id: ExpenseId,
    mandateId: MandateId,
    amountCents: z.int(),
    spentOn: IsoDate,
    category: BudgetCategory,
    supplier: z.string(),
    isSupplierPerson: z.boolean(),
    /** Nothing of what was typed is public any more: it turned out to be a private person, or an officer hid it. */
    isPersonAfterAll: z.literal(true).optional(),
    hidden: Hidden.optional(),
    note: z.string(),
    receiptId: FileId,
    receiptSha256: z.string(),
    sameReceiptAs: ExpenseId.optional(),
    overrideReason: z.string().optional(),
    status: ExpenseStatus,
    /** Names as the board shows them: to others than the board only where the member made the name public. */
    enteredBy: z.string().optional(),
    enteredAt: IsoInstant,
    confirmedBy: z.string().optional(),
    expiresAt: IsoInstant,
    refusal: z.string().optional(),
    correctionReason: z.string().optional(),
    journalId: JournalId.optional(),
    reversalId: JournalId.optional(),
    /** What came back may be entered again: which one this takes the place of, and which one took its place. */
    insteadOf: ExpenseId.optional(),
    enteredAgainAs: ExpenseId.optional(),
    /** When the treasurer decided that it need not be entered again. */
    letGoAt: IsoInstant.optional(),
    /**
     * Why the reader may not confirm (or refuse) it, take it back, ask to correct it, correct it, enter it again, or let
     * it go; absent where the reader may.
     */
    confirmRefusal: z.enum(errorCodes).optional(),
    askCorrectionRefusal: z.enum(errorCodes).optional(),
    dropCorrectionRefusal: z.enum(errorCodes).optional(),
    /** Until when the correction that was asked can be booked (UTC). */
    correctionUntil: IsoInstant.optional(),
    correctRefusal: z.enum(errorCodes).optional(),
    takeBackRefusal: z.enum(errorCodes).optional(),
    enterAgainRefusal: z.enum(errorCodes).optional(),
    letGoRefusal: z.enum(errorCodes).optional(),
  })
  .meta({ id: "Expense" });
export type ExpenseView = z.infer<typeof ExpenseView>;

/**
 * Of an expense to a private person nothing anybody typed is public, only category, date and amount: a name can be written
 * in more ways than can be found. Nor is it while an officer hides it.
 */
export const nothingTyped = { supplier: undefined, overrideReason: undefined, correctionReason: undefined };

/** The public lines among expenses, in the same order. */
export function publicExpenses(expenses: readonly Expense[]): readonly PublicExpense[] {
  return expenses
    .filter(({ status }) => publicExpenseStatuses.includes(status))
    .map((expense) =>
      PublicExpense.parse({
        ...expense,
        ...(isTextPublic(expense) ? {} : nothingTyped),
        description: publicNote(expense),
      }),
    );
}

/** An expense for the reader: names as the board shows them, and why the reader may or may not act. */
export function viewExpense(deps: Deps, actor: Actor, expense: Expense, enterprise: Enterprise): ExpenseView {
  const isBoard = seatOf(actor, enterprise) !== undefined;
  const name = (field: "enteredBy" | "confirmedBy", id: PersonId | undefined) => {
    const member = enterprise.members.find(({ personId }) => id !== undefined && personId === id);
    return member !== undefined && (isBoard || member.isNamePublic) ? { [field]: member.name } : {};
  };
  const { enteredBy, confirmedBy, ...rest } = expense;
  return ExpenseView.parse({
    ...rest,
    ...name("enteredBy", enteredBy),
    ...name("confirmedBy", confirmedBy),
    ...refusals(deps, actor, expense, enterprise),
  });
}

function refusals(deps: Deps, actor: Actor, expense: Expense, enterprise: Enterprise) {
  const seat = seatOf(actor, enterprise);
  const isMine = (personId: PersonId | undefined) => seat !== undefined && isSameEyes(enterprise, personId, seat);
  const state = ({ from }: { from: readonly ExpenseStatus[] }) =>
    from.includes(expense.status) ? undefined : "wrong-state";
  const board = seat === undefined ? "forbidden" : isChecked(seat) ? undefined : "not-verified";
  const first = (...reasons: (ErrorCode | undefined)[]) => reasons.find((reason) => reason !== undefined);
  const treasurer = seat?.role === "treasurer" ? board : "forbidden";
  const isDone = expense.enteredAgainAs === undefined ? undefined : "wrong-state";
  const letGo = expense.letGoAt === undefined ? undefined : "wrong-state";
  const isLate = expense.expiresAt < deps.clock.now().toISOString();
  return {
    confirmRefusal: first(
      board,
      state(expenseTransitions.confirm),
      isLate ? "wrong-state" : undefined,
      isMine(expense.enteredBy) ? "four-eyes" : undefined,
    ),
    askCorrectionRefusal: first(treasurer, state(expenseTransitions.askCorrection)),
    dropCorrectionRefusal: first(board, state(expenseTransitions.dropCorrection)),
    correctRefusal: first(
      board,
      state(expenseTransitions.correct),
      isMine(expense.correctionAskedBy) ? "four-eyes" : undefined,
    ),
    takeBackRefusal: first(
      seat?.personId === expense.enteredBy ? board : "forbidden",
      state(expenseTransitions.takeBack),
    ),
    enterAgainRefusal: first(treasurer, state({ from: cameBack }), isDone),
    letGoRefusal: first(treasurer, state({ from: waitsForTreasurer }), isDone ?? letGo),
  };
}
