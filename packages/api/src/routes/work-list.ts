import { DistrictCode, getWorkList, Holder, WorkListView } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getWorkListRoute = createRoute({
  ...operation("getWorkList", "Work list", "What waits for whom, earliest deadline first"),
  method: "get",
  path: "/work-list",
  request: { query: z.object({ role: Holder.optional(), district: DistrictCode.optional() }) },
  responses: { 200: ok(WorkListView, "The work list"), ...problems(400, 401, 403, 404) },
});

/** The work list of city hall. */
export const workListRoutes = createRouter().openapi(getWorkListRoute, async (c) =>
  c.json(await getWorkList(c.var.deps, c.var.actor, c.req.valid("query")), 200),
);
