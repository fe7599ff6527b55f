import {
  getSession,
  requestSignIn,
  SessionView,
  SignInProof,
  SignInRequest,
  SignInRequested,
  signInResident,
  signOut,
} from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { giveCookie, readCookie, readKnownBrowser, takeCookie } from "../cookie.ts";
import { body, empty, ok, operation, problems } from "../route.ts";
import { createRouter } from "../router.ts";
import { beginSession } from "../session.ts";

const SignedIn = z.object({ session: SessionView, returnTo: z.string().optional() }).meta({ id: "SignedIn" });

const requestSignInRoute = createRoute({
  ...operation("requestSignIn", "Signing in", "Send a letter with a link and a code"),
  method: "post",
  path: "/sign-in-requests",
  request: { body: body(SignInRequest) },
  responses: { 202: ok(SignInRequested, "A letter is on its way, whoever it is for"), ...problems(400, 429) },
});

const signInRoute = createRoute({
  ...operation(
    "signIn",
    "Signing in",
    "Redeem a letter, by its link in the browser that asked or by its code anywhere",
  ),
  method: "post",
  path: "/sessions",
  request: { body: body(SignInProof) },
  responses: { 201: ok(SignedIn, "Signed in; the cookie holds the session"), ...problems(400, 429) },
});

const getSessionRoute = createRoute({
  ...operation("getSession", "Signing in", "Who is signed in"),
  method: "get",
  path: "/session",
  responses: { 200: ok(SessionView, "Who is signed in, with roles or boards") },
});

const signOutRoute = createRoute({
  ...operation("signOut", "Signing in", "Sign out"),
  method: "delete",
  path: "/session",
  responses: { 204: empty("Signed out") },
});

/** Routes about signing in by e-mail, and about the session. */
export const signInRoutes = createRouter()
  .openapi(requestSignInRoute, async (c) => {
    const { deps, actor, clientAddress: ip } = c.var;
    // One secret for all letters a browser asks for: the link of each of them works in it.
    const browser = readCookie(c, "hevel-sign-in") ?? deps.ids.secret();
    const requested = await requestSignIn(deps, actor, c.req.valid("json"), {
      ip,
      browser,
      knownBrowser: readKnownBrowser(c),
    });
    giveCookie(c, "hevel-sign-in", browser, requested.expiresAt);
    return c.json(requested, 202);
  })
  .openapi(signInRoute, async (c) => {
    const { deps, actor } = c.var;
    const browser = readCookie(c, "hevel-sign-in");
    const { opened, returnTo } = await signInResident(deps, actor, c.req.valid("json"), browser, c.var.clientAddress);
    takeCookie(c, "hevel-sign-in");
    const session = await beginSession(c, opened);
    return c.json({ session, ...(returnTo === undefined ? {} : { returnTo }) }, 201);
  })
  .openapi(getSessionRoute, async (c) => c.json(await getSession(c.var.deps, c.var.actor, c.var.session), 200))
  .openapi(signOutRoute, async (c) => {
    if (c.var.session !== undefined) await signOut(c.var.deps, c.var.session);
    takeCookie(c, "hevel");
    return c.body(null, 204);
  });
