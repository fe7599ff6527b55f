import {
  completeProposal,
  DistrictCode,
  DraftSave,
  DraftView,
  discardDraft,
  EnterpriseId,
  editProposal,
  getDraft,
  getProposal,
  listProposals,
  listVersions,
  ProposalCard,
  ProposalCompletion,
  ProposalEdit,
  ProposalId,
  ProposalStart,
  ProposalStatus,
  ProposalSubmission,
  ProposalView,
  ProposalWithdrawal,
  ReceiptView,
  saveDraft,
  startProposal,
  submitProposal,
  Theme,
  VersionView,
  withdrawProposal,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, ok, operation, PagingQuery, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ proposalId: ProposalId });

const listProposalsRoute = createRoute({
  ...operation("listProposals", "Proposals", "Every proposal that was sent in, newest first"),
  method: "get",
  path: "/proposals",
  request: {
    query: PagingQuery.extend({
      district: DistrictCode.optional(),
      status: ProposalStatus.exclude(["draft"]).optional(),
      enterpriseId: EnterpriseId.optional(),
      theme: Theme.optional(),
    }),
  },
  responses: {
    200: ok(z.object({ items: z.array(ProposalCard), cursor: z.string().optional() }), "A page of proposals"),
    ...problems(400, 404),
  },
});

const startProposalRoute = createRoute({
  ...operation("startProposal", "Proposals", "Start a draft"),
  method: "post",
  path: "/enterprises/{enterpriseId}/proposals",
  request: { headers: RepeatHeaders, params: z.object({ enterpriseId: EnterpriseId }), body: body(ProposalStart) },
  responses: { 201: ok(DraftView, "The draft, for its board only"), ...problems(400, 401, 403, 404, 409, 429) },
});

const getProposalRoute = createRoute({
  ...operation("getProposal", "Proposals", "The one page of a proposal, from idea to result"),
  method: "get",
  path: "/proposals/{proposalId}",
  request: { params },
  responses: { 200: ok(ProposalView, "The proposal"), ...problems(400, 404, 409) },
});

const getDraftRoute = createRoute({
  ...operation("getDraft", "Proposals", "A draft, for its board"),
  method: "get",
  path: "/proposals/{proposalId}/draft",
  request: { params },
  responses: { 200: ok(DraftView, "The draft"), ...problems(400, 401, 403, 404, 409) },
});

const saveDraftRoute = createRoute({
  ...operation("saveDraft", "Proposals", "Save a draft as it is now"),
  method: "put",
  path: "/proposals/{proposalId}/draft",
  request: { params, body: body(DraftSave) },
  responses: { 200: ok(DraftView, "The draft as it is kept"), ...problems(400, 401, 403, 404, 409) },
});

const discardDraftRoute = createRoute({
  ...operation("discardDraft", "Proposals", "Throw a draft away"),
  method: "delete",
  path: "/proposals/{proposalId}",
  request: { params },
  responses: { 204: empty("The draft is gone"), ...problems(400, 401, 403, 404, 409) },
});

const submitProposalRoute = createRoute({
  ...operation("submitProposal", "Proposals", "Send a draft in"),
  method: "post",
  path: "/proposals/{proposalId}/submissions",
  request: { headers: RepeatHeaders, params, body: body(ProposalSubmission) },
  responses: {
    201: ok(ReceiptView, "What was received, by when an answer comes and whom to call"),
    ...problems(400, 401, 403, 404, 409, 429),
  },
});

const editProposalRoute = createRoute({
  ...operation("editProposal", "Proposals", "Change a plan until its review starts"),
  method: "post",
  path: "/proposals/{proposalId}/edits",
  request: { headers: RepeatHeaders, params, body: body(ProposalEdit) },
  responses: { 201: ok(ReceiptView, "The new version was received"), ...problems(400, 401, 403, 404, 409, 429) },
});

const completeProposalRoute = createRoute({
  ...operation("completeProposal", "Proposals", "Complete a plan as the reviewer asked"),
  method: "post",
  path: "/proposals/{proposalId}/completions",
  request: { headers: RepeatHeaders, params, body: body(ProposalCompletion) },
  responses: { 201: ok(ReceiptView, "The completed version was received"), ...problems(400, 401, 403, 404, 409) },
});

const withdrawProposalRoute = createRoute({
  ...operation("withdrawProposal", "Proposals", "Take a proposal back"),
  method: "post",
  path: "/proposals/{proposalId}/withdrawals",
  request: { headers: RepeatHeaders, params, body: body(ProposalWithdrawal) },
  responses: { 204: empty("The proposal is withdrawn"), ...problems(400, 401, 403, 404, 409) },
});

const listVersionsRoute = createRoute({
  ...operation("listVersions", "Proposals", "Every kept version of a plan"),
  method: "get",
  path: "/proposals/{proposalId}/versions",
  request: { params },
  responses: {
    200: ok(z.object({ items: z.array(VersionView) }), "Versions, newest first"),
    ...problems(400, 401, 403, 404),
  },
});

/** Routes about proposals as their board and everybody else see them. */
export const proposalRoutes = createRouter()
  .openapi(listProposalsRoute, async (c) => {
    const { items, ...page } = await listProposals(c.var.deps, c.req.valid("query"));
    return c.json({ ...page, items: [...items] }, 200);
  })
  .openapi(startProposalRoute, async (c) => {
    const { draft } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("param"), ...(draft === undefined ? {} : { draft }), idempotencyKey };
    return c.json(await startProposal(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(getProposalRoute, async (c) => c.json(await getProposal(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(getDraftRoute, async (c) => c.json(await getDraft(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(saveDraftRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await saveDraft(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(discardDraftRoute, async (c) => {
    await discardDraft(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(submitProposalRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await submitProposal(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(editProposalRoute, async (c) => {
    const { plan, note } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("param"), plan, ...(note === undefined ? {} : { note }), idempotencyKey };
    return c.json(await editProposal(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(completeProposalRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await completeProposal(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(withdrawProposalRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    await withdrawProposal(c.var.deps, c.var.actor, input);
    return c.body(null, 204);
  })
  .openapi(listVersionsRoute, async (c) => {
    const items = await listVersions(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.json({ items: [...items] }, 200);
  });
