import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Deps, Digest } from "../ports.ts";
import { SitePath } from "../text.ts";

/** What goes along to the identity provider, and the secret that stays in the browser's cookie. */
export interface StaffJourney {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly browser: string;
  readonly expiresAt: string;
}

/** A journey that came back as it left. */
export interface ResumedJourney {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** The provider was to ask who it is, also of somebody it still knows. */
  readonly isAnew: boolean;
}

const Ticket = z.strictObject({ returnTo: SitePath, isAnew: z.boolean(), expiresAt: IsoInstant });

/**
 * Begins a staff sign-in that must come back within `limits.staffSignInMinutes`. Nothing is kept here, so that a script
 * that only begins costs no record: where somebody was going travels in `state`, sealed by the portal's pepper together
 * with a secret that only this browser has, and nonce and verifier follow from that secret. @throws DomainError `invalid`.
 */
export function startStaffSignIn(
  deps: Deps,
  input: { readonly returnTo: string; readonly isAnew?: boolean },
): StaffJourney {
  const returnTo = parse(SitePath, input.returnTo);
  const browser = deps.ids.secret();
  const expiresAt = new Date(deps.clock.now().getTime() + limits.staffSignInMinutes * 60_000).toISOString();
  const ticket = JSON.stringify({ returnTo, isAnew: input.isAnew === true, expiresAt });
  const state = `${toBase64Url(ticket)}.${sealOf(deps.digest, browser, ticket)}`;
  return { state, browser, expiresAt, ...secretsOf(deps.digest, browser) };
}

/**
 * Takes up a staff sign-in that comes back from the identity provider: in time, in the browser that left, unchanged. That it
 * ends once is up to the provider's code, which works once, and to the cookie, which is taken away.
 * @throws DomainError `code-wrong`.
 */
export function resumeStaffSignIn(
  deps: Deps,
  input: { readonly state: string; readonly browser: string | undefined },
): ResumedJourney {
  const refuse = () => new DomainError("code-wrong", "This sign-in was not begun here, or is over time.");
  const [packed = "", seal = "", ...rest] = input.state.split(".");
  const ticket = fromBase64Url(packed);
  if (input.browser === undefined || ticket === undefined || rest.length > 0) throw refuse();
  if (seal !== sealOf(deps.digest, input.browser, ticket)) throw refuse();
  const { returnTo, isAnew, expiresAt } = Ticket.parse(JSON.parse(ticket));
  if (expiresAt <= deps.clock.now().toISOString()) throw refuse();
  return { returnTo, isAnew, ...secretsOf(deps.digest, input.browser) };
}

const sealOf = (digest: Digest, browser: string, ticket: string) => digest.keyed(`staff-journey:${browser}:${ticket}`);

const secretsOf = (digest: Digest, browser: string) => ({
  nonce: digest.keyed(`staff-nonce:${browser}`),
  codeVerifier: digest.keyed(`staff-verifier:${browser}`),
});

/** A site path is ASCII, so one character is one byte. */
const toBase64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function fromBase64Url(packed: string): string | undefined {
  try {
    return atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}
