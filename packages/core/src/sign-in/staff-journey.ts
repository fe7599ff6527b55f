import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Deps } from "../ports.ts";
import { SitePath } from "../text.ts";
import type { StaffSignIn } from "./sign-in.ts";

/** What goes along to the identity provider, and the secret that stays in the browser's cookie. */
export interface StaffJourney {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly browser: string;
  readonly expiresAt: string;
}

/** Begins a staff sign-in: keeps what must come back, for `limits.staffSignInMinutes`. @throws DomainError `invalid`. */
export async function startStaffSignIn(deps: Deps, input: { readonly returnTo: string }): Promise<StaffJourney> {
  const returnTo = parse(SitePath, input.returnTo);
  const [state, nonce, codeVerifier, browser] = [
    deps.ids.secret(),
    deps.ids.secret(),
    deps.ids.secret(),
    deps.ids.secret(),
  ];
  const expiresAt = new Date(deps.clock.now().getTime() + limits.staffSignInMinutes * 60_000).toISOString();
  const stateHash = deps.digest.of(state);
  const browserHash = deps.digest.of(browser);
  const record: StaffSignIn = { stateHash, nonce, codeVerifier, browserHash, returnTo, expiresAt };
  await deps.store.commit([{ put: "staff-sign-in", record }]);
  return { state, nonce, codeVerifier, browser, expiresAt };
}

/**
 * Takes up a staff sign-in that comes back from the identity provider: once, in time, in the browser that left.
 * @throws DomainError `code-wrong`.
 */
export async function resumeStaffSignIn(
  deps: Deps,
  input: { readonly state: string; readonly browser: string | undefined },
): Promise<StaffSignIn> {
  const refuse = () => new DomainError("code-wrong", "This sign-in was not begun here, is used or is over time.");
  const stateHash = deps.digest.of(input.state);
  const journey = await deps.store.get("staff-sign-in", { stateHash });
  if (journey === undefined || journey.expiresAt <= deps.clock.now().toISOString()) throw refuse();
  if (input.browser === undefined || deps.digest.of(input.browser) !== journey.browserHash) throw refuse();
  try {
    await deps.store.commit([{ remove: "staff-sign-in", ref: { stateHash }, when: [] }]);
  } catch (error) {
    throw error instanceof DomainError && error.code === "not-found" ? refuse() : error;
  }
  return journey;
}
