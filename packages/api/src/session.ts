import {
  actorOf,
  type Deps,
  getSession,
  isKnownBrowser,
  limits,
  makeKnownBrowser,
  type OpenedSession,
  type Resumed,
  resumeSession,
  type SessionView,
  signOut,
} from "@hevel/core";
import type { Context } from "hono";
import type { Env } from "./context.ts";
import { giveCookie, readCookie, readKnownBrowser } from "./cookie.ts";

/** Who sends this request, by the secret in their cookie; undefined for a visitor. */
export async function readSession(c: Context<Env>, deps: Deps): Promise<Resumed | undefined> {
  const secret = readCookie(c, "hevel");
  return secret === undefined ? undefined : resumeSession(deps, secret);
}

/** Leaves in the browser that it signed in with this address: letters it asks for are counted apart from now on. */
function leaveKnown(c: Context<Env>, email: string): void {
  const { deps } = c.var;
  const left = readKnownBrowser(c);
  const known = left !== undefined && isKnownBrowser(deps.digest, left, email) ? left : makeKnownBrowser(deps, email);
  const until = new Date(deps.clock.now().getTime() + limits.knownBrowserDays * 86_400_000);
  giveCookie(c, "hevel-known", known, until.toISOString());
}

/** Hands the browser its new session and ends the one it had: an id from before signing in is worth nothing after it. */
export async function beginSession(c: Context<Env>, { secret, session }: OpenedSession): Promise<SessionView> {
  const { deps } = c.var;
  if (c.var.session !== undefined) await signOut(deps, c.var.session);
  const person = await deps.store.get("person", { id: session.personId });
  if (session.kind === "resident" && person !== undefined) leaveKnown(c, person.email);
  giveCookie(c, "hevel", secret, session.expiresAt);
  return person === undefined ? { kind: "visitor" } : getSession(deps, actorOf(person, session.kind), session);
}
