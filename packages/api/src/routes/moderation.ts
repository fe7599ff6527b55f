import {
  ContentReport,
  judgeContent,
  listModeration,
  ModerationJudgement,
  ModerationView,
  reportContent,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, ok, operation, PagingQuery, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const reportContentRoute = createRoute({
  ...operation("reportContent", "Moderation", "Report something on the site"),
  method: "post",
  path: "/reports",
  request: { headers: RepeatHeaders, body: body(ContentReport) },
  responses: { 202: empty("An officer will look at it"), ...problems(400, 404, 409, 429) },
});

const listModerationRoute = createRoute({
  ...operation("listModeration", "Moderation", "What was reported, or is hidden"),
  method: "get",
  path: "/moderation",
  request: { query: PagingQuery.pick({ cursor: true }).extend({ state: z.enum(["open", "hidden"], "choice") }) },
  responses: { 200: ok(ModerationView, "A page of it"), ...problems(400, 401, 403) },
});

const judgeContentRoute = createRoute({
  ...operation("judgeContent", "Moderation", "Hide something, show it again, or leave it as it is"),
  method: "post",
  path: "/moderation/judgements",
  request: { headers: RepeatHeaders, body: body(ModerationJudgement) },
  responses: { 204: empty("It is done"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about what should not be on the site. */
export const moderationRoutes = createRouter()
  .openapi(reportContentRoute, async (c) => {
    const { deps, actor, clientAddress: ip } = c.var;
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await reportContent(deps, actor, input, { ip });
    return c.body(null, 202);
  })
  .openapi(listModerationRoute, async (c) =>
    c.json(await listModeration(c.var.deps, c.var.actor, c.req.valid("query")), 200),
  )
  .openapi(judgeContentRoute, async (c) => {
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await judgeContent(c.var.deps, c.var.actor, input);
    return c.body(null, 204);
  });
