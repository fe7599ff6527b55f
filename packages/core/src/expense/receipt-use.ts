import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Expense, ReceiptUse } from "./expense.ts";

const countingStatuses: readonly Expense["status"][] = ["entered", "confirmed", "correction-asked"];

/**
 * Makes a receipt (by the hash of its bytes) belong to a new expense. The mark always names the newest expense with that
 * receipt; each expense names the one before it.
 * @throws DomainError `receipt-used` when it was entered before and there is no reason to enter it again.
 */
export function useReceipt(use: ReceiptUse | undefined, expense: Expense): Change {
  const { id: expenseId, receiptSha256: sha256, overrideReason } = expense;
  if (use === undefined)
    return {
      put: "receipt-use",
      record: { sha256, expenseId },
      // Somebody was first in this very moment: with a reason in hand, look again and name that expense.
      refusal: overrideReason === undefined ? "receipt-used" : "stale",
    };
  if (overrideReason === undefined)
    throw new DomainError("receipt-used", "This receipt was entered before.", {
      details: { expenseId: use.expenseId },
    });
  return {
    patch: "receipt-use",
    ref: { sha256 },
    set: { expenseId },
    when: [{ field: "expenseId", is: "equal", value: use.expenseId, refusal: "stale" }],
  };
}

/**
 * Frees the receipt of an expense that no longer counts (refused, expired, corrected): it may be entered again, unless
 * an earlier expense with the same receipt still counts or a later one took the mark over.
 */
export async function freeReceipt(deps: Deps, expense: Expense): Promise<readonly Change[]> {
  const ref = { sha256: expense.receiptSha256 };
  const use = await deps.store.get("receipt-use", ref);
  if (use?.expenseId !== expense.id) return [];
  const when = [{ field: "expenseId", is: "equal", value: expense.id, refusal: "stale" }] as const;
  const earlier = await countingBefore(deps, expense);
  return earlier === undefined
    ? [{ remove: "receipt-use", ref, when }]
    : [{ patch: "receipt-use", ref, set: { expenseId: earlier.id }, when }];
}

/** The newest earlier expense with the same receipt that still counts. */
async function countingBefore(deps: Deps, expense: Expense): Promise<Expense | undefined> {
  let id = expense.sameReceiptAs;
  while (id !== undefined) {
    const earlier: Expense | undefined = await deps.store.get("expense", { id });
    if (earlier === undefined || countingStatuses.includes(earlier.status)) return earlier;
    id = earlier.sameReceiptAs;
  }
  return undefined;
}
