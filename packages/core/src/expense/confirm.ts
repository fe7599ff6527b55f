import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { inDistrict } from "../district/districts.ts";
import { assertOtherEyes } from "../enterprise/seats.ts";
import type { ExpenseId, PersonId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { book, type Posting, readAccounts } from "../ledger/post.ts";
import { limits } from "../limits.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertTwoOnBoard } from "../transfer/case.ts";
import { firstCharacters } from "../typed/typed.ts";
import { assertSeat, type ExpenseCase, expenseEvent, readAbout, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { publicNote } from "./public-text.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

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
  assertSignedIn(actor);
  const request = { verb: "confirmExpense", by: actor.personId, expenseId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const expense = await readExpense(deps, expenseId);
    const { mandateId, category } = expense;
    const [about, accounts] = await Promise.all([
      readAbout(deps, expense),
      readAccounts(deps, accountIds.cash(mandateId), accountIds.spent(mandateId, category)),
    ]);
    const { enterprise } = about;
    const { actor: me, seat } = assertSeat(actor, enterprise);
    assertOtherEyes(enterprise, expense.enteredBy, seat);
    const { journal, changes } = await book(deps, spendingOf(about, me.personId), accounts);
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
    return { changes: commit, result };
  });
}

function spendingOf({ expense, mandate }: ExpenseCase, confirmedBy: PersonId): Posting {
  const note = publicNote(expense).replace(/\s+/gu, " ").trim();
  return {
    kind: "SPEND",
    source: accountIds.cash(mandate.id),
    destination: accountIds.spent(mandate.id, expense.category),
    amountCents: expense.amountCents,
    isReserved: true,
    effectDate: expense.spentOn,
    decisionReference: mandate.decisionReference,
    description: note === "" ? mandate.title : firstCharacters(note, limits.summaryLengthMax),
    potId: mandate.potId,
    mandateId: mandate.id,
    enterpriseId: mandate.enterpriseId,
    ...inDistrict(mandate.district),
    expenseId: expense.id,
    category: expense.category,
    by: expense.enteredBy,
    approvers: [confirmedBy],
  };
}
