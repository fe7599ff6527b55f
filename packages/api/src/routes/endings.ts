import {
  dateIn,
  EndingDraft,
  EndingId,
  EndingReturn,
  EndingTaken,
  EndingView,
  IsoDate,
  lastDayToObject,
  lastDayToPay,
  listEndings,
  MandateId,
  prepareEnding,
  returnEnding,
  takeEnding,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const ofMandate = z.object({ mandateId: MandateId });
const params = z.object({ mandateId: MandateId, endingId: EndingId });
const tag = "Evaluations";

/** With the endings: the terms of one that is taken today, so that nobody else counts them. */
const EndingList = z
  .object({ items: z.array(EndingView), objectionUntilIfTakenToday: IsoDate, payByIfTakenToday: IsoDate })
  .meta({ id: "EndingList" });

const prepareEndingRoute = createRoute({
  ...operation("prepareEnding", tag, "Prepare the end of a mandate for somebody else to decide"),
  method: "post",
  path: "/mandates/{mandateId}/endings",
  request: { headers: RepeatHeaders, params: ofMandate, body: body(EndingDraft) },
  responses: {
    201: ok(z.object({ endingId: EndingId }), "The end waits for the council role"),
    ...problems(400, 401, 403, 404, 409),
  },
});

const listEndingsRoute = createRoute({
  ...operation("listEndings", tag, "Decisions about the end of a mandate, and how to pay what is claimed back"),
  method: "get",
  path: "/mandates/{mandateId}/endings",
  request: { params: ofMandate },
  responses: { 200: ok(EndingList, "Endings, newest first"), ...problems(400, 401, 403, 404) },
});

const takeEndingRoute = createRoute({
  ...operation("takeEnding", tag, "Publish every voice at once and end the mandate, as it was prepared"),
  method: "post",
  path: "/mandates/{mandateId}/endings/{endingId}/confirmations",
  request: { params, headers: IdempotencyHeaders },
  responses: { 201: ok(EndingTaken, "What flowed back and what is due"), ...problems(400, 401, 403, 404, 409) },
});

const returnEndingRoute = createRoute({
  ...operation("returnEnding", tag, "Send a prepared end back with the reason"),
  method: "post",
  path: "/mandates/{mandateId}/endings/{endingId}/returns",
  request: { headers: RepeatHeaders, params, body: body(EndingReturn) },
  responses: { 204: empty("The end is with the officers again"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about the end of mandates. */
export const endingRoutes = createRouter()
  .openapi(prepareEndingRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    const input = { ...c.req.valid("param"), draft: c.req.valid("json"), ...key };
    return c.json(await prepareEnding(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(listEndingsRoute, async (c) => {
    const { deps, actor } = c.var;
    const items = await listEndings(deps, actor, c.req.valid("param"));
    const today = dateIn(deps.clock.now());
    const terms = { objectionUntilIfTakenToday: lastDayToObject(today), payByIfTakenToday: lastDayToPay(today) };
    return c.json({ items: [...items], ...terms }, 200);
  })
  .openapi(takeEndingRoute, async (c) => {
    const input = { ...c.req.valid("param"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await takeEnding(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(returnEndingRoute, async (c) => {
    const key = { idempotencyKey: c.req.valid("header")["idempotency-key"] };
    await returnEnding(c.var.deps, c.var.actor, { ...c.req.valid("json"), ...c.req.valid("param"), ...key });
    return c.body(null, 204);
  });
