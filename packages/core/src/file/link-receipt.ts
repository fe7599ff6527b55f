import { assertBoardOrRole, assertSignedIn } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { receiptName } from "./receipt-name.ts";

/**
 * A link to a receipt, for a minute: for the board it belongs to and for city hall; to keep under a name that says what it
 * is of, or to look at in the browser. @throws DomainError `not-found`.
 */
export async function linkReceipt(
  deps: Deps,
  actor: Actor,
  input: { readonly fileId: FileId; readonly isShown?: boolean },
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  assertSignedIn(actor);
  const file = await deps.store.get("file", { id: input.fileId });
  if (file?.purpose !== "receipt" || file.status !== "clean" || file.enterpriseId === undefined)
    throw new DomainError("not-found", "There is no such receipt.");
  assertBoardOrRole(actor, await findEnterprise(deps, file.enterpriseId), "officer", "finance", "council", "auditor");
  const use = await deps.store.get("receipt-use", { sha256: file.sha256 });
  const expense = use === undefined ? undefined : await deps.store.get("expense", { id: use.expenseId });
  // The mark is by the bytes: another board may have entered the same ones.
  const isOwn = expense !== undefined && expense.enterpriseId === file.enterpriseId;
  const name = isOwn ? receiptName(expense) : `bon-${dateIn(new Date(file.createdAt))}`;
  return deps.files.link(file, name, input.isShown === true);
}
