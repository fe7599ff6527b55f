import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { endOfTerm } from "../calendar.ts";
import { fromStates, next } from "../change.ts";
import type { ExpenseId } from "../ids.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { Refusal } from "../transfer/refuse.ts";
import { assertSeat, readAbout, readExpense } from "./case.ts";
import { expenseTransitions } from "./expense.ts";
import { countAsked } from "./open-corrections.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * The treasurer asks to correct a booked expense, with the reason in public; another board member books the mirror
 * within `limits.correctionDays`, or the question is over.
 * @throws DomainError `forbidden`, `invalid`, `not-found`, `wrong-state`; `mandate-not-active` once the mandate's end lies ready.
 */
export async function askCorrection(
  deps: Deps,
  actor: Actor,
  input: Refusal & Keyed & { readonly expenseId: ExpenseId },
): Promise<ExpenseView> {
  const { expenseId, idempotencyKey: key, ...rest } = input;
  assertSignedIn(actor);
  const request = { verb: "askCorrection", by: actor.personId, expenseId, ...rest };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { expense, mandate, enterprise } = await readAbout(deps, await readExpense(deps, expenseId));
    const { actor: me } = assertSeat(actor, enterprise, "treasurer");
    const { reason } = parse(Refusal, rest);
    const asked = {
      status: "correction-asked",
      correctionAskedBy: me.personId,
      correctionReason: reason,
      correctionUntil: endOfTerm(deps.clock.now(), limits.correctionDays),
    } as const;
    const changes: readonly Change[] = [
      next("expense", expense, asked, [fromStates(expenseTransitions.askCorrection)]),
      countAsked(mandate),
      stillTheSame(enterprise),
    ];
    return { changes, result: viewExpense(deps, me, { ...expense, ...asked }, enterprise) };
  });
}
