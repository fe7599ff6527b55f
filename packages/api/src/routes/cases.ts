import {
  CasePart,
  CaseView,
  getCase,
  getMorningSetting,
  HandOver,
  handOverCase,
  MorningSetting,
  releaseCase,
  setMorningSetting,
  Taking,
  takeCase,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import { body, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = CasePart;

const getCaseRoute = createRoute({
  ...operation("getCase", "Cases", "Who has a case for a role, and which colleagues could have it"),
  method: "get",
  path: "/cases/{caseId}/{role}",
  request: { params },
  responses: { 200: ok(CaseView, "The case"), ...problems(400, 401, 403, 404, 409) },
});

const takeCaseRoute = createRoute({
  ...operation("takeCase", "Cases", "Take a case, also from a colleague, who is told"),
  method: "post",
  path: "/cases/{caseId}/{role}/takings",
  request: { params, body: body(Taking) },
  responses: { 200: ok(CaseView, "The case is yours"), ...problems(400, 401, 403, 404, 409) },
});

const handOverCaseRoute = createRoute({
  ...operation("handOverCase", "Cases", "Hand a case over to a colleague with the same role, who is told"),
  method: "post",
  path: "/cases/{caseId}/{role}/hand-overs",
  request: { headers: RepeatHeaders, params, body: body(HandOver) },
  responses: { 200: ok(CaseView, "The case is your colleague's"), ...problems(400, 401, 403, 404, 409) },
});

const releaseCaseRoute = createRoute({
  ...operation("releaseCase", "Cases", "Give a case back to everybody with the role"),
  method: "post",
  path: "/cases/{caseId}/{role}/releases",
  request: { params },
  responses: { 200: ok(CaseView, "The case is nobody's"), ...problems(400, 401, 403, 404, 409) },
});

const getMorningSettingRoute = createRoute({
  ...operation("getMorningSetting", "Cases", "Whether you get a letter in the morning about what waits for you"),
  method: "get",
  path: "/my-morning-letter",
  responses: { 200: ok(MorningSetting, "Your setting"), ...problems(401, 403) },
});

const setMorningSettingRoute = createRoute({
  ...operation("setMorningSetting", "Cases", "Switch your morning letter on or off"),
  method: "put",
  path: "/my-morning-letter",
  request: { body: body(MorningSetting) },
  responses: { 200: ok(MorningSetting, "Your setting"), ...problems(400, 401, 403) },
});

/** Routes about who at city hall has what, and hears of it. */
export const caseRoutes = createRouter()
  .openapi(getCaseRoute, async (c) => c.json(await getCase(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(takeCaseRoute, async (c) =>
    c.json(await takeCase(c.var.deps, c.var.actor, { ...c.req.valid("param"), ...c.req.valid("json") }), 200),
  )
  .openapi(handOverCaseRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("param"), ...c.req.valid("json"), idempotencyKey };
    return c.json(await handOverCase(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(releaseCaseRoute, async (c) => c.json(await releaseCase(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(getMorningSettingRoute, async (c) => c.json(await getMorningSetting(c.var.deps, c.var.actor), 200))
  .openapi(setMorningSettingRoute, async (c) =>
    c.json(await setMorningSetting(c.var.deps, c.var.actor, c.req.valid("json")), 200),
  );
