import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { assertOtherEyes } from "../enterprise/seats.ts";
import type { ExpenseId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { Refusal } from "../transfer/refuse.ts";
import { tellItCameBack } from "./came-back.ts";
import { assertSeat, readAbout, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { freeReceipt } from "./receipt-use.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * Another board member refuses an expense: what was set apart is available again (recipe R4), the receipt may be
 * entered anew, and who entered it hears why. @throws DomainError `forbidden`, `invalid`, `not-found`, `wrong-state`, `four-eyes`.
 */
export async function refuseExpense(
  deps: Deps,
  actor: Actor,
  input: Refusal & Keyed & { readonly expenseId: ExpenseId },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key, ...rest } = input;
  assertSignedIn(actor);
  const request = { verb: "refuseExpense", by: actor.personId, expenseId, ...rest };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const about = await readAbout(deps, await readExpense(deps, expenseId));
    const { expense, enterprise } = about;
    const { actor: me, seat } = assertSeat(actor, enterprise);
    assertOtherEyes(enterprise, expense.enteredBy, seat);
    const { reason } = parse(Refusal, rest);
    const refused = { status: "refused", refusal: reason } as const;
    const changes: readonly Change[] = [
      next("expense", expense, refused, [
        fromStates(expenseTransitions.refuse),
        { field: "enteredBy", is: "differ", value: me.personId, refusal: "four-eyes" },
      ]),
      giveBack(accountIds.cash(expense.mandateId), expense.amountCents),
      stillTheSame(enterprise),
      ...(await freeReceipt(deps, expense)),
      ...tellItCameBack(deps, about, { outcome: "refused", reason }),
    ];
    return { changes, result: viewExpense(deps, me, { ...expense, ...refused }, enterprise) };
  });
}
