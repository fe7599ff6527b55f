import { next } from "../change.ts";
import { boardOf } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { ExpenseId } from "../ids.ts";
import type { LetterPayload } from "../letter/letter.ts";
import { writeLetter } from "../letter/write.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type ExpenseCase, readExpense } from "./case.ts";
import { cameBack, type Expense } from "./expense.ts";

type Why = Pick<LetterPayload<"expense-returned">, "outcome" | "reason">;

/**
 * A letter to who entered an expense that came back, and to the treasurer where that is somebody else by now, because
 * only the treasurer can enter it again. Who left the board hears nothing more of its money.
 */
export function tellItCameBack(deps: Deps, { expense, mandate, enterprise }: ExpenseCase, why: Why): readonly Change[] {
  const concerned = boardOf(enterprise).filter(
    ({ personId, role }) => personId === expense.enteredBy || role === "treasurer",
  );
  return [...new Set(concerned.map(({ email }) => email))].map((to) =>
    writeLetter(deps, "expense-returned", to, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      path: sitePaths.boardExpense(enterprise.id, mandate.id, expense.id),
      amountCents: expense.amountCents,
      supplier: expense.supplier,
      ...why,
    }),
  );
}

/**
 * The expense that a new one takes the place of, as the change that says so. Is the new one to a private person, then what
 * was typed about the earlier one, and those before it, is taken out of public sight in the same breath. @throws DomainError `not-found` when there
 * is none like it in this mandate; by the database `wrong-state` when it counts, or was entered again before.
 */
export async function takePlaceOf(
  deps: Deps,
  id: ExpenseId | undefined,
  by: Pick<Expense, "id" | "mandateId" | "isSupplierPerson">,
): Promise<readonly Change[]> {
  if (id === undefined) return [];
  const earlier: Expense = await readExpense(deps, id);
  if (earlier.mandateId !== by.mandateId)
    throw new DomainError("not-found", "There is no such expense in this mandate.");
  const person = by.isSupplierPerson ? ({ isPersonAfterAll: true } as const) : {};
  return [
    ...(by.isSupplierPerson ? await maskBefore(deps, earlier) : []),
    next("expense", earlier, { enteredAgainAs: by.id, ...person }, [
      { field: "status", is: "in", value: cameBack, refusal: "wrong-state" },
      { field: "enteredAgainAs", is: "absent", refusal: "wrong-state" },
    ]),
  ];
}

/** So many are taken out of sight with one commit, which has room for 100 changes; each was corrected by two people. */
const maskedMax = 50;

/** What the earlier one took the place of itself, and so on. */
async function maskBefore(deps: Deps, { insteadOf }: Expense): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let id = insteadOf; id !== undefined && changes.length < maskedMax; ) {
    const before = await readExpense(deps, id);
    if (before.isPersonAfterAll === undefined) changes.push(next("expense", before, { isPersonAfterAll: true }));
    id = before.insteadOf;
  }
  return changes;
}
