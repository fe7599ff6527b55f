import { type Actor, actAs, DomainError, StaffRole } from "@hevel/core";
import type { MiddlewareHandler } from "hono";
import * as z from "zod";
import type { Env } from "./context.ts";
import { type OperationId, type Party, policy } from "./policy.ts";
import { Problem, statusOf } from "./problem.ts";

const boardParties: readonly Party[] = ["resident", "board", "chair", "treasurer", "secretary", "member"];

/** Whether an actor may try a route at all; which object it is about is the verb's to judge. */
export function mayTry(actor: Actor, parties: readonly Party[]): boolean {
  if (parties.includes("everyone")) return true;
  if (actor.kind === "visitor") return false;
  if (actor.kind === "resident") return parties.some((party) => boardParties.includes(party));
  return actor.roles.some((role) => parties.includes(role));
}

/** Refuses who is not in the policy's row, before anything else happens; what staff then do holds to the roles of that row. */
function permit(operationId: OperationId): MiddlewareHandler<Env> {
  const parties: readonly Party[] = policy[operationId];
  return async function permitMiddleware(c, next) {
    const actor = c.get("actor");
    if (!mayTry(actor, parties)) {
      if (actor.kind === "visitor") throw new DomainError("unauthenticated", "Sign in first.");
      throw new DomainError("forbidden", `This is for: ${parties.join(", ")}.`, {
        details: { needs: parties.join(" ") },
      });
    }
    const { deps, resumed } = c.var;
    if (resumed !== undefined && !parties.includes("everyone"))
      c.set("deps", actAs(deps, resumed, staffRolesIn(parties)));
    await next();
  };
}

const staffRolesIn = (parties: readonly Party[]) =>
  StaffRole.options.filter((role) => parties.some((party) => party === role));

/** The part every route has in common: its name, its row in the policy and the words of its documentation. */
export function operation<const Id extends OperationId>(operationId: Id, tag: string, summary: string) {
  const parties: readonly Party[] = policy[operationId];
  const isOpen = parties.includes("everyone");
  return {
    operationId,
    tags: [tag],
    summary,
    description: `For: ${parties.join(", ")}.`,
    middleware: permit(operationId),
    // Said of open ones too: nothing said would leave a reader, and a linter, to guess.
    security: isOpen ? [] : [{ session: [] }],
  };
}

/** Header of every response (NL API Design Rules /core/version-header). */
export const versionHeader = {
  "API-Version": { description: "Version of this API", schema: { type: "string" as const } },
};

/** A JSON answer. */
export function ok<S extends z.ZodType>(schema: S, description: string) {
  return { description, headers: versionHeader, content: { "application/json": { schema } } };
}

/** An answer without content. */
export function empty(description: string) {
  return { description, headers: versionHeader };
}

type ProblemStatus = (typeof statusOf)[keyof typeof statusOf];

/** The refusals a route may give; 400 is always among them where there is input. */
export function problems<const S extends readonly ProblemStatus[]>(...statuses: S) {
  return Object.fromEntries(statuses.map((status) => [status, refusals.get(status)])) as {
    [K in S[number]]: ReturnType<typeof refusal>;
  };
}

const refusal = (status: number) => ({
  description: `Refused: ${Object.entries(statusOf)
    .filter(([, of]) => of === status)
    .map(([code]) => code)
    .join(", ")}`,
  headers: versionHeader,
  content: { "application/problem+json": { schema: Problem } },
});

/** Made once: hundreds of answers of the routes are among these few. */
const refusals = new Map([...new Set(Object.values(statusOf))].map((status) => [status, refusal(status)]));

/** A JSON body that must be there. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

const IdempotencyKey = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, "idempotency-key")
  .meta({
    description: "A ULID made by the client; the same key with the same content gives the first answer again.",
  });

/** Header of requests that move money: a ULID made by the client, kept over retries (reference: money 1.5). */
export const IdempotencyHeaders = z.object({ "idempotency-key": IdempotencyKey });

/**
 * Header of every other request that others notice: by a letter, in public, or by a thing made twice. A client that sends
 * the key may ask again when no answer came; the site always does. Remembered for a day.
 */
export const RepeatHeaders = z.object({ "idempotency-key": IdempotencyKey.optional() });

/** Query of every list. */
export const PagingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(1_000).optional(),
});
