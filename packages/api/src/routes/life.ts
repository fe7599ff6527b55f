import {
  EventView,
  getUpdate,
  listEvents,
  listPublicExpenses,
  listPublishedEvaluations,
  listUpdates,
  MandateId,
  ProposalId,
  PublicExpense,
  PublishedEvaluation,
  UpdateId,
  UpdateView,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { ok, operation, PagingQuery, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const ofProposal = { params: z.object({ proposalId: ProposalId }), query: PagingQuery.pick({ cursor: true }) };
const ofMandate = { params: z.object({ mandateId: MandateId }), query: PagingQuery.pick({ cursor: true }) };
const part = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), cursor: z.string().optional() });

const listUpdatesRoute = createRoute({
  ...operation("listUpdates", "Proposals", "News of a proposal, newest first"),
  method: "get",
  path: "/proposals/{proposalId}/updates",
  request: ofProposal,
  responses: { 200: ok(part(UpdateView), "A part of its news"), ...problems(400, 404) },
});

const getUpdateRoute = createRoute({
  ...operation("getUpdate", "Proposals", "One piece of news"),
  method: "get",
  path: "/proposals/{proposalId}/updates/{updateId}",
  request: { params: z.object({ proposalId: ProposalId, updateId: UpdateId }) },
  responses: { 200: ok(UpdateView, "The news"), ...problems(400, 404) },
});

const listEventsRoute = createRoute({
  ...operation("listEvents", "Proposals", "What happened to a proposal, newest first"),
  method: "get",
  path: "/proposals/{proposalId}/events",
  request: ofProposal,
  responses: { 200: ok(part(EventView), "A part of what happened"), ...problems(400, 404) },
});

const listPublicExpensesRoute = createRoute({
  ...operation("listPublicExpenses", "Money", "What was spent in a mandate, newest first"),
  method: "get",
  path: "/mandates/{mandateId}/public-expenses",
  request: ofMandate,
  responses: { 200: ok(part(PublicExpense), "A part of its public lines"), ...problems(400, 404) },
});

const listPublishedEvaluationsRoute = createRoute({
  ...operation("listPublishedEvaluations", "Proposals", "What everybody said of a mandate, once it is public"),
  method: "get",
  path: "/mandates/{mandateId}/published-evaluations",
  request: ofMandate,
  responses: { 200: ok(part(PublishedEvaluation), "A part of the voices"), ...problems(400, 404) },
});

/** Routes by which the lists on the page of a proposal go on. */
export const lifeRoutes = createRouter()
  .openapi(listUpdatesRoute, async (c) => {
    const page = await listUpdates(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("query") });
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(getUpdateRoute, async (c) => c.json(await getUpdate(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(listEventsRoute, async (c) => {
    const page = await listEvents(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("query") });
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(listPublicExpensesRoute, async (c) => {
    const page = await listPublicExpenses(c.var.deps, c.var.actor, {
      ...c.req.valid("param"),
      ...c.req.valid("query"),
    });
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(listPublishedEvaluationsRoute, async (c) => {
    const asked = { ...c.req.valid("param"), ...c.req.valid("query") };
    const page = await listPublishedEvaluations(c.var.deps, c.var.actor, asked);
    return c.json({ ...page, items: [...page.items] }, 200);
  });
