import { Appropriation, appropriate, createPot, listPots, OrderSummary, PotDraft, PotId, PotView } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, IdempotencyHeaders, ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const listPotsRoute = createRoute({
  ...operation("listPots", "Money", "Every pot with its money"),
  method: "get",
  path: "/pots",
  responses: { 200: ok(z.object({ items: z.array(PotView) }), "Pots, oldest first") },
});

const createPotRoute = createRoute({
  ...operation("createPot", "Money", "Make an empty pot"),
  method: "post",
  path: "/pots",
  request: { headers: IdempotencyHeaders, body: body(PotDraft) },
  responses: { 201: ok(PotView, "The pot"), ...problems(400, 401, 403, 409) },
});

const appropriateRoute = createRoute({
  ...operation("appropriate", "Money", "Prepare filling a pot by a decision of the council"),
  method: "post",
  path: "/pots/{potId}/appropriations",
  request: { params: z.object({ potId: PotId }), headers: IdempotencyHeaders, body: body(Appropriation) },
  responses: { 201: ok(OrderSummary, "What waits for a second person"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about pots. */
export const potRoutes = createRouter()
  .openapi(listPotsRoute, async (c) => c.json({ items: [...(await listPots(c.var.deps))] }, 200))
  .openapi(createPotRoute, async (c) => {
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await createPot(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(appropriateRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await appropriate(c.var.deps, c.var.actor, input), 201);
  });
