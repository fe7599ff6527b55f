import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { assertOtherEyes } from "../enterprise/seats.ts";
import { DomainError, invariant } from "../errors.ts";
import type { ExpenseId, PersonId } from "../ids.ts";
import type { Posted } from "../ledger/post.ts";
import { reverse } from "../ledger/reverse.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { tellItCameBack } from "./came-back.ts";
import { assertSeat, expenseEvent, readAbout, readExpense } from "./case.ts";
import { type Expense, expenseTransitions } from "./expense.ts";
import { countSettled } from "./open-corrections.ts";
import { freeReceipt } from "./receipt-use.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * Another board member than who asked books the exact mirror of an expense, once (`REVERSAL`, recipe R6): the cash is
 * back, the original line stays, the receipt may be entered anew, and who entered it hears why. @throws DomainError `forbidden`, `not-found`,
 * `wrong-state`, `four-eyes`, `mandate-not-active`, `period-closed`, `idempotency-mismatch`.
 */
export async function correctExpense(
  deps: Deps,
  actor: Actor,
  input: { readonly expenseId: ExpenseId; readonly idempotencyKey: string },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key } = input;
  assertSignedIn(actor);
  const request = { verb: "correctExpense", by: actor.personId, expenseId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const expense = await readExpense(deps, expenseId);
    const about = await readAbout(deps, expense);
    const { enterprise } = about;
    const { actor: me, seat } = assertSeat(actor, enterprise);
    assertFrom(expenseTransitions.correct, expense.status);
    assertOtherEyes(enterprise, expense.correctionAskedBy, seat);
    const { journal, changes } = await postMirror(deps, expense, me.personId);
    const corrected = { status: "corrected", reversalId: journal.id } as const;
    const commit = [
      next("expense", expense, corrected, [
        fromStates(expenseTransitions.correct),
        { field: "correctionAskedBy", is: "differ", value: me.personId, refusal: "four-eyes" },
      ]),
      ...changes,
      countSettled(about.mandate),
      stillTheSame(enterprise),
      ...(await freeReceipt(deps, expense)),
      expenseEvent(deps, about, "expense-corrected"),
      ...tellItCameBack(deps, about, { outcome: "corrected", reason: expense.correctionReason }),
    ];
    const result = viewExpense(deps, me, { ...expense, ...corrected }, enterprise);
    return { changes: commit, result };
  });
}

async function postMirror(deps: Deps, expense: Expense, confirmedBy: PersonId): Promise<Posted> {
  const { journalId, correctionAskedBy } = expense;
  invariant(journalId !== undefined && correctionAskedBy !== undefined, `expense ${expense.id} was booked and asked`);
  const original = await deps.store.get("journal", { id: journalId });
  if (original === undefined) throw new DomainError("not-found", "There is no such journal.");
  return reverse(deps, original, { by: correctionAskedBy, approvers: [confirmedBy] });
}
