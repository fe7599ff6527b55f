import { DomainError, invariant } from "../errors.ts";
import type { OrderId } from "../ids.ts";
import type { Pot } from "../ledger/account.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import { findMandate, type MandateCase } from "../mandate/find.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { AppropriationOrder, Order, RefundOrder } from "./order.ts";

/** Reads an order. @throws DomainError `not-found`. */
export async function readOrder(deps: Deps, id: OrderId): Promise<Order> {
  const order = await deps.store.get("order", { id });
  if (order === undefined) throw new DomainError("not-found", "There is no such booking.");
  return order;
}

/** What an order is about: the pot it fills, or the mandate whose money came back. */
export type OrderCase =
  | { readonly order: AppropriationOrder; readonly pot: Pot; readonly found?: never }
  | { readonly order: RefundOrder; readonly pot: Pot; readonly found: MandateCase };

/** Reads what an order is about. */
export async function readAboutOrder(deps: Deps, order: Order): Promise<OrderCase> {
  const [pot, found] = await Promise.all([
    deps.store.get("pot", { id: order.potId }),
    order.kind === "REFUND" ? findMandate(deps, order.mandateId) : undefined,
  ]);
  invariant(pot !== undefined, `order ${order.id} has a pot`);
  if (order.kind === "APPROPRIATION") return { order, pot };
  invariant(found !== undefined, `order ${order.id} has a mandate`);
  return { order, pot, found };
}

/** Gives back what a refund had set apart, when it is refused or expires; filling a pot sets nothing apart. */
export function unreserve(order: Order): readonly Change[] {
  return order.kind === "REFUND" ? [giveBack(accountIds.cash(order.mandateId), order.amountCents)] : [];
}
