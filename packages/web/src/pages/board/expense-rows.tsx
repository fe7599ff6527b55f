import { For, Show } from "solid-js";
import { paths } from "../../site/paths.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCentsExact } from "../../words/money.ts";
import { expense as text, words } from "../../words/nl.ts";
import type { Expense } from "./mandate-reading.ts";

/** How the state of an expense looks. */
export const expenseTones: Record<Expense["status"], StatusTone> = {
  entered: "waiting",
  confirmed: "good",
  refused: "attention",
  expired: "attention",
  "taken-back": "quiet",
  "correction-asked": "waiting",
  corrected: "quiet",
};

/** Expenses of a mandate for its board, newest first; each opens its own page. */
export function ExpenseRows(props: { readonly expenses: readonly Expense[]; readonly enterpriseId: string }) {
  return (
    <Show
      when={props.expenses.length > 0}
      fallback={<EmptyState title={text.mandate.expensesEmptyTitle}>{text.mandate.expensesEmpty}</EmptyState>}
    >
      <ul class="rows">
        <For each={props.expenses}>
          {(expense) => (
            <li class="rows__row">
              <div>
                <p class="rows__title">
                  <Link href={paths.boardExpense(props.enterpriseId, expense.mandateId, expense.id)}>
                    {expense.note || words.categories[expense.category]}
                  </Link>
                </p>
                <p class="small quiet">
                  {[expense.supplier, words.categories[expense.category], formatDate(expense.spentOn)].join("\u00a0· ")}
                </p>
                <StatusBadge tone={expenseTones[expense.status]}>{words.expenseStatuses[expense.status]}</StatusBadge>
              </div>
              <span class="amount rows__figure">{formatCentsExact(expense.amountCents)}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
