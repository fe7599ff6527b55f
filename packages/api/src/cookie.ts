import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Env } from "./context.ts";

/**
 * The cookies of the portal: who is signed in, which browser began to sign in (by letter, or at city hall), and with which
 * address a browser signed in before.
 */
export type CookieName = "hevel" | "hevel-sign-in" | "hevel-staff" | "hevel-known";

/**
 * The prefix `__Host-` makes browsers hold a cookie to this very host, to path `/` and to TLS (RFC 6265bis 4.1.3.2).
 * It needs `Secure`, and not every browser stores a `Secure` cookie that came over plain http, even from localhost
 * (Safari does not). So on http://localhost the same cookie goes by its plain name without `Secure`: still HttpOnly,
 * SameSite=Lax, without `Domain` and thus of this host only. Every https origin gets the prefix.
 */
const nameOf = (c: Context<Env>, name: CookieName) => (isSecureOrigin(c) ? `__Host-${name}` : name);

const isSecureOrigin = (c: Context<Env>) => c.get("origin").startsWith("https://");

const attributes = (c: Context<Env>) =>
  ({ path: "/", httpOnly: true, secure: isSecureOrigin(c), sameSite: "Lax" }) as const;

/** The secret a browser sends along, when it looks like one of ours: 256 bits, base64url. */
export function readCookie(c: Context<Env>, name: CookieName): string | undefined {
  const secret = getCookie(c, nameOf(c, name));
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : undefined;
}

/** What the last sign-in by e-mail left in this browser; the domain says whether it is worth anything. */
export function readKnownBrowser(c: Context<Env>): string | undefined {
  return getCookie(c, nameOf(c, "hevel-known"));
}

/** Hands the browser a secret, out of reach of scripts, until an instant. */
export function giveCookie(c: Context<Env>, name: CookieName, secret: string, expiresAt: string): void {
  setCookie(c, nameOf(c, name), secret, { ...attributes(c), expires: new Date(expiresAt) });
}

/** Takes a cookie away from the browser. */
export function takeCookie(c: Context<Env>, name: CookieName): void {
  setCookie(c, nameOf(c, name), "", { ...attributes(c), maxAge: 0 });
}
