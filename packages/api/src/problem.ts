import { DomainError, type ErrorCode, errorCodes, fieldCodes } from "@hevel/core";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import type { Env } from "./context.ts";

/** The HTTP status of every refusal. A new code without a status does not compile. */
export const statusOf = {
  invalid: 400,
  "file-refused": 400,
  "code-wrong": 400,
  unauthenticated: 401,
  "sign-in-again": 401,
  forbidden: 403,
  "four-eyes": 403,
  "own-interest": 403,
  "not-found": 404,
  "wrong-state": 409,
  stale: 409,
  conflict: 409,
  "not-enough-money": 409,
  "mandate-not-active": 409,
  "not-verified": 409,
  "cannot-hold-money": 409,
  "account-changed": 409,
  "receipt-used": 409,
  "idempotency-mismatch": 409,
  "period-closed": 409,
  "limit-reached": 429,
} as const satisfies Record<ErrorCode, number>;

/** Codes of refusals that the domain does not know: they are about HTTP itself. */
export const httpCodes = ["method-not-allowed", "media-type", "too-large", "cross-site", "not-set-up", "bug"] as const;

/** Why a request was refused (RFC 9457). `code` is stable; the site has a Dutch sentence for each. */
export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.enum([...errorCodes, ...httpCodes]),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.enum(fieldCodes), limit: z.number().optional() })).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** An answer stays small whatever was sent: nobody mends more fields at once, and no path of ours is longer. */
const errorsMax = 50;
const pathCharactersMax = 100;

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Content too large",
  415: "Unsupported media type",
  429: "Too many requests",
  500: "Internal error",
};

/** A problem as a response. Headers that belong on every response are added by the app. */
export function problemResponse(
  c: Context<Env>,
  status: number,
  problem: Pick<Problem, "code" | "detail" | "requestId" | "errors" | "details">,
  headers: Record<string, string> = {},
): Response {
  const { errors, ...rest } = problem;
  const bounded = errors
    ?.slice(0, errorsMax)
    .map((error) => ({ ...error, path: error.path.slice(0, pathCharactersMax).toWellFormed() }));
  const body: Problem = {
    type: "about:blank",
    status,
    title: titles[status] ?? "Error",
    ...rest,
    ...(bounded === undefined ? {} : { errors: bounded }),
  };
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header("content-type", "application/problem+json");
  // The table of statuses holds only those a response with content can have.
  return c.body(JSON.stringify(body), status as 400);
}

/** The one edge where errors become HTTP: refusals by the table, everything else is a bug with a request id. */
export const onError: ErrorHandler<Env> = (error, c) => {
  const requestId = c.get("requestId") ?? "unknown";
  if (error instanceof DomainError) {
    const { code, message: detail, fields, details } = error;
    const { retryAt } = details;
    if (typeof retryAt === "string") c.header("Retry-After", String(secondsUntil(c.get("deps").clock.now(), retryAt)));
    return problemResponse(c, statusOf[code], {
      code,
      detail,
      requestId,
      ...(fields.length > 0 ? { errors: fields.map((field) => ({ ...field })) } : {}),
      ...(Object.keys(details).length > 0 ? { details: { ...details } } : {}),
    });
  }
  if (error instanceof HTTPException && error.status === 400)
    return problemResponse(c, 400, {
      code: "invalid",
      detail: "The body is not valid JSON.",
      requestId,
      errors: [{ path: "", code: "json" }],
    });
  c.get("portal")?.log({
    at: new Date().toISOString(),
    level: "error",
    event: "bug",
    requestId,
    method: c.req.method,
    route: c.req.routePath,
    status: 500,
    ms: 0,
    stack: error.stack ?? String(error),
  });
  return problemResponse(c, 500, {
    code: "bug",
    detail: "Something went wrong on our side. Nothing was changed unless you see it changed.",
    requestId,
  });
};

/** Whole seconds (RFC 9110 section 10.2.3), rounded up: not a moment too early. */
const secondsUntil = (now: Date, instant: string) =>
  Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / 1_000));

/** A path that does not exist, or exists with another method. */
export function createNotFound(methodsOf: (path: string) => readonly string[]): NotFoundHandler<Env> {
  return (c) => {
    const requestId = c.get("requestId") ?? "unknown";
    const methods = methodsOf(c.req.path);
    if (methods.length === 0)
      return problemResponse(c, 404, { code: "not-found", detail: "There is nothing at this path.", requestId });
    const detail = `This path takes ${methods.join(", ")}.`;
    return problemResponse(c, 405, { code: "method-not-allowed", detail, requestId }, { allow: methods.join(", ") });
  };
}
