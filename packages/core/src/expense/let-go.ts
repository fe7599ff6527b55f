import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { next } from "../change.ts";
import type { ExpenseId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertSeat, readAbout, readExpense } from "./case.ts";
import { waitsForTreasurer } from "./expense.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * The treasurer says that an expense that came back need not be entered again: it waits for nobody any more. No money moves.
 * @throws DomainError `forbidden`, `not-found`, `wrong-state` (it did not come back, was entered again or let go before).
 */
export async function letExpenseGo(
  deps: Deps,
  actor: Actor,
  input: Keyed & { readonly expenseId: ExpenseId },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key } = input;
  assertSignedIn(actor);
  const request = { verb: "letExpenseGo", by: actor.personId, expenseId };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { expense, enterprise } = await readAbout(deps, await readExpense(deps, expenseId));
    const { actor: me } = assertSeat(actor, enterprise, "treasurer");
    const letGo = { letGoAt: deps.clock.now().toISOString() };
    const changes = [
      next("expense", expense, letGo, [
        { field: "status", is: "in", value: waitsForTreasurer, refusal: "wrong-state" },
        { field: "enteredAgainAs", is: "absent", refusal: "wrong-state" },
        { field: "letGoAt", is: "absent", refusal: "wrong-state" },
      ]),
      stillTheSame(enterprise),
    ];
    return { changes, result: viewExpense(deps, me, { ...expense, ...letGo }, enterprise) };
  });
}
