import { DomainError, resumeStaffSignIn, SitePath, signInStaff, sitePaths, startStaffSignIn } from "@hevel/core";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import * as z from "zod";
import type { Env } from "../context.ts";
import { giveCookie, readCookie, takeCookie } from "../cookie.ts";
import type { StaffIdentity } from "../portal.ts";
import { operation, problems, versionHeader } from "../route.ts";
import { createRouter } from "../router.ts";
import { beginSession } from "../session.ts";
import { authorizationUrl, redeemCode } from "../staff-identity.ts";

const redirect = (description: string) => ({
  description,
  headers: { ...versionHeader, Location: { description: "Where to go", schema: { type: "string" as const } } },
});

const startStaffSignInRoute = createRoute({
  ...operation("startStaffSignIn", "Signing in", "Go to the identity provider of the municipality"),
  method: "get",
  path: "/staff-sign-in",
  request: {
    query: z.object({
      returnTo: SitePath.optional(),
      anew: z
        .enum(["yes"])
        .optional()
        .meta({ description: "Have the provider ask who it is, also of who is signed in" }),
    }),
  },
  responses: { 302: redirect("To the identity provider"), ...problems(400, 404) },
});

const finishStaffSignInRoute = createRoute({
  ...operation("finishStaffSignIn", "Signing in", "Come back from the identity provider"),
  method: "get",
  path: "/staff-sign-in/callback",
  request: { query: z.object({ state: z.string().max(1_000).optional(), code: z.string().max(2_000).optional() }) },
  responses: {
    302: redirect("To where somebody was going, or to the sign-in page with the reason in `melding`"),
    ...problems(400, 404),
  },
});

const callbackPath = "/v1/staff-sign-in/callback";

/** Routes of signing in as staff. Browsers walk them by themselves, so a refusal is a page of the site and not JSON. */
export const staffSignInRoutes = createRouter()
  .openapi(startStaffSignInRoute, async (c) => {
    const { deps, origin } = c.var;
    const identity = identityOf(c);
    const { returnTo = sitePaths.staff(), anew } = c.req.valid("query");
    const isAnew = anew === "yes";
    const journey = startStaffSignIn(deps, { returnTo, isAnew });
    try {
      const url = await authorizationUrl(identity, { ...journey, redirectUri: `${origin}${callbackPath}`, isAnew });
      giveCookie(c, "hevel-staff", journey.browser, journey.expiresAt);
      return c.redirect(url, 302);
    } catch (error) {
      return turnAway(c, error);
    }
  })
  .openapi(finishStaffSignInRoute, async (c) => {
    const { deps, actor, origin } = c.var;
    const identity = identityOf(c);
    const { state = "" } = c.req.valid("query");
    const browser = readCookie(c, "hevel-staff");
    takeCookie(c, "hevel-staff");
    try {
      const journey = resumeStaffSignIn(deps, { state, browser });
      const callback = new URL(`${origin}${callbackPath}${new URL(c.req.url).search}`);
      const { nonce, codeVerifier, returnTo, isAnew } = journey;
      const vouched = await redeemCode(identity, callback, { state, nonce, codeVerifier, isAnew });
      await beginSession(c, await signInStaff(deps, actor, vouched));
      return c.redirect(`${origin}${returnTo}`, 302);
    } catch (error) {
      return turnAway(c, error);
    }
  });

function identityOf(c: Context<Env>): StaffIdentity {
  const identity = c.var.portal.staffIdentityOf(c.var.deps.municipality.code);
  if (identity === undefined) throw new DomainError("not-found", "Staff of this municipality cannot sign in here.");
  return identity;
}

/** Back to the sign-in page, with why. What the provider did wrong is for the log; the person can only try again. */
function turnAway(c: Context<Env>, error: unknown) {
  const isRefusal = error instanceof DomainError;
  if (!isRefusal)
    c.var.portal.log({
      at: new Date().toISOString(),
      level: "warn",
      event: "bug",
      requestId: c.var.requestId,
      method: c.req.method,
      route: c.req.routePath,
      status: 302,
      ms: 0,
      code: "identity-provider",
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  return c.redirect(`${c.var.origin}${sitePaths.signIn(isRefusal ? error.code : "identity-provider")}`, 302);
}
