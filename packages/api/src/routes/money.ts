import { getMoney, MoneyFilter, MoneyFlow } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import { ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getMoneyRoute = createRoute({
  ...operation("getMoney", "Money", "Where every euro is, from the council to what it was spent on"),
  method: "get",
  path: "/money",
  request: { query: MoneyFilter },
  responses: { 200: ok(MoneyFlow, "The money, level by level"), ...problems(400) },
});

/** Routes about all the money together. */
export const moneyRoutes = createRouter().openapi(getMoneyRoute, async (c) =>
  c.json(await getMoney(c.var.deps, c.req.valid("query")), 200),
);
