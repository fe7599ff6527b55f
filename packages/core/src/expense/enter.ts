import { assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { dateIn, endOfTerm } from "../calendar.ts";
import { isChecked } from "../enterprise/checked-board.ts";
import { boardOf } from "../enterprise/enterprise.ts";
import { DomainError, type FieldProblem, invariant } from "../errors.ts";
import type { StoredFile } from "../file/file.ts";
import type { EnterpriseId, MandateId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { reserve } from "../ledger/reserve.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { whyEntriesRest } from "../mandate/phase.ts";
import { once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertTwoOnBoard } from "../transfer/case.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { takePlaceOf } from "./came-back.ts";
import { assertSeat, type ExpenseCase } from "./case.ts";
import { type Expense, ExpenseDraft } from "./expense.ts";
import { useReceipt } from "./receipt-use.ts";
import { type ExpenseView, viewExpense } from "./view.ts";

/**
 * The treasurer enters what was spent: the amount is set apart on the enterprise's cash (recipe R1) until another board
 * member confirms. City hall approves nothing here. @throws DomainError `forbidden`, `invalid` (also a receipt that is
 * not a clean file of this enterprise, or a date outside the mandate's term), `not-found`, `cannot-hold-money`,
 * `receipt-used`, `mandate-not-active`, `not-enough-money` with `availableCents`, `wrong-state` when it takes the place of
 * an expense that counts or was entered again before, `not-verified` for who came to the board after the check, `idempotency-mismatch`.
 */
export async function enterExpense(
  deps: Deps,
  actor: Actor,
  input: ExpenseDraft & { readonly mandateId: MandateId; readonly idempotencyKey: string },
): Promise<ExpenseView> {
  const { mandateId, idempotencyKey: key, ...rest } = input;
  assertSignedIn(actor);
  const draft = parse(ExpenseDraft, rest);
  const request = { verb: "enterExpense", by: actor.personId, mandateId, ...draft };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const [mandate, file] = await Promise.all([
      deps.store.get("mandate", { id: mandateId }),
      deps.store.get("file", { id: draft.receiptId }),
    ]);
    if (mandate === undefined) throw new DomainError("not-found", "There is no such mandate.");
    const [enterprise, use] = await Promise.all([
      deps.store.get("enterprise", { id: mandate.enterpriseId }),
      file === undefined ? undefined : deps.store.get("receipt-use", { sha256: file.sha256 }),
    ]);
    invariant(enterprise !== undefined, `mandate ${mandateId} has an enterprise`);
    const { actor: me } = assertSeat(actor, enterprise, "treasurer");
    assertTwoOnBoard(enterprise);
    assertTakesEntries(deps, mandate);
    const receipt = assertReceipt(deps, mandate, draft, file);
    const now = deps.clock.now();
    const { overrideReason, ...plain } = draft;
    const expense: Expense = {
      id: deps.ids.next("exp"),
      mandateId,
      proposalId: mandate.proposalId,
      enterpriseId: mandate.enterpriseId,
      ...plain,
      receiptSha256: receipt.sha256,
      // A reason is kept, and shown, only where there is something to explain.
      ...(use === undefined || overrideReason === undefined ? {} : { sameReceiptAs: use.expenseId, overrideReason }),
      status: "entered",
      enteredBy: me.personId,
      enteredAt: now.toISOString(),
      expiresAt: endOfTerm(now, limits.expenseDays),
      revision: 0,
    };
    const changes: Change[] = [
      { put: "expense", record: expense },
      reserve(accountIds.cash(mandateId), expense.amountCents, expense.spentOn),
      useReceipt(use, overrideReason === undefined ? expense : { ...expense, overrideReason }),
      ...(await takePlaceOf(deps, draft.insteadOf, expense)),
      stillTheSame(enterprise),
      noEndPrepared(mandate),
      ...letters(deps, { expense, mandate, enterprise }),
    ];
    const result = viewExpense(deps, me, expense, enterprise);
    return { changes, result };
  });
}

/** Throws `mandate-not-active` when the end of the mandate lies ready, or the day of its evaluation passed. */
function assertTakesEntries({ clock }: Deps, mandate: Mandate): void {
  const refusal = whyEntriesRest(mandate, dateIn(clock.now()));
  if (refusal !== undefined) throw new DomainError(refusal, "Nothing new can be entered on this mandate.");
}

/** Nobody prepared its end between the reading and the commit: what that end says of the money stays true. */
const noEndPrepared = ({ id }: Mandate): Change => ({
  check: "mandate",
  ref: { id },
  when: [{ field: "status", is: "differ", value: "ending-prepared", refusal: "mandate-not-active" }],
});

/** Everything about date and receipt that is not right, at once. */
function assertReceipt(deps: Deps, mandate: Mandate, draft: ExpenseDraft, file: StoredFile | undefined): StoredFile {
  const fields: FieldProblem[] = [];
  const { spentOn } = draft;
  if (spentOn > dateIn(deps.clock.now())) fields.push({ path: "spentOn", code: "in-future" });
  else if (spentOn < mandate.startsOn || spentOn > mandate.endsOn)
    fields.push({ path: "spentOn", code: "outside-term" });
  const isOwn = (enterpriseId: EnterpriseId) => enterpriseId === mandate.enterpriseId;
  const isClean =
    file?.status === "clean" &&
    file.purpose === "receipt" &&
    file.enterpriseId !== undefined &&
    isOwn(file.enterpriseId);
  if (!isClean) fields.push({ path: "receiptId", code: "receipt" });
  if (fields.length > 0 || file === undefined)
    throw new DomainError("invalid", "The date or the receipt is not right.", { fields });
  return file;
}

/** A letter to everybody who can confirm it: the others on the board. */
function letters(deps: Deps, { expense, mandate, enterprise }: ExpenseCase): readonly Change[] {
  return boardOf(enterprise)
    .filter((member) => member.personId !== expense.enteredBy && isChecked(member))
    .map(({ email }) =>
      writeLetter(deps, "expense-waiting", email, {
        title: mandate.title,
        enterprise: publicIdentity(enterprise).name,
        path: sitePaths.boardExpense(enterprise.id, mandate.id, expense.id),
        amountCents: expense.amountCents,
        supplier: expense.supplier,
        expiresOn: dateIn(new Date(expense.expiresAt)),
      }),
    );
}
