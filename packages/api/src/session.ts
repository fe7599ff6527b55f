import {
  type Actor,
  type Deps,
  getSession,
  type OpenedSession,
  type Person,
  type Session,
  type SessionView,
  signOut,
} from "@hevel/core";
import type { Context } from "hono";
import type { Env } from "./context.ts";
import { giveCookie, readCookie } from "./cookie.ts";

/** Who sends this request: read from the cookie's hash, checked against the clock and not against the table's TTL. */
export async function readSession(
  c: Context<Env>,
  deps: Deps,
): Promise<{ actor: Actor; session: Session | undefined }> {
  const nobody = { actor: { kind: "visitor" } as const, session: undefined };
  const secret = readCookie(c, "hevel");
  if (secret === undefined) return nobody;
  const session = await deps.store.get("session", { hash: deps.digest.of(secret) });
  if (session === undefined || session.expiresAt <= deps.clock.now().toISOString()) return nobody;
  const person = await deps.store.get("person", { id: session.personId });
  return person === undefined ? nobody : { actor: actorOf(person, session.kind), session };
}

/**
 * A person as an actor. The door they came through decides what they are: somebody of city hall who signed in by e-mail
 * is a resident, and somebody with a seat on a board who signed in as staff has no seat.
 */
export function actorOf(person: Person, kind: Session["kind"]): Actor {
  if (kind === "resident") return { kind, personId: person.id, email: person.email };
  return { kind, personId: person.id, name: person.name ?? "", roles: person.roles };
}

/** Hands the browser its new session and ends the one it had: an id from before signing in is worth nothing after it. */
export async function beginSession(c: Context<Env>, { secret, session }: OpenedSession): Promise<SessionView> {
  const { deps } = c.var;
  if (c.var.session !== undefined) await signOut(deps, c.var.session);
  giveCookie(c, "hevel", secret, session.expiresAt);
  const person = await deps.store.get("person", { id: session.personId });
  return person === undefined ? { kind: "visitor" } : getSession(deps, actorOf(person, session.kind), session);
}
