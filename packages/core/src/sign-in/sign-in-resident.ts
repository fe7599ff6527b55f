import type * as z from "zod";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { parse } from "../parse.ts";
import { personByAddress } from "../person/by-address.ts";
import { type OpenedSession, openSession } from "../person/open-session.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Guard } from "../store.ts";
import { type SignIn, SignInProof } from "./sign-in.ts";

/** A session that began, and where the person was going. */
export interface ResidentSignedIn {
  readonly opened: OpenedSession;
  readonly returnTo: string | undefined;
}

type Why = "unknown" | "used" | "expired" | "tries" | "browser" | "wrong";

const refuse = (why: Why, triesLeft?: number) =>
  new DomainError("code-wrong", `The link or code does not fit: ${why}.`, {
    details: { why, ...(triesLeft === undefined ? {} : { triesLeft }) },
  });

/**
 * Redeems a letter by its link secret (only in the browser that asked for it) or its code: once, in time, in at most
 * `limits.signInTriesMax` tries, all of it conditions of the database. Makes the person at the first sign-in.
 * @throws DomainError `code-wrong` with `details.why`: `browser` means that the code must be typed here.
 */
export function signInResident(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof SignInProof>,
  browser: string | undefined,
): Promise<ResidentSignedIn> {
  const proof = parse(SignInProof, input);
  return untilFresh(async () => {
    const signIn = await deps.store.get("sign-in", { id: proof.signInId });
    if (signIn === undefined) throw refuse("unknown");
    assertUsable(signIn, deps.clock.now());
    if (proof.secret !== undefined && (browser === undefined || deps.digest.of(browser) !== signIn.browserHash))
      throw refuse("browser");
    if (!fits(deps, signIn, proof)) return countMiss(deps, signIn);
    const { person, changes } = await personByAddress(deps, signIn.email);
    const opened = openSession(deps, person.id, "resident");
    const usedAt = deps.clock.now().toISOString();
    const used = { patch: "sign-in", ref: { id: signIn.id }, set: { usedAt }, when: usable(deps.clock.now()) } as const;
    await deps.store.commit([used, opened.change, ...changes]);
    return { opened, returnTo: signIn.returnTo };
  });
}

function assertUsable(signIn: SignIn, now: Date): void {
  if (signIn.usedAt !== undefined) throw refuse("used");
  if (signIn.expiresAt <= now.toISOString()) throw refuse("expired");
  if (signIn.triesLeft < 1) throw refuse("tries", 0);
}

/** What must still hold when it is written, whoever else is trying at the same moment. */
function usable(now: Date): readonly Guard<SignIn>[] {
  const afterNow = new Date(now.getTime() + 1).toISOString();
  return [
    { field: "usedAt", is: "absent", refusal: "code-wrong" },
    { field: "triesLeft", is: "at-least", value: 1, refusal: "code-wrong" },
    { field: "expiresAt", is: "at-least", value: afterNow, refusal: "code-wrong" },
  ];
}

function fits(deps: Deps, signIn: SignIn, { secret, code }: SignInProof): boolean {
  if (secret !== undefined) return deps.digest.of(secret) === signIn.secretHash;
  return deps.digest.keyed(`${signIn.id}:${code}`) === signIn.codeHash;
}

async function countMiss(deps: Deps, signIn: SignIn): Promise<never> {
  const when = usable(deps.clock.now());
  await deps.store.commit([{ patch: "sign-in", ref: { id: signIn.id }, add: { triesLeft: -1 }, when }]);
  throw refuse("wrong", signIn.triesLeft - 1);
}
