import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { OrderId } from "../ids.ts";
import { bookRefund } from "../mandate/book-refund.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { bookAppropriation } from "../pot/book-appropriation.ts";
import type { Guard } from "../store.ts";
import { readSelf } from "../transfer/case.ts";
import { readAboutOrder, readOrder } from "./case.ts";
import { type Order, orderRoles, orderTransitions } from "./order.ts";
import { type OrderSummary, summarizeOrder } from "./view.ts";

/**
 * A second person confirms what another prepared, and it is booked: with the role for it, not who prepared it, not on the
 * board that paid back, in time. Each of these is a condition of the database. @throws DomainError `forbidden`,
 * `not-found`, `wrong-state`, `four-eyes`, `own-interest`, `period-closed`, `idempotency-mismatch`.
 */
export async function confirmOrder(
  deps: Deps,
  actor: Actor,
  input: { readonly orderId: OrderId; readonly idempotencyKey: string },
): Promise<OrderSummary> {
  assertRole(actor, "council", "finance");
  const { orderId, idempotencyKey: key } = input;
  const request = { verb: "confirmOrder", by: actor.personId, orderId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const [order, me] = await Promise.all([readOrder(deps, orderId), readSelf(deps, actor)]);
    const { confirm: role } = orderRoles[order.kind];
    assertRole(actor, role);
    const about = await readAboutOrder(deps, order);
    if (about.found !== undefined) assertNotPayee(me, about.found.enterprise);
    const hands = { by: actor.personId, approvers: [order.preparedBy] };
    const { journal, changes } =
      about.found === undefined
        ? await bookAppropriation(deps, about.order, about.pot, hands)
        : await bookRefund(deps, about.order, about.found, hands);
    const confirmedAt = deps.clock.now().toISOString();
    const confirmed = {
      status: orderTransitions.confirm.to,
      confirmedBy: actor.personId,
      confirmedAt,
      journalId: journal.id,
    } as const;
    const guards: readonly Guard<Order>[] = [
      fromStates(orderTransitions.confirm),
      { field: "preparedBy", is: "differ", value: actor.personId, refusal: "four-eyes" },
      { field: "expiresAt", is: "at-least", value: confirmedAt, refusal: "wrong-state" },
    ];
    return {
      changes: [next("order", order, confirmed, guards), ...changes, stillHas(role, actor)],
      result: summarizeOrder({ ...order, ...confirmed }),
    };
  });
}
