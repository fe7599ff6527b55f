import {
  Confirmation,
  confirmFollow,
  FollowAsked,
  FollowId,
  FollowRequest,
  FollowView,
  RefusalOfMail,
  refuseMail,
  startFollow,
  stopFollow,
  unsubscribe,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { readKnownBrowser } from "../cookie.ts";
import { body, empty, ok, operation, problems, RepeatHeaders } from "../route.ts";
import { createRouter } from "../router.ts";

const params = z.object({ followId: FollowId });

const followRoute = createRoute({
  ...operation("follow", "Following", "Follow a proposal, an enterprise or a district by mail"),
  method: "post",
  path: "/follows",
  request: { headers: RepeatHeaders, body: body(FollowRequest) },
  responses: {
    202: ok(FollowAsked, "A letter to confirm is on its way, or it is done"),
    ...problems(400, 404, 409, 429),
  },
});

const confirmFollowRoute = createRoute({
  ...operation("confirmFollow", "Following", "Confirm an address"),
  method: "post",
  path: "/follows/{followId}/confirmations",
  request: { params, body: body(Confirmation) },
  responses: { 200: ok(FollowView, "What is followed now"), ...problems(400, 404) },
});

const unfollowRoute = createRoute({
  ...operation("unfollow", "Following", "Stop following"),
  method: "delete",
  path: "/follows/{followId}",
  request: { params },
  responses: { 204: empty("No letters any more"), ...problems(400, 401, 403, 404) },
});

const unsubscribeRoute = createRoute({
  ...operation("unsubscribe", "Following", "Stop following by the secret of a letter (RFC 8058)"),
  method: "post",
  path: "/follows/{followId}/unsubscriptions/{secret}",
  request: { params: params.extend({ secret: z.string().max(100) }) },
  responses: { 204: empty("No letters any more"), ...problems(400, 404) },
});

const refuseMailRoute = createRoute({
  ...operation("refuseMail", "Following", "Say of a letter that a stranger asked for: I do not know this"),
  method: "post",
  path: "/mail-refusals",
  request: { body: body(RefusalOfMail) },
  responses: { 204: empty("No such letters any more"), ...problems(400, 404) },
});

/** Routes about following, and about not wanting letters. */
export const followRoutes = createRouter()
  .openapi(followRoute, async (c) => {
    const { deps, actor, clientAddress: ip } = c.var;
    const input = { ...c.req.valid("json"), idempotencyKey: c.req.valid("header")["idempotency-key"] };
    return c.json(await startFollow(deps, actor, input, { ip, knownBrowser: readKnownBrowser(c) }), 202);
  })
  .openapi(confirmFollowRoute, async (c) => {
    const input = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await confirmFollow(c.var.deps, c.var.actor, input), 200);
  })
  .openapi(unfollowRoute, async (c) => {
    await stopFollow(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(refuseMailRoute, async (c) => {
    await refuseMail(c.var.deps, c.var.actor, c.req.valid("json"));
    return c.body(null, 204);
  })
  .openapi(unsubscribeRoute, async (c) => {
    await unsubscribe(c.var.deps, c.var.actor, c.req.valid("param"));
    return c.body(null, 204);
  });
