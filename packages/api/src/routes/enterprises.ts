import {
  Acceptance,
  acceptInvitation,
  askEnterprise,
  BankAccount,
  BoardView,
  confirmIban,
  DisavowalOfLetter,
  DistrictCode,
  declineInvitation,
  disavowLetter,
  EnterpriseCard,
  EnterpriseId,
  EnterpriseRegistration,
  EnterpriseView,
  editProfile,
  getBoard,
  getEnterprise,
  IbanAnswer,
  Invitation,
  InvitationKey,
  InvitationView,
  inviteMember,
  listEnterprises,
  MemberId,
  NeighbourQuestion,
  ProfileEdit,
  proposeIban,
  readInvitation,
  refuseIban,
  registerEnterprise,
  removeMember,
  setNameVisibility,
  Verification,
  verifyEnterprise,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { body, empty, ok, operation, PagingQuery, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";
import { beginSession } from "../session.ts";

const params = z.object({ enterpriseId: EnterpriseId });
const memberParams = params.extend({ memberId: MemberId });

const listEnterprisesRoute = createRoute({
  ...operation("listEnterprises", "Enterprises", "Enterprises in order of name"),
  method: "get",
  path: "/enterprises",
  request: { query: PagingQuery.extend({ district: DistrictCode.optional() }) },
  responses: {
    200: ok(z.object({ items: z.array(EnterpriseCard), cursor: z.string().optional() }), "Enterprises"),
    ...problems(400),
  },
});

const registerEnterpriseRoute = createRoute({
  ...operation("registerEnterprise", "Enterprises", "Register an enterprise and take the first seat on its board"),
  method: "post",
  path: "/enterprises",
  request: { headers: RepeatHeaders, body: body(EnterpriseRegistration) },
  responses: { 201: ok(BoardView, "The enterprise, not yet checked"), ...problems(400, 401, 403, 409, 429) },
});

const getEnterpriseRoute = createRoute({
  ...operation("getEnterprise", "Enterprises", "The public page of an enterprise"),
  method: "get",
  path: "/enterprises/{enterpriseId}",
  request: { params },
  responses: { 200: ok(EnterpriseView, "The enterprise, with what it did with trust"), ...problems(400, 404) },
});

const getBoardRoute = createRoute({
  ...operation(
    "getBoard",
    "Enterprises",
    "An enterprise from the inside: members, bank account, what stands before money",
  ),
  method: "get",
  path: "/enterprises/{enterpriseId}/board",
  request: { params },
  responses: { 200: ok(BoardView, "The board"), ...problems(400, 401, 403, 404) },
});

const editEnterpriseRoute = createRoute({
  ...operation("editEnterprise", "Enterprises", "Change what an enterprise tells about itself"),
  method: "put",
  path: "/enterprises/{enterpriseId}/profile",
  request: { headers: RepeatHeaders, params, body: body(ProfileEdit) },
  responses: { 200: ok(BoardView, "The enterprise as it is now"), ...problems(400, 401, 403, 404, 409, 429) },
});

const inviteMemberRoute = createRoute({
  ...operation("inviteMember", "Enterprises", "Invite somebody to the board, or invite them again"),
  method: "post",
  path: "/enterprises/{enterpriseId}/members",
  request: { headers: RepeatHeaders, params, body: body(Invitation) },
  responses: { 201: ok(BoardView, "The board with the invitation"), ...problems(400, 401, 403, 404, 409, 429) },
});

const removeMemberRoute = createRoute({
  ...operation("removeMember", "Enterprises", "Leave the board, remove somebody or take an invitation back"),
  method: "delete",
  path: "/enterprises/{enterpriseId}/members/{memberId}",
  request: { params: memberParams },
  responses: { 200: ok(BoardView, "The board as it is now"), ...problems(400, 401, 403, 404, 409) },
});

const setNameVisibilityRoute = createRoute({
  ...operation("setNameVisibility", "Enterprises", "Show or hide your own name on the public page"),
  method: "put",
  path: "/enterprises/{enterpriseId}/members/{memberId}/name-visibility",
  request: { params: memberParams, body: body(z.strictObject({ isNamePublic: z.boolean("required") })) },
  responses: { 200: ok(BoardView, "The board as it is now"), ...problems(400, 401, 403, 404) },
});

const acceptInvitationRoute = createRoute({
  ...operation(
    "acceptInvitation",
    "Enterprises",
    "Take the seat you were invited to; the letter's secret signs you in",
  ),
  method: "post",
  path: "/enterprises/{enterpriseId}/members/{memberId}/acceptances",
  request: { params: memberParams, body: body(Acceptance) },
  responses: { 201: ok(BoardView, "The board with you on it"), ...problems(400, 401, 403, 404, 409) },
});

const readInvitationRoute = createRoute({
  ...operation("readInvitation", "Enterprises", "What an open invitation says, by the secret of its letter"),
  method: "post",
  path: "/enterprises/{enterpriseId}/members/{memberId}/invitation-readings",
  request: { params: memberParams, body: body(InvitationKey) },
  responses: { 200: ok(InvitationView, "Who asks, for which seat"), ...problems(400, 401, 403, 404, 409) },
});

const declineInvitationRoute = createRoute({
  ...operation("declineInvitation", "Enterprises", "Say no to a seat; who invited you is told"),
  method: "post",
  path: "/enterprises/{enterpriseId}/members/{memberId}/refusals",
  request: { params: memberParams, body: body(InvitationKey) },
  responses: { 204: empty("The invitation is gone"), ...problems(400, 401, 403, 404, 409) },
});

const disavowLetterRoute = createRoute({
  ...operation(
    "disavowLetter",
    "Enterprises",
    "Say of an invitation: I do not know this, never again from this enterprise",
  ),
  method: "post",
  path: "/enterprises/{enterpriseId}/disavowals",
  request: { params, body: body(DisavowalOfLetter) },
  responses: { 204: empty("No letters of this enterprise any more"), ...problems(400, 404) },
});

const askEnterpriseRoute = createRoute({
  ...operation("askEnterprise", "Enterprises", "Ask an enterprise something; its board gets a letter to answer"),
  method: "post",
  path: "/enterprises/{enterpriseId}/questions",
  request: { params, body: body(NeighbourQuestion) },
  responses: { 204: empty("The question is on its way to the board"), ...problems(400, 404, 429) },
});

const proposeIbanRoute = createRoute({
  ...operation(
    "proposeIban",
    "Enterprises",
    "Propose the bank account that money is paid to; another member confirms it",
  ),
  method: "put",
  path: "/enterprises/{enterpriseId}/iban",
  request: { headers: RepeatHeaders, params, body: body(BankAccount) },
  responses: { 200: ok(BoardView, "The board as it is now"), ...problems(400, 401, 403, 404, 409, 429) },
});

const confirmIbanRoute = createRoute({
  ...operation("confirmIban", "Enterprises", "Confirm the bank account that another member proposed"),
  method: "post",
  path: "/enterprises/{enterpriseId}/iban/confirmations",
  request: { headers: RepeatHeaders, params, body: body(IbanAnswer) },
  responses: { 201: ok(BoardView, "The board with the account that counts now"), ...problems(400, 401, 403, 404, 409) },
});

const refuseIbanRoute = createRoute({
  ...operation("refuseIban", "Enterprises", "Refuse a proposed bank account, or take your own proposal back"),
  method: "post",
  path: "/enterprises/{enterpriseId}/iban/refusals",
  request: { headers: RepeatHeaders, params, body: body(IbanAnswer) },
  responses: { 201: ok(BoardView, "The board; the account of now stays"), ...problems(400, 401, 403, 404, 409) },
});

const verifyEnterpriseRoute = createRoute({
  ...operation("verifyEnterprise", "Enterprises", "Verify an enterprise, or refuse it with a reason"),
  method: "post",
  path: "/enterprises/{enterpriseId}/verifications",
  request: { headers: RepeatHeaders, params, body: body(Verification) },
  responses: { 201: ok(BoardView, "The enterprise as it is now"), ...problems(400, 401, 403, 404, 409) },
});

/** Routes about enterprises and their boards. */
export const enterpriseRoutes = createRouter()
  .openapi(listEnterprisesRoute, async (c) => {
    const page = await listEnterprises(c.var.deps, c.req.valid("query"));
    return c.json({ ...page, items: [...page.items] }, 200);
  })
  .openapi(registerEnterpriseRoute, async (c) => {
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await registerEnterprise(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(getEnterpriseRoute, async (c) =>
    c.json(await getEnterprise(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(getBoardRoute, async (c) => c.json(await getBoard(c.var.deps, c.var.actor, c.req.valid("param")), 200))
  .openapi(editEnterpriseRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await editProfile(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(inviteMemberRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    const { deps, actor, clientAddress: ip } = c.var;
    return c.json(await inviteMember(deps, actor, input, { ip }), 201);
  })
  .openapi(removeMemberRoute, async (c) =>
    c.json(await removeMember(c.var.deps, c.var.actor, c.req.valid("param")), 200),
  )
  .openapi(setNameVisibilityRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await setNameVisibility(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(acceptInvitationRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    const { board, opened } = await acceptInvitation(c.var.deps, c.var.actor, input);
    if (opened !== undefined) await beginSession(c, opened);
    return c.json(board, 201);
  })
  .openapi(readInvitationRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await readInvitation(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(declineInvitationRoute, async (c) => {
    await declineInvitation(c.var.deps, c.var.actor, { ...c.req.valid("json"), ...c.req.valid("param") });
    return c.body(null, 204);
  })
  .openapi(disavowLetterRoute, async (c) => {
    await disavowLetter(c.var.deps, c.var.actor, { ...c.req.valid("json"), ...c.req.valid("param") });
    return c.body(null, 204);
  })
  .openapi(askEnterpriseRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    const { deps, actor, clientAddress: ip } = c.var;
    await askEnterprise(deps, actor, input, { ip });
    return c.body(null, 204);
  })
  .openapi(proposeIbanRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await proposeIban(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(confirmIbanRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await confirmIban(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(refuseIbanRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await refuseIban(c.var.deps, c.var.actor, input), 201);
  })
  .openapi(verifyEnterpriseRoute, async (c) => {
    const idempotencyKey = c.req.valid("header")["idempotency-key"];
    const input = { ...c.req.valid("json"), ...c.req.valid("param"), idempotencyKey };
    return c.json(await verifyEnterprise(c.var.deps, c.var.actor, input), 201);
  });
