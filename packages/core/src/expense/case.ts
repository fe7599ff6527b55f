import { assertBoard } from "../actor.ts";
import { inDistrict } from "../district/districts.ts";
import { assertChecked } from "../enterprise/checked-board.ts";
import type { BoardRole, Enterprise, Member } from "../enterprise/enterprise.ts";
import { DomainError, invariant } from "../errors.ts";
import type { EventCode } from "../event/event.ts";
import { recordEvent } from "../event/record.ts";
import type { ExpenseId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Actor, Deps, SignedIn } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Expense } from "./expense.ts";

/** An expense with everything an act on it must look at. */
export interface ExpenseCase {
  readonly expense: Expense;
  readonly mandate: Mandate;
  readonly enterprise: Enterprise;
}

/** Reads an expense. @throws DomainError `not-found`. */
export async function readExpense(deps: Deps, id: ExpenseId): Promise<Expense> {
  const expense = await deps.store.get("expense", { id });
  if (expense === undefined) throw new DomainError("not-found", "There is no such expense.");
  return expense;
}

/** Reads what an expense is about. */
export async function readAbout(deps: Deps, expense: Expense): Promise<ExpenseCase> {
  const [mandate, enterprise] = await Promise.all([
    deps.store.get("mandate", { id: expense.mandateId }),
    deps.store.get("enterprise", { id: expense.enterpriseId }),
  ]);
  invariant(mandate !== undefined && enterprise !== undefined, `expense ${expense.id} has a mandate and an enterprise`);
  return { expense, mandate, enterprise };
}

/**
 * Throws unless the actor has a seat on the board, with one of these roles when given, that an officer saw (`not-verified`
 * for who came after the check); narrows the actor.
 */
export function assertSeat(
  actor: Actor,
  enterprise: Enterprise,
  ...roles: readonly BoardRole[]
): { actor: SignedIn; seat: Member } {
  const seat = assertBoard(actor, enterprise, ...roles);
  assertChecked(seat);
  invariant(actor.kind !== "visitor", "a visitor has no seat");
  return { actor, seat };
}

/** The public line of what happened to an expense: never the supplier, who may be a private person. */
export function expenseEvent(deps: Deps, { expense, mandate }: ExpenseCase, code: EventCode): Change {
  return recordEvent(deps, {
    code,
    enterpriseId: expense.enterpriseId,
    proposalId: expense.proposalId,
    ...inDistrict(mandate.district),
    facts: { amountCents: expense.amountCents, category: expense.category, title: mandate.title },
  });
}
