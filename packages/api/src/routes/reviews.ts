import {
  Advice,
  AdviceCorrection,
  askCompletion,
  CompletionRequest,
  correctAdvice,
  giveAdvice,
  ProposalId,
  startReview,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ proposalId: ProposalId });

const startReviewRoute = createRoute({
  ...operation("startReview", "Reviews", "Take a proposal up for review, or up again when no answer came in time"),
  method: "post",
  path: "/proposals/{proposalId}/reviews",
  request: { headers: RepeatHeaders, params },
  responses: { 204: empty("The review has started"), ...problems(400, 401, 403, 404, 409) },
});

const askCompletionRoute = createRoute({
  ...operation("askCompletion", "Reviews", "Ask the board to complete its plan; the clock stops"),
  method: "post",
  path: "/proposals/{proposalId}/completion-requests",
  request: { headers: RepeatHeaders, params, body: body(CompletionRequest) },
  responses: { 204: empty("The board was asked"), ...problems(400, 401, 403, 404, 409) },
});

const giveAdviceRoute = createRoute({
  ...operation("giveAdvice", "Reviews", "Give the advice of the review, with its public reason and costing"),
  method: "post",
  path: "/proposals/{proposalId}/advices",
  request: { headers: RepeatHeaders, params, body: body(Advice) },
  responses: { 204: empty("The advice is public"), ...problems(400, 401, 403, 404, 409) },
});

const correctAdviceRoute = createRoute({
  ...operation("correctAdvice", "Reviews", "Correct the advice, with the reason; what it said before is kept"),
  method: "post",
  path: "/proposals/{proposalId}/advice-corrections",
  request: { headers: RepeatHeaders, params, body: body(AdviceCorrection) },
  responses: { 204: empty("The corrected advice is public"), ...problems(400, 401, 403, 404, 409, 429) },
});

/** Routes about the review by an officer. */
export const reviewRoutes = createRouter()
  .openapi(startReviewRoute, async (c) => {
    await startReview(c.var.deps, c.var.actor, {
      ...c.req.valid("param"),
      idempotencyKey: c.req.valid("header")["idempotency-key"],
    });
    return c.body(null, 204);
  })
  .openapi(askCompletionRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await askCompletion(c.var.deps, c.var.actor, { ...c.req.valid("json"), ...c.req.valid("param"), ...key });
    return c.body(null, 204);
  })
  .openapi(giveAdviceRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await giveAdvice(c.var.deps, c.var.actor, { ...c.req.valid("param"), advice: c.req.valid("json"), ...key });
    return c.body(null, 204);
  })
  .openapi(correctAdviceRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await correctAdvice(c.var.deps, c.var.actor, { ...c.req.valid("param"), correction: c.req.valid("json"), ...key });
    return c.body(null, 204);
  });
