import {
  DecisionDraft,
  DecisionId,
  DecisionReturn,
  DecisionTakenView,
  DecisionView,
  dateIn,
  IsoDate,
  lastDayToObject,
  listDecisions,
  ProposalId,
  prepareDecision,
  proposeReference,
  returnDecision,
  takeDecision,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const ofProposal = z.object({ proposalId: ProposalId });
const params = z.object({ proposalId: ProposalId, decisionId: DecisionId });

/** With the decisions: until when one can object to a decision that is taken today, so that nobody else counts that term. */
const DecisionList = z
  .object({
    items: z.array(DecisionView),
    objectionUntilIfTakenToday: IsoDate,
    /** The next number in the municipality's series, where it has one. */
    proposedReference: z.string().optional(),
  })
  .meta({ id: "DecisionList" });

const prepareDecisionRoute = createRoute({
  ...operation("prepareDecision", "Decisions", "Prepare a decision for somebody else to take"),
  method: "post",
  path: "/proposals/{proposalId}/decisions",
  request: { headers: RepeatHeaders, params: ofProposal, body: body(DecisionDraft) },
  responses: {
    201: ok(z.object({ decisionId: DecisionId }), "The decision waits for the council role"),
    ...problems(400, 401, 403, 404, 409),
  },
});

const listDecisionsRoute = createRoute({
  ...operation("listDecisions", "Decisions", "Decisions on a proposal, and why you may or may not take them"),
  method: "get",
  path: "/proposals/{proposalId}/decisions",
  request: { params: ofProposal },
  responses: {
    200: ok(DecisionList, "Decisions, newest first"),
    ...problems(400, 401, 403, 404),
  },
});

const takeDecisionRoute = createRoute({
  ...operation("takeDecision", "Decisions", "Take a decision as it was prepared; an award moves the money"),
  method: "post",
  path: "/proposals/{proposalId}/decisions/{decisionId}/confirmations",
  request: { params, headers: IdempotencyHeaders },
  responses: {
    201: ok(DecisionTakenView, "The decision is taken and announced"),
    ...problems(400, 401, 403, 404, 409),
  },
});

const returnDecisionRoute = createRoute({
  ...operation("returnDecision", "Decisions", "Send a prepared decision back with the reason"),
  method: "post",
  path: "/proposals/{proposalId}/decisions/{decisionId}/returns",
  request: { headers: RepeatHeaders, params, body: body(DecisionReturn) },
  responses: { 204: empty("The decision is with the officers again"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about decisions. */
export const decisionRoutes = createRouter()
  .openapi(prepareDecisionRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    const input = { ...c.req.valid("param"), draft: c.req.valid("json"), ...key };
    return c.json(await prepareDecision(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(listDecisionsRoute, async (c) => {
    const { deps, actor } = c.var;
    const items = await listDecisions(deps, actor, c.req.valid("param"));
    const objectionUntilIfTakenToday = lastDayToObject(dateIn(deps.clock.now()));
    const reference = await proposeReference(deps);
    const proposed = reference === undefined ? {} : { proposedReference: reference };
    return c.json({ items: [...items], objectionUntilIfTakenToday, ...proposed }, 200);
  })
  .openapi(takeDecisionRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await takeDecision(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(returnDecisionRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await returnDecision(c.var.deps, c.var.actor, { ...c.req.valid("json"), ...c.req.valid("param"), ...key });
    return c.body(null, 204);
  });
