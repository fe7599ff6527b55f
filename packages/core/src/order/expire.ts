import { fromStates, next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { OrderId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { readOrder, unreserve } from "./case.ts";
import { orderTransitions } from "./order.ts";

/** For the schedule: ends every prepared booking that nobody confirmed in time. Returns how many ended. */
export async function expireOrders(deps: Deps): Promise<number> {
  const now = deps.clock.now().toISOString();
  const open = await deps.store.listAll("orders-open", {});
  let ended = 0;
  for (const { id, expiresAt } of open) if (expiresAt < now && (await expireOrder(deps, id))) ended++;
  return ended;
}

/** Ends one; false when it was no longer waiting, or not over time. */
async function expireOrder(deps: Deps, id: OrderId): Promise<boolean> {
  try {
    await untilFresh(async () => {
      const order = await readOrder(deps, id);
      const now = deps.clock.now().toISOString();
      await deps.store.commit([
        next("order", order, { status: orderTransitions.expire.to }, [
          fromStates(orderTransitions.expire),
          { field: "expiresAt", is: "at-most", value: now, refusal: "wrong-state" },
        ]),
        ...unreserve(order),
      ]);
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "wrong-state") return false;
    throw error;
  }
}
