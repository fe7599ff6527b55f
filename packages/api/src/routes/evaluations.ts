import {
  askEvaluation,
  Confirmation,
  confirmEvaluation,
  EnterpriseEvaluation,
  EvaluationAsked,
  EvaluationId,
  EvaluationsView,
  evaluateAsResident,
  getEvaluations,
  MandateId,
  OfficerEvaluation,
  ResidentHeard,
  ResidentVoice,
  WrittenEvaluation,
  writeEnterpriseEvaluation,
  writeOfficerEvaluation,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { readKnownBrowser } from "../cookie.ts";
import { body, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ mandateId: MandateId });
const tag = "Evaluations";

const askEvaluationRoute = createRoute({
  ...operation("askEvaluation", tag, "Ask for the evaluation of a mandate"),
  method: "post",
  path: "/mandates/{mandateId}/evaluation-requests",
  request: { headers: RepeatHeaders, params },
  responses: { 201: ok(EvaluationAsked, "By when it is due"), ...problems(400, 401, 403, 404, 409) },
});

const getEvaluationsRoute = createRoute({
  ...operation("getEvaluations", tag, "The evaluation of a mandate while it is written"),
  method: "get",
  path: "/mandates/{mandateId}/evaluations",
  request: { params },
  responses: { 200: ok(EvaluationsView, "Who said what, and what is missing"), ...problems(400, 401, 403, 404) },
});

const writeEnterpriseEvaluationRoute = createRoute({
  ...operation("writeEnterpriseEvaluation", tag, "Say what came of every promise"),
  method: "put",
  path: "/mandates/{mandateId}/evaluations/enterprise",
  request: { params, body: body(EnterpriseEvaluation) },
  responses: { 200: ok(WrittenEvaluation, "Kept until it is published"), ...problems(400, 401, 403, 404, 409) },
});

const writeOfficerEvaluationRoute = createRoute({
  ...operation("writeOfficerEvaluation", tag, "Say how it went, for the municipality"),
  method: "put",
  path: "/mandates/{mandateId}/evaluations/officer",
  request: { params, body: body(OfficerEvaluation) },
  responses: { 200: ok(WrittenEvaluation, "Kept until it is published"), ...problems(400, 401, 403, 404, 409) },
});

const evaluateAsResidentRoute = createRoute({
  ...operation("evaluateAsResident", tag, "Say what you think of it, as a resident"),
  method: "post",
  path: "/mandates/{mandateId}/evaluations",
  request: { headers: RepeatHeaders, params, body: body(ResidentVoice) },
  responses: {
    201: ok(ResidentHeard, "Heard, or a letter asks to confirm the address"),
    ...problems(400, 403, 404, 409, 429),
  },
});

const confirmEvaluationRoute = createRoute({
  ...operation("confirmEvaluation", tag, "Confirm the address of what you said"),
  method: "post",
  path: "/mandates/{mandateId}/evaluations/{evaluationId}/confirmations",
  request: { params: z.object({ mandateId: MandateId, evaluationId: EvaluationId }), body: body(Confirmation) },
  responses: { 200: ok(ResidentHeard, "Heard"), ...problems(400, 403, 404, 409) },
});

/** Routes about evaluations. */
export const evaluationRoutes = createRouter()
  .openapi(askEvaluationRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await askEvaluation(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(getEvaluationsRoute, async (c) =>
    c.json(await getEvaluations(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(writeEnterpriseEvaluationRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await writeEnterpriseEvaluation(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(writeOfficerEvaluationRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await writeOfficerEvaluation(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(evaluateAsResidentRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    const caller = { ip: c.var.clientAddress, knownBrowser: readKnownBrowser(c) };
    return c.json(await evaluateAsResident(c.var.deps, c.var.actor, input, caller), 201);
  })
  .openapi(confirmEvaluationRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await confirmEvaluation(c.var.deps, c.var.actor, input), 200);
  });
