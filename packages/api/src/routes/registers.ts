import {
  DecisionLine,
  ExpenseLine,
  listDecisionsOfYear,
  listExpensesOfYear,
  listMandatesOfYear,
  listTransfersOfYear,
  MandateLine,
  RegisterYear,
  TransferLine,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, PagingQuery, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const pageOf = <L extends z.ZodType>(line: L) => z.object({ items: z.array(line), cursor: z.string().optional() });

const request = { query: PagingQuery.extend(RegisterYear.shape) };

const decisionsRoute = createRoute({
  ...operation("listDecisionsOfYear", "Money", "Decisions taken in a year, newest first"),
  method: "get",
  path: "/registers/decisions",
  request,
  responses: { 200: ok(pageOf(DecisionLine), "Lines of the register"), ...problems(400, 401, 403) },
});

const mandatesRoute = createRoute({
  ...operation("listMandatesOfYear", "Money", "Mandates given in a year, newest first"),
  method: "get",
  path: "/registers/mandates",
  request,
  responses: { 200: ok(pageOf(MandateLine), "Lines of the register"), ...problems(400, 401, 403) },
});

const transfersRoute = createRoute({
  ...operation("listTransfersOfYear", "Money", "Transfers proposed in a year, newest first"),
  method: "get",
  path: "/registers/transfers",
  request,
  responses: { 200: ok(pageOf(TransferLine), "Lines of the register"), ...problems(400, 401, 403) },
});

const expensesRoute = createRoute({
  ...operation("listExpensesOfYear", "Money", "Expenses entered in a year, newest first"),
  method: "get",
  path: "/registers/expenses",
  request,
  responses: { 200: ok(pageOf(ExpenseLine), "Lines of the register"), ...problems(400, 401, 403) },
});

interface Asked {
  readonly year: number;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

function pagingOf({ limit, cursor }: Asked) {
  return { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
}

const answerOf = <L>({ items, cursor }: { readonly items: readonly L[]; readonly cursor?: string }) => ({
  items: [...items],
  ...(cursor === undefined ? {} : { cursor }),
});

/** Routes about the registers of city hall. */
export const registerRoutes = createRouter()
  .openapi(decisionsRoute, async (c) => {
    const asked = c.req.valid("query");
    return c.json(answerOf(await listDecisionsOfYear(c.var.deps, c.var.actor, asked, pagingOf(asked))), 200);
  })
  .openapi(mandatesRoute, async (c) => {
    const asked = c.req.valid("query");
    return c.json(answerOf(await listMandatesOfYear(c.var.deps, c.var.actor, asked, pagingOf(asked))), 200);
  })
  .openapi(transfersRoute, async (c) => {
    const asked = c.req.valid("query");
    return c.json(answerOf(await listTransfersOfYear(c.var.deps, c.var.actor, asked, pagingOf(asked))), 200);
  })
  .openapi(expensesRoute, async (c) => {
    const asked = c.req.valid("query");
    return c.json(answerOf(await listExpensesOfYear(c.var.deps, c.var.actor, asked, pagingOf(asked))), 200);
  });
