import {
  type Actor,
  appropriate,
  confirmOrder,
  type Deps,
  type Mandate,
  type OrderId,
  recordRefund,
  refuseOrder,
} from "@hevel/core";
import type { Run } from "./money-run.ts";

/** What one person prepares and another books: money that came back, and money for the pot. */
export async function refund({ deps, seen }: Run, by: Actor, { id }: Mandate, cents: number, key: string) {
  const received = { amountCents: cents, receivedOn: "2026-11-21", bankReference: "terug" };
  const answer = await recordRefund(deps, by, { mandateId: id, ...received, idempotencyKey: key });
  seen.orders.add(answer.id);
  return answer;
}

/** Money for the pot, by a decision of the council. */
export async function fill({ deps, seen, world }: Run, by: Actor, amountCents: number, key: string) {
  const decided = { decisionReference: "RB-2026-2", decidedOn: "2026-11-20" };
  const answer = await appropriate(deps, by, { potId: world.potId, amountCents, ...decided, idempotencyKey: key });
  seen.orders.add(answer.id);
  return answer;
}

/** The second person. */
export const confirm = (deps: Deps, by: Actor, orderId: OrderId, key: string) =>
  confirmOrder(deps, by, { orderId, idempotencyKey: key });

/** Not booked after all. */
export const takeBack = (deps: Deps, by: Actor, orderId: OrderId, key: string) =>
  refuseOrder(deps, by, { orderId, reason: "Toch niet", idempotencyKey: key });
