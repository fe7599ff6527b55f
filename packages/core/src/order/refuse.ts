import { assertRole, hasRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { invariant } from "../errors.ts";
import type { OrderId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { readSelf } from "../transfer/case.ts";
import { Refusal } from "../transfer/refuse.ts";
import { readAboutOrder, readOrder, unreserve } from "./case.ts";
import { orderRoles, orderTransitions } from "./order.ts";
import { type OrderSummary, summarizeOrder } from "./view.ts";

/**
 * Says no to a prepared booking, with the reason; also by who prepared it, who then takes it back. What was set apart is
 * available again. @throws DomainError `forbidden`, `invalid`, `not-found`, `wrong-state`, `own-interest`.
 */
export async function refuseOrder(
  deps: Deps,
  actor: Actor,
  input: Refusal & Keyed & { readonly orderId: OrderId },
): Promise<OrderSummary> {
  assertRole(actor, "council", "finance");
  const { orderId, idempotencyKey: key, ...rest } = input;
  const { reason } = parse(Refusal, rest);
  const request = { verb: "refuseOrder", by: actor.personId, orderId, reason };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const [order, me] = await Promise.all([readOrder(deps, orderId), readSelf(deps, actor)]);
    const { prepare } = orderRoles[order.kind];
    assertRole(actor, ...prepare);
    const role = prepare.find((one) => hasRole(actor, one));
    invariant(role !== undefined, "asserted just before");
    const { found } = await readAboutOrder(deps, order);
    if (found !== undefined) assertNotPayee(me, found.enterprise);
    const refused = {
      status: orderTransitions.refuse.to,
      refusedBy: actor.personId,
      refusedAt: deps.clock.now().toISOString(),
      refusal: reason,
    } as const;
    return {
      changes: [
        next("order", order, refused, [fromStates(orderTransitions.refuse)]),
        ...unreserve(order),
        stillHas(role, actor),
      ],
      result: summarizeOrder({ ...order, ...refused }),
    };
  });
}
