import type { Expense } from "./expense.ts";

/** Who was paid, for everybody; undefined of a private person. */
export function publicSupplier(
  expense: Pick<Expense, "supplier" | "isSupplierPerson"> | undefined,
): string | undefined {
  return expense === undefined || expense.isSupplierPerson ? undefined : expense.supplier;
}
