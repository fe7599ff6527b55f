import {
  actorOf,
  type Deps,
  getSession,
  type OpenedSession,
  type Resumed,
  resumeSession,
  type SessionView,
  signOut,
} from "@hevel/core";
import type { Context } from "hono";
import type { Env } from "./context.ts";
import { giveCookie, readCookie } from "./cookie.ts";

/** Who sends this request, by the secret in their cookie; undefined for a visitor. */
export async function readSession(c: Context<Env>, deps: Deps): Promise<Resumed | undefined> {
  const secret = readCookie(c, "hevel");
  return secret === undefined ? undefined : resumeSession(deps, secret);
}

/** Hands the browser its new session and ends the one it had: an id from before signing in is worth nothing after it. */
export async function beginSession(c: Context<Env>, { secret, session }: OpenedSession): Promise<SessionView> {
  const { deps } = c.var;
  if (c.var.session !== undefined) await signOut(deps, c.var.session);
  giveCookie(c, "hevel", secret, session.expiresAt);
  const person = await deps.store.get("person", { id: session.personId });
  return person === undefined ? { kind: "visitor" } : getSession(deps, actorOf(person, session.kind), session);
}
