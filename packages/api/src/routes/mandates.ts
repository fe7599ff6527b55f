import { getMandate, MandateId, MandateView } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getMandateRoute = createRoute({
  ...operation("getMandate", "Money", "A mandate: what was agreed and where its money is"),
  method: "get",
  path: "/mandates/{mandateId}",
  request: { params: z.object({ mandateId: MandateId }) },
  responses: { 200: ok(MandateView, "The mandate"), ...problems(400, 404) },
});

/** Routes about mandates. */
export const mandateRoutes = createRouter().openapi(getMandateRoute, async (c) =>
  c.json(await getMandate(c.var.deps, c.var.actor, c.req.valid("param")), 200),
);
