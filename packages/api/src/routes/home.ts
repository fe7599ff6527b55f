import { getHome, HomeView } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getHomeRoute = createRoute({
  ...operation("getHome", "Home", "The front page: figures from the ledger, and what moved this week"),
  method: "get",
  path: "/home",
  responses: { 200: ok(HomeView, "The front page"), ...problems(404) },
});

/** The front page. */
export const homeRoutes = createRouter().openapi(getHomeRoute, async (c) => c.json(await getHome(c.var.deps), 200));
