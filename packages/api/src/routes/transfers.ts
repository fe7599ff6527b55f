import {
  Approval,
  approveTransfer,
  getTransfer,
  MandateId,
  Payment,
  payTransfer,
  proposeTransfer,
  Refusal,
  refuseTransfer,
  TransferId,
  TransferSummary,
  TransferView,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, IdempotencyHeaders, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ transferId: TransferId });

const proposeTransferRoute = createRoute({
  ...operation("proposeTransfer", "Transfers", "Propose to pay an instalment"),
  method: "post",
  path: "/mandates/{mandateId}/transfers",
  request: {
    params: z.object({ mandateId: MandateId }),
    headers: IdempotencyHeaders,
    body: body(z.strictObject({ instalmentId: z.string("required").min(1, "required").max(40, "too-long") })),
  },
  responses: {
    201: ok(TransferSummary, "The transfer, waiting for a second person"),
    ...problems(400, 401, 403, 404, 409),
  },
});

const getTransferRoute = createRoute({
  ...operation("getTransfer", "Transfers", "A transfer, and why you may or may not act on it"),
  method: "get",
  path: "/transfers/{transferId}",
  request: { params },
  responses: { 200: ok(TransferView, "The transfer"), ...problems(400, 401, 403, 404) },
});

const approveTransferRoute = createRoute({
  ...operation("approveTransfer", "Transfers", "Approve a transfer as the second person"),
  method: "post",
  path: "/transfers/{transferId}/approvals",
  request: { params, headers: IdempotencyHeaders, body: body(Approval) },
  responses: { 200: ok(TransferSummary, "The transfer, approved"), ...problems(400, 401, 403, 404, 409) },
});

const refuseTransferRoute = createRoute({
  ...operation("refuseTransfer", "Transfers", "Refuse a transfer that is not paid yet"),
  method: "post",
  path: "/transfers/{transferId}/refusals",
  request: { headers: RepeatHeaders, params, body: body(Refusal) },
  responses: { 200: ok(TransferSummary, "The transfer, refused"), ...problems(400, 401, 403, 404, 409) },
});

const payTransferRoute = createRoute({
  ...operation("payTransfer", "Transfers", "Mark an approved transfer paid"),
  method: "post",
  path: "/transfers/{transferId}/payments",
  request: { params, headers: IdempotencyHeaders, body: body(Payment) },
  responses: { 200: ok(TransferSummary, "The transfer, paid"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about transfers. */
export const transferRoutes = createRouter()
  .openapi(proposeTransferRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await proposeTransfer(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(getTransferRoute, async (c) => c.json(await getTransfer(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(approveTransferRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await approveTransfer(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(refuseTransferRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await refuseTransfer(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(payTransferRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await payTransfer(c.var.deps, c.var.actor, input), 200);
  });
