import { assertRole } from "../actor.ts";
import type { Actor, Deps } from "../ports.ts";
import { type OrderSummary, summarizeOrder } from "./view.ts";

/** The bookings that wait for a second person, by the day they expire. For city hall. @throws DomainError `forbidden`. */
export async function listOrders(deps: Deps, actor: Actor): Promise<readonly OrderSummary[]> {
  assertRole(actor, "finance", "council", "officer", "auditor");
  return (await deps.store.listAll("orders-open", {})).map(summarizeOrder);
}
