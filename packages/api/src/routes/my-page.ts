import { getMyPage, MyName, MyPage, setMyName } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import { body, ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";

const getMyPageRoute = createRoute({
  ...operation("getMyPage", "My page", "Your boards, proposals and follows, and what waits for you"),
  method: "get",
  path: "/my-page",
  responses: { 200: ok(MyPage, "Your page"), ...problems(401, 403) },
});

const setMyNameRoute = createRoute({
  ...operation("setMyName", "My page", "Say what you are called"),
  method: "put",
  path: "/my-page/name",
  request: { body: body(MyName) },
  responses: { 200: ok(MyName, "Your name"), ...problems(400, 401, 403) },
});

/** Routes about what is one's own. */
export const myPageRoutes = createRouter()
  .openapi(getMyPageRoute, async (c) => c.json(await getMyPage(c.var.deps, c.var.actor), 200))
  .openapi(setMyNameRoute, async (c) => c.json(await setMyName(c.var.deps, c.var.actor, c.req.valid("json")), 200));
