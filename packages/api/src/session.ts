import type { Actor, Deps, Person, Session } from "@hevel/core";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Env } from "./context.ts";

/**
 * The prefix `__Host-` makes browsers hold the cookie to this very host, to path `/` and to TLS (RFC 6265bis 4.1.3.2).
 * It needs `Secure`, and not every browser stores a `Secure` cookie that came over plain http, even from localhost
 * (Safari does not). So on http://localhost the same cookie goes by its plain name without `Secure`: still HttpOnly,
 * SameSite=Lax, without `Domain` and thus of this host only. Every https origin gets the prefix.
 */
const nameFor = (isSecure: boolean) => (isSecure ? "__Host-hevel" : "hevel");

const isSecureOrigin = (c: Context<Env>) => c.get("origin").startsWith("https://");

/** Who sends this request: read from the cookie's hash, checked against the clock and not against the table's TTL. */
export async function readSession(
  c: Context<Env>,
  deps: Deps,
): Promise<{ actor: Actor; session: Session | undefined }> {
  const nobody = { actor: { kind: "visitor" } as const, session: undefined };
  const secret = getCookie(c, nameFor(isSecureOrigin(c)));
  if (secret === undefined || secret.length < 40 || secret.length > 100) return nobody;
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

/** Hands the browser its session; the secret itself is kept nowhere else. */
export function giveSession(c: Context<Env>, secret: string, expiresAt: string): void {
  const isSecure = isSecureOrigin(c);
  setCookie(c, nameFor(isSecure), secret, {
    path: "/",
    httpOnly: true,
    secure: isSecure,
    sameSite: "Lax",
    expires: new Date(expiresAt),
  });
}

/** Takes the session away from the browser. */
export function endSession(c: Context<Env>): void {
  const isSecure = isSecureOrigin(c);
  setCookie(c, nameFor(isSecure), "", { path: "/", httpOnly: true, secure: isSecure, sameSite: "Lax", maxAge: 0 });
}
