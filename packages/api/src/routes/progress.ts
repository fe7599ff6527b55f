import {
  correctMilestone,
  editUpdate,
  MandateId,
  MilestoneReached,
  MilestoneView,
  OrderSummary,
  ProposalId,
  postUpdate,
  RefundReceived,
  reachMilestone,
  recordRefund,
  UpdateCorrection,
  UpdateDraft,
  UpdateId,
  UpdateView,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const reachMilestoneRoute = createRoute({
  ...operation("reachMilestone", "Progress", "Say that a promise was kept"),
  method: "post",
  path: "/mandates/{mandateId}/milestones/{milestoneId}/completions",
  request: {
    headers: RepeatHeaders,
    params: z.object({ mandateId: MandateId, milestoneId: z.string().max(40) }),
    body: body(MilestoneReached),
  },
  responses: { 201: ok(MilestoneView, "The milestone, reached"), ...problems(400, 401, 403, 404, 409) },
});

const correctMilestoneRoute = createRoute({
  ...operation("correctMilestone", "Progress", "Correct what was said of a promise"),
  method: "put",
  path: "/mandates/{mandateId}/milestones/{milestoneId}/completion",
  request: {
    params: z.object({ mandateId: MandateId, milestoneId: z.string().max(40) }),
    body: body(MilestoneReached),
  },
  responses: { 200: ok(MilestoneView, "The milestone, corrected"), ...problems(400, 401, 403, 404, 409, 429) },
});

const editUpdateRoute = createRoute({
  ...operation("editUpdate", "Progress", "Correct news"),
  method: "put",
  path: "/proposals/{proposalId}/updates/{updateId}",
  request: { params: z.object({ proposalId: ProposalId, updateId: UpdateId }), body: body(UpdateCorrection) },
  responses: { 200: ok(UpdateView, "The news as it is now"), ...problems(400, 401, 403, 404, 409, 429) },
});

const postUpdateRoute = createRoute({
  ...operation("postUpdate", "Progress", "Post news, which followers get by mail"),
  method: "post",
  path: "/proposals/{proposalId}/updates",
  request: { headers: RepeatHeaders, params: z.object({ proposalId: ProposalId }), body: body(UpdateDraft) },
  responses: { 201: ok(UpdateView, "The news, public"), ...problems(400, 401, 403, 404, 409, 429) },
});

const recordRefundRoute = createRoute({
  ...operation("recordRefund", "Money", "Prepare the booking of money that an enterprise paid back"),
  method: "post",
  path: "/mandates/{mandateId}/refunds",
  request: { params: z.object({ mandateId: MandateId }), headers: IdempotencyHeaders, body: body(RefundReceived) },
  responses: { 201: ok(OrderSummary, "What waits for a second person"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about what an enterprise does with its mandate, and what flows back. */
export const progressRoutes = createRouter()
  .openapi(reachMilestoneRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await reachMilestone(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(correctMilestoneRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await correctMilestone(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(editUpdateRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await editUpdate(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(postUpdateRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await postUpdate(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(recordRefundRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await recordRefund(c.var.deps, c.var.actor, input), 201);
  });
