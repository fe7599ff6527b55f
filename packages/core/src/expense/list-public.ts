import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { findMandate } from "../mandate/find.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { maySee } from "../visibility/visibility.ts";
import { type PublicExpense, publicExpenses } from "./view.ts";

type Asked = { readonly mandateId: MandateId; readonly cursor?: string | undefined };

/** The public lines of a mandate, newest first, a part at a time. Public. @throws DomainError `not-found`, `invalid` (cursor). */
export async function listPublicExpenses(deps: Deps, actor: Actor, input: Asked): Promise<Page<PublicExpense>> {
  const { enterprise } = await findMandate(deps, input.mandateId);
  if (!maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  return readPublicExpenses(deps, input);
}

/** A part of the public lines of a mandate; among them stand lines that are not public, so a part may be short. */
export async function readPublicExpenses(deps: Deps, { mandateId, cursor }: Asked): Promise<Page<PublicExpense>> {
  const paging = { limit: limits.expensesShownMax, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) };
  const page = await deps.store.list("expenses-of-mandate", { mandateId }, paging);
  return { ...page, items: publicExpenses(page.items) };
}
