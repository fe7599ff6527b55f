import type * as z from "zod";
import { untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import { personByAddress } from "../person/by-address.ts";
import { addressHash } from "../person/mailbox.ts";
import { type OpenedSession, openSession } from "../person/open-session.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change, Guard } from "../store.ts";
import { addressPrefix } from "./address-prefix.ts";
import { networkHash } from "./letter-asked.ts";
import { type SignIn, SignInProof } from "./sign-in.ts";
import { assertWithin } from "./within-limit.ts";

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
 * @throws DomainError `code-wrong` with `details.why`: `browser` means that the code must be typed here; `limit-reached` for
 * too many wrong ones from one network.
 */
export function signInResident(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof SignInProof>,
  browser: string | undefined,
  ip = "",
): Promise<ResidentSignedIn> {
  const proof = parse(SignInProof, input);
  const network = addressPrefix(ip);
  return untilFresh(async () => {
    const signIn = await deps.store.get("sign-in", { id: proof.signInId });
    const isOwnBrowser =
      browser !== undefined && signIn !== undefined && deps.digest.of(browser) === signIn.browserHash;
    // Five tries of a letter are enough of a limit for the browser that asked for it; others share that of their network.
    const missed = isOwnBrowser || network === "unknown" ? undefined : network;
    if (signIn === undefined) {
      await countMisses(deps, missed);
      throw refuse("unknown");
    }
    assertUsable(signIn, deps.clock.now());
    if (proof.secret !== undefined && !isOwnBrowser) throw refuse("browser");
    if (!fits(deps, signIn, proof)) {
      await countMisses(deps, missed);
      return countMiss(deps, signIn);
    }
    const { person, changes } = await personByAddress(deps, signIn.email);
    const opened = openSession(deps, person.id, "resident");
    const usedAt = deps.clock.now().toISOString();
    const used = { patch: "sign-in", ref: { id: signIn.id }, set: { usedAt }, when: usable(deps.clock.now()) } as const;
    await deps.store.commit([used, opened.change, ...from(deps, signIn.email, network, changes)]);
    return { opened, returnTo: signIn.returnTo };
  });
}

const perNetwork = {
  name: "wrong-codes-network",
  max: limits.wrongCodesPerPrefixMax,
  minutes: limits.wrongCodesPerPrefixMinutes,
};

/** Counts a wrong code or link of a network; one too many is refused before it is looked at. */
async function countMisses(deps: Deps, network: string | undefined): Promise<void> {
  if (network !== undefined) await assertWithin(deps, perNetwork, network);
}

/** The changes that make the person, or none, with the network the mailbox signs in from now. */
function from(deps: Deps, email: string, network: string, changes: readonly Change[]): readonly Change[] {
  const set = { networkHash: networkHash(deps, network) };
  if (changes.length === 0) return [{ patch: "login", ref: { hash: addressHash(deps.digest, email) }, set, when: [] }];
  return changes.map((change) =>
    "put" in change && change.put === "login" ? { ...change, record: { ...change.record, ...set } } : change,
  );
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
