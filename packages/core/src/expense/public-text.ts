import type { Expense } from "./expense.ts";

type Told = Pick<Expense, "isSupplierPerson" | "isPersonAfterAll" | "hidden">;

/**
 * Whether what anybody typed about an expense is public: never of one to a private person, also where that was only said when
 * it was corrected, and not while an officer hides it. Amount, date, category and the receipt's hash always are.
 */
export function isTextPublic({ isSupplierPerson, isPersonAfterAll, hidden }: Told): boolean {
  return !isSupplierPerson && isPersonAfterAll === undefined && hidden === undefined;
}

/** Who was paid, for everybody. */
export function publicSupplier(expense: Pick<Expense, "supplier"> & Told): string | undefined {
  return isTextPublic(expense) ? expense.supplier : undefined;
}

/** The treasurer's note for everybody. */
export function publicNote(expense: Pick<Expense, "note"> & Told): string {
  return isTextPublic(expense) ? expense.note : "";
}

/**
 * Whether what was booked as the description of an expense may still be read. One to a private person was booked without
 * the note from the start; what was taken out of sight later stands in the ledger for ever, and so is left out of every answer.
 */
export function isBookedTextPublic({ isPersonAfterAll, hidden }: Told): boolean {
  return isPersonAfterAll === undefined && hidden === undefined;
}
