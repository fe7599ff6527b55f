import { assertSignedIn, hasRole, seatOf } from "../actor.ts";
import { DomainError, invariant } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/** Every expense of a mandate, newest first, for its board and for city hall. @throws DomainError `forbidden`, `not-found`. */
export async function listExpenses(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId },
): Promise<readonly ExpenseView[]> {
  assertSignedIn(actor);
  const mandate = await deps.store.get("mandate", { id: input.mandateId });
  if (mandate === undefined) throw new DomainError("not-found", "There is no such mandate.");
  const [enterprise, expenses] = await Promise.all([
    deps.store.get("enterprise", { id: mandate.enterpriseId }),
    deps.store.listAll("expenses-of-mandate", { mandateId: mandate.id }),
  ]);
  invariant(enterprise !== undefined, `mandate ${mandate.id} has an enterprise`);
  const mayRead = seatOf(actor, enterprise) !== undefined || hasRole(actor, "officer", "finance", "council", "auditor");
  if (!mayRead) throw new DomainError("forbidden", "This is for the board and for city hall.");
  return expenses.toReversed().map((expense) => viewExpense(deps, actor, expense, enterprise));
}
