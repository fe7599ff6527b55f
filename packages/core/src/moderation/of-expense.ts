import { next } from "../change.ts";
import { publicExpenseStatuses } from "../expense/expense.ts";
import { isTextPublic } from "../expense/public-text.ts";
import { findMandate } from "../mandate/find.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { visibilityOfProposal } from "../visibility/visibility.ts";
import { type FoundTarget, missing, type Of } from "./found-target.ts";

/**
 * What was typed about an expense: supplier, note and reasons, wherever they are public, also in the description of its lines
 * in the journal. The lines themselves, the amount, the day, the category and the receipt's hash stay as they are.
 */
export async function ofExpense(deps: Deps, { expenseId }: Of<"expense">): Promise<FoundTarget> {
  const expense = await deps.store.get("expense", { id: expenseId });
  if (expense === undefined || !publicExpenseStatuses.includes(expense.status)) throw missing();
  const { mandate, enterprise } = await findMandate(deps, expense.mandateId);
  const { supplier, note, overrideReason = "", correctionReason = "", hidden } = expense;
  return {
    enterprise,
    title: mandate.title,
    words: [supplier, note, overrideReason, correctionReason].filter((typed) => typed !== "").join("\n"),
    path: sitePaths.proposal(expense.proposalId),
    hidden,
    isReadable: visibilityOfProposal({ status: "awarded" }, enterprise).isPublic && isTextPublic(expense),
    author: "board",
    mark: (mark) => [next("expense", expense, { hidden: mark })],
  };
}
