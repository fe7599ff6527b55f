import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { ExpenseId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertSeat, readAbout, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { freeReceipt } from "./receipt-use.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * Who entered an expense takes it back before anybody confirmed it: what was set apart is available again (recipe R4),
 * the receipt may be entered anew, and the line stays for the board and city hall to read.
 * @throws DomainError `forbidden` for anybody else, `not-found`, `wrong-state`.
 */
export async function takeBackExpense(
  deps: Deps,
  actor: Actor,
  input: Keyed & { readonly expenseId: ExpenseId },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key } = input;
  assertSignedIn(actor);
  const request = { verb: "takeBackExpense", by: actor.personId, expenseId };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { expense, enterprise } = await readAbout(deps, await readExpense(deps, expenseId));
    const { actor: me } = assertSeat(actor, enterprise);
    const takenBack = { status: "taken-back" } as const;
    const changes: readonly Change[] = [
      next("expense", expense, takenBack, [
        { field: "enteredBy", is: "equal", value: me.personId, refusal: "forbidden" },
        fromStates(expenseTransitions.takeBack),
      ]),
      giveBack(accountIds.cash(expense.mandateId), expense.amountCents),
      stillTheSame(enterprise),
      ...(await freeReceipt(deps, expense)),
    ];
    return { changes, result: viewExpense(deps, me, { ...expense, ...takenBack }, enterprise) };
  });
}
