import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { fromStates, next, unlessRefused, untilFresh } from "../change.ts";
import type { ExpenseId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { assertSeat, readAbout, readExpense } from "./case.ts";
import { type Expense, expenseTransitions } from "./expense.ts";
import { asBooked, countSettled } from "./open-corrections.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * Anybody of the board ends a question for a correction without booking it: who asked takes it back, or another finds that
 * the expense is right. The expense stays as it was booked. @throws DomainError `forbidden`, `not-found`, `wrong-state`.
 */
export async function dropCorrection(
  deps: Deps,
  actor: Actor,
  input: Keyed & { readonly expenseId: ExpenseId },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key } = input;
  assertSignedIn(actor);
  const request = { verb: "dropCorrection", by: actor.personId, expenseId };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { expense, mandate, enterprise } = await readAbout(deps, await readExpense(deps, expenseId));
    const { actor: me } = assertSeat(actor, enterprise);
    assertFrom(expenseTransitions.dropCorrection, expense.status);
    const changes: readonly Change[] = [
      next("expense", expense, asBooked, [fromStates(expenseTransitions.dropCorrection)]),
      countSettled(mandate),
      stillTheSame(enterprise),
    ];
    const { correctionAskedBy: _by, correctionReason: _why, correctionUntil: _until, ...rest } = expense;
    const booked: Expense = { ...rest, status: asBooked.status };
    return { changes, result: viewExpense(deps, me, booked, enterprise) };
  });
}

/** For the schedule: ends every question for a correction that nobody booked in time. Returns how many ended. */
export async function lapseCorrections(deps: Deps): Promise<number> {
  const now = deps.clock.now().toISOString();
  const open = await deps.store.listAll("corrections-open", {});
  let ended = 0;
  for (const { id, correctionUntil = "" } of open) if (correctionUntil < now && (await lapse(deps, id))) ended++;
  return ended;
}

/** Ends one; false when it was booked or dropped meanwhile. */
function lapse(deps: Deps, id: ExpenseId): Promise<boolean> {
  const attempt = untilFresh(async () => {
    const { expense, mandate } = await readAbout(deps, await readExpense(deps, id));
    await deps.store.commit([
      next("expense", expense, asBooked, [fromStates(expenseTransitions.lapseCorrection)]),
      countSettled(mandate),
    ]);
  });
  return unlessRefused(attempt, "wrong-state");
}
