import { DomainError } from "@hevel/core";
import type { MiddlewareHandler } from "hono";
import type { Env } from "./context.ts";
import type { Portal } from "./portal.ts";
import { problemResponse } from "./problem.ts";
import { readSession } from "./session.ts";
import { pathOfHalfCharacter } from "./whole-characters.ts";

/** A body larger than this is no form of ours; files go to the file store by themselves. */
const bodyBytesMax = 128 * 1024;

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Paths that a mail program calls by itself (RFC 8058): a form, without cookie, origin or JSON. */
const isOneClick = (path: string) => /^\/v1\/follows\/[^/]+\/unsubscriptions\/[^/]+$/.test(path);

/**
 * Headers on every response: version, and what keeps a browser from doing more than asked (NL API Design Rules 2.2). Set
 * before the handler runs, so that it may replace them and the response is built once; answers are made by `c`, never by
 * `new Response`, or they would go without.
 */
export function responseHeaders(version: string): MiddlewareHandler<Env> {
  const headers = Object.entries({
    "API-Version": version,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
  });
  return function headersMiddleware(c, next) {
    for (const [name, value] of headers) c.header(name, value);
    c.header("X-Request-Id", c.get("requestId"));
    return next();
  };
}

/** One log line per request, without paths, addresses or names. */
export function requestLog(portal: Portal): MiddlewareHandler<Env> {
  return async function logMiddleware(c, next) {
    const began = performance.now();
    c.set("portal", portal);
    c.set("requestId", crypto.randomUUID());
    await next();
    const deps = c.get("deps");
    portal.log({
      at: new Date().toISOString(),
      level: c.res.status >= 500 ? "error" : "info",
      event: "request",
      requestId: c.get("requestId"),
      ...(deps === undefined ? {} : { municipality: deps.municipality.code }),
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    });
  };
}

/** Finds the municipality by host name: deny by default, nothing from the body. */
export function municipality(portal: Portal): MiddlewareHandler<Env> {
  return async function municipalityMiddleware(c, next) {
    const code = portal.municipalityOf(
      c.req.header("x-forwarded-host") ?? c.req.header("host") ?? new URL(c.req.url).host,
    );
    if (code === undefined) throw new DomainError("not-found", "No municipality lives at this host name.");
    const deps = await portal.depsFor(code);
    // No failure, and nobody is called out of bed for it: a municipality is deployed first and set up then.
    if (deps === undefined)
      return problemResponse(c, 404, {
        code: "not-set-up",
        detail: "This municipality has no settings yet.",
        requestId: c.get("requestId"),
      });
    c.set("deps", deps);
    c.set("origin", portal.originOf(code));
    await next();
    return undefined;
  };
}

/** Says first that there is no such act, before anything is said of where a request comes from or what it carries. */
export function onlyWhatExists(methodsOf: (path: string) => readonly string[]): MiddlewareHandler<Env> {
  return async function onlyWhatExistsMiddleware(c, next) {
    if (unsafe.has(c.req.method) && !methodsOf(c.req.path).includes(c.req.method)) return c.notFound();
    await next();
    return undefined;
  };
}

/**
 * Refuses what another site sends (CSRF): a request that changes something must come from our own origin, by
 * `Sec-Fetch-Site` or, where a browser does not send that, by `Origin`. Own check, because SameSite alone leaves
 * sibling hosts and a body without content type open.
 */
export const sameOrigin: MiddlewareHandler<Env> = async function sameOriginMiddleware(c, next) {
  if (unsafe.has(c.req.method) && !isOneClick(c.req.path)) {
    const site = c.req.header("sec-fetch-site");
    const isOurs = site === undefined ? c.req.header("origin") === c.get("origin") : site === "same-origin";
    if (!isOurs)
      return problemResponse(c, 403, {
        code: "cross-site",
        detail: "This request comes from another site.",
        requestId: c.get("requestId"),
      });
  }
  await next();
  return undefined;
};

/** Refuses bodies that are no JSON, or too large; a missing content type is refused too. */
export const jsonOnly: MiddlewareHandler<Env> = async function jsonOnlyMiddleware(c, next) {
  if (unsafe.has(c.req.method) && !isOneClick(c.req.path)) {
    const requestId = c.get("requestId");
    const length = Number(c.req.header("content-length") ?? "0");
    if (!(length <= bodyBytesMax))
      return problemResponse(c, 413, {
        code: "too-large",
        detail: `A body has at most ${bodyBytesMax} bytes.`,
        requestId,
      });
    const type = c.req.header("content-type");
    const hasBody = c.req.method !== "DELETE" || length > 0;
    if (hasBody && !/^application\/json\s*(;|$)/i.test(type ?? ""))
      return problemResponse(c, 415, { code: "media-type", detail: "Send application/json.", requestId });
    const text = await c.req.text();
    if (text.length > bodyBytesMax)
      return problemResponse(c, 413, {
        code: "too-large",
        detail: `A body has at most ${bodyBytesMax} bytes.`,
        requestId,
      });
    const path = pathOfHalfCharacter(text);
    if (path !== undefined)
      return problemResponse(c, 400, {
        code: "invalid",
        detail: "A text holds half a character (a lone surrogate).",
        requestId,
        errors: [{ path, code: "characters" }],
      });
  }
  await next();
  return undefined;
};

/** Finds out who is acting. */
export const actor: MiddlewareHandler<Env> = async function actorMiddleware(c, next) {
  const resumed = await readSession(c, c.get("deps"));
  c.set("actor", resumed?.actor ?? { kind: "visitor" });
  c.set("session", resumed?.session);
  c.set("resumed", resumed);
  // The last hop is our own edge (CloudFront or the local gateway), which appends the address it saw.
  c.set("clientAddress", c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown");
  await next();
};
