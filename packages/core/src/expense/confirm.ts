import { stillTheSame } from "../at-commit.ts";
import { fromStates, next, untilFresh } from "../change.ts";
import type { ExpenseId, PersonId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { type Posted, post } from "../ledger/post.ts";
import { limits } from "../limits.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertTwoOnBoard } from "../transfer/case.ts";
import { assertSeat, type ExpenseCase, expenseEvent, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { type ExpenseView, publicNote, viewExpense } from "./view.ts";

/**
 * Another board member confirms an expense: `SPEND` is booked from what was set apart (recipe R3) and the line is
 * public. @throws DomainError `forbidden`, `not-found`, `wrong-state`, `four-eyes`, `cannot-hold-money`,
 * `mandate-not-active`, `period-closed`, `idempotency-mismatch`.
 */
export async function confirmExpense(
  deps: Deps,
  actor: Actor,
  input: { readonly expenseId: ExpenseId; readonly idempotencyKey: string },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key } = input;
  return untilFresh(async () => {
    const about = await readExpense(deps, expenseId);
    const { expense, enterprise } = about;
    const { actor: me } = assertSeat(actor, enterprise);
    const request = { verb: "confirmExpense", by: me.personId, expenseId };
    const [earlier, { journal, changes }] = await Promise.all([
      deps.store.replay<ExpenseView>(key, request),
      postSpending(deps, about, me.personId),
    ]);
    if (earlier !== undefined) return earlier;
    assertTwoOnBoard(enterprise);
    const now = deps.clock.now().toISOString();
    const confirmed = {
      status: "confirmed",
      confirmedBy: me.personId,
      confirmedAt: now,
      journalId: journal.id,
    } as const;
    const commit = [
      next("expense", expense, confirmed, [
        fromStates(expenseTransitions.confirm),
        { field: "enteredBy", is: "differ", value: me.personId, refusal: "four-eyes" },
        { field: "expiresAt", is: "at-least", value: now, refusal: "wrong-state" },
      ]),
      ...changes,
      stillTheSame(enterprise),
      expenseEvent(deps, about, "expense-confirmed"),
    ];
    const result = viewExpense(deps, me, { ...expense, ...confirmed }, enterprise);
    return deps.store.commitOnce(commit, { key, request, result });
  });
}

function postSpending(deps: Deps, { expense, mandate }: ExpenseCase, confirmedBy: PersonId): Promise<Posted> {
  const note = publicNote(expense).replace(/\s+/gu, " ").trim();
  return post(deps, {
    kind: "SPEND",
    source: accountIds.cash(mandate.id),
    destination: accountIds.spent(mandate.id, expense.category),
    amountCents: expense.amountCents,
    isReserved: true,
    effectDate: expense.spentOn,
    decisionReference: mandate.decisionReference,
    description: note === "" ? mandate.title : note.slice(0, limits.summaryLengthMax),
    potId: mandate.potId,
    mandateId: mandate.id,
    enterpriseId: mandate.enterpriseId,
    district: mandate.district,
    expenseId: expense.id,
    category: expense.category,
    by: expense.enteredBy,
    approvers: [confirmedBy],
  });
}
