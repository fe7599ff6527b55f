import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { findMandate } from "../mandate/find.ts";
import type { Hidden } from "../moderation/moderation.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { isInsider, maySee, wordsHidden } from "../visibility/visibility.ts";
import { nothingTyped, type PublicExpense, publicExpenses } from "./view.ts";

type Asked = { readonly mandateId: MandateId; readonly cursor?: string | undefined };

/**
 * The public lines of a mandate, newest first, a part at a time; without what was typed while an officer hides the page of its
 * enterprise. Public.
 * @throws DomainError `not-found`, `invalid` (cursor).
 */
export async function listPublicExpenses(deps: Deps, actor: Actor, input: Asked): Promise<Page<PublicExpense>> {
  const { enterprise } = await findMandate(deps, input.mandateId);
  const mark = isInsider(actor, enterprise) ? undefined : wordsHidden({ status: "awarded" }, enterprise);
  if (mark === undefined && !maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  const page = await readPublicExpenses(deps, input);
  return { ...page, items: hideWords(page.items, mark) };
}

/** Public lines without what was typed about them, for the reason why the page of their enterprise is hidden. */
export const hideWords = (lines: readonly PublicExpense[], mark: Hidden | undefined): readonly PublicExpense[] =>
  mark === undefined
    ? lines
    : lines.map((line) => ({ ...line, ...nothingTyped, description: "", hidden: line.hidden ?? mark }));

/** A part of the public lines of a mandate; among them stand lines that are not public, so a part may be short. */
export async function readPublicExpenses(deps: Deps, { mandateId, cursor }: Asked): Promise<Page<PublicExpense>> {
  const paging = { limit: limits.expensesShownMax, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) };
  const page = await deps.store.list("expenses-of-mandate", { mandateId }, paging);
  return { ...page, items: publicExpenses(page.items) };
}
