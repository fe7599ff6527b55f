import { fromStates, next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { ExpenseId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import type { Deps } from "../ports.ts";
import { tellItCameBack } from "./came-back.ts";
import { readAbout, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { freeReceipt } from "./receipt-use.ts";

/**
 * For the schedule: ends every expense nobody confirmed in time and makes its money available again (recipe R4); who
 * entered it hears so. One that somebody confirmed or refused meanwhile is left alone. Returns how many ended.
 */
export async function expireExpenses(deps: Deps): Promise<number> {
  const now = deps.clock.now().toISOString();
  const open = await deps.store.listAll("expenses-open", {});
  let ended = 0;
  for (const { id, expiresAt } of open) if (expiresAt < now && (await expireExpense(deps, id))) ended++;
  return ended;
}

/** Ends one expense; false when it was no longer waiting, or not over time. */
export async function expireExpense(deps: Deps, id: ExpenseId): Promise<boolean> {
  try {
    await untilFresh(async () => {
      const about = await readAbout(deps, await readExpense(deps, id));
      const { expense } = about;
      const now = deps.clock.now().toISOString();
      await deps.store.commit([
        next("expense", expense, { status: "expired" }, [
          fromStates(expenseTransitions.expire),
          { field: "expiresAt", is: "at-most", value: now, refusal: "wrong-state" },
        ]),
        giveBack(accountIds.cash(expense.mandateId), expense.amountCents),
        ...(await freeReceipt(deps, expense)),
        ...tellItCameBack(deps, about, { outcome: "expired" }),
      ]);
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "wrong-state") return false;
    throw error;
  }
}
