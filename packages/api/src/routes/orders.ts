import {
  confirmOrder,
  getOrder,
  listOrders,
  OrderId,
  OrderSummary,
  OrderView,
  Refusal,
  refuseOrder,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ orderId: OrderId });

const listOrdersRoute = createRoute({
  ...operation("listOrders", "Orders", "Bookings that wait for a second person"),
  method: "get",
  path: "/orders",
  responses: {
    200: ok(z.object({ items: z.array(OrderSummary) }), "Prepared bookings, by the day they expire"),
    ...problems(401, 403),
  },
});

const getOrderRoute = createRoute({
  ...operation("getOrder", "Orders", "A prepared booking, and why you may or may not act on it"),
  method: "get",
  path: "/orders/{orderId}",
  request: { params },
  responses: { 200: ok(OrderView, "The booking"), ...problems(400, 401, 403, 404) },
});

const confirmOrderRoute = createRoute({
  ...operation("confirmOrder", "Orders", "Confirm a prepared booking as the second person; it is booked"),
  method: "post",
  path: "/orders/{orderId}/confirmations",
  request: { params, headers: IdempotencyHeaders },
  responses: { 200: ok(OrderSummary, "The booking, done"), ...problems(400, 401, 403, 404, 409) },
});

const refuseOrderRoute = createRoute({
  ...operation("refuseOrder", "Orders", "Refuse a prepared booking, or take your own back"),
  method: "post",
  path: "/orders/{orderId}/refusals",
  request: { params, headers: RepeatHeaders, body: body(Refusal) },
  responses: { 200: ok(OrderSummary, "The booking, refused"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about bookings that one person prepares and another confirms. */
export const orderRoutes = createRouter()
  .openapi(listOrdersRoute, async (c) => c.json({ items: [...(await listOrders(c.var.deps, c.var.actor))] }, 200))
  .openapi(getOrderRoute, async (c) => c.json(await getOrder(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(confirmOrderRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await confirmOrder(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(refuseOrderRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await refuseOrder(c.var.deps, c.var.actor, input), 200);
  });
