import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { findMailRefusal, mailRefusalPath, networkRefusedUntil } from "../mail-refusal/mail-refusal.ts";
import { addressHash, humanHash } from "../person/mailbox.ts";
import type { Deps } from "../ports.ts";
import { addressPrefix } from "./address-prefix.ts";
import { isKnownBrowser } from "./known-browser.ts";
import { type RateRule, type Use, withinLimits } from "./within-limit.ts";

/** Who asks for a letter: the caller's IP address, and what the last sign-in left in this browser, if it did. */
export interface LetterCaller {
  readonly ip: string;
  readonly knownBrowser?: string | undefined;
}

/** For what a letter is asked; each purpose has counters of its own. */
export type LetterPurpose = "sign-in" | "follow" | "evaluate";

const day = 24 * 60;

const perCaller: { readonly [P in LetterPurpose]: readonly Omit<RateRule, "name">[] } = {
  "sign-in": [
    { max: limits.signInsPerAddressMax, minutes: limits.signInsPerAddressMinutes },
    { max: limits.signInsPerAddressDayMax, minutes: day },
  ],
  follow: [{ max: limits.lettersPerAddressDayMax, minutes: day }],
  evaluate: [{ max: limits.lettersPerAddressDayMax, minutes: day }],
};

const perNetwork: { readonly [P in LetterPurpose]: readonly Omit<RateRule, "name">[] } = {
  "sign-in": [
    { max: limits.signInsPerPrefixMax, minutes: limits.signInsPerPrefixMinutes },
    { max: limits.signInsPerPrefixDayMax, minutes: day },
  ],
  follow: [
    { max: limits.signInsPerPrefixMax, minutes: limits.signInsPerPrefixMinutes },
    { max: limits.followsPerPrefixDayMax, minutes: day },
  ],
  evaluate: [{ max: limits.voicesPerPrefixDayMax, minutes: day }],
};

const perMailbox: readonly Omit<RateRule, "name">[] = [
  { max: limits.lettersFromStrangersMax, minutes: limits.lettersFromStrangersMinutes },
  { max: limits.lettersFromStrangersDayMax, minutes: day },
];

/**
 * Does what sends a letter to an address that anybody may fill in, within the limits of its purpose. Counted per address and
 * caller: a browser that signed in with it before, the network it last signed in from, or any other network. Others never
 * use up what the first two have, so who sits in front of the mailbox always gets in. Strangers are also counted per
 * network, and all together per mailbox: many networks at once do not fill it. A letter with a stranger's words counts for
 * the network it is asked from also where its reader signs in. What is refused counts for nobody.
 * @throws DomainError `limit-reached` with `details.retryAt`; whatever `work` throws.
 */
export async function askLetter<T>(
  deps: Deps,
  purpose: LetterPurpose,
  email: string,
  caller: LetterCaller,
  work: () => Promise<T>,
): Promise<T> {
  return withinLimits(deps, await usesOfLetter(deps, purpose, email, caller), work);
}

/** What asking for a letter counts for, as `askLetter` counts it: for a request that is remembered under its key. */
export async function usesOfLetter(
  deps: Deps,
  purpose: LetterPurpose,
  email: string,
  { ip, knownBrowser }: LetterCaller,
): Promise<readonly Use[]> {
  const human = humanHash(deps.digest, email);
  const network = addressPrefix(ip);
  const counted = (kind: string, rules: readonly Omit<RateRule, "name">[], subject: string) =>
    rules.map((rule) => ({ rule: { name: `${purpose}-${kind}-${rule.minutes}`, ...rule }, subject }));
  if (knownBrowser !== undefined && isKnownBrowser(deps.digest, knownBrowser, email))
    return counted("known", perCaller[purpose], `${human}:${knownBrowser}`);
  const own = counted("caller", perCaller[purpose], `${human}:${network}`);
  const shared = counted("network", perNetwork[purpose], network);
  if (await isLastNetwork(deps, email, network)) return purpose === "evaluate" ? [...own, ...shared] : own;
  if (purpose === "sign-in") await assertNetworkWelcome(deps, human, network);
  return [...own, ...shared, ...counted("mailbox", perMailbox, human)];
}

/** Throws `limit-reached` when who has the mailbox said of a letter from this network: I do not know this. */
async function assertNetworkWelcome(deps: Deps, human: string, network: string): Promise<void> {
  const refusal = await findMailRefusal(deps, human);
  const retryAt = refusal && networkRefusedUntil(refusal, networkHash(deps, network));
  if (retryAt !== undefined && retryAt > deps.clock.now().toISOString())
    throw new DomainError("limit-reached", "This address wants no sign-in letters from here.", {
      details: { retryAt },
    });
}

/**
 * Whether who has this mailbox wants no letters that strangers ask for. The request is answered as ever, and no letter is
 * written: nobody learns what somebody refused. Who asks in a browser that signed in with the address is no stranger.
 */
export async function isUnwanted(deps: Deps, email: string, { knownBrowser }: LetterCaller): Promise<boolean> {
  if (knownBrowser !== undefined && isKnownBrowser(deps.digest, knownBrowser, email)) return false;
  return (await findMailRefusal(deps, humanHash(deps.digest, email))) !== undefined;
}

/** Where the reader of a letter that this caller asks for says that they do not know this. */
export function refusalPathFor(deps: Deps, email: string, { ip }: LetterCaller): string {
  return mailRefusalPath(deps.digest, email, networkHash(deps, addressPrefix(ip)));
}

async function isLastNetwork(deps: Deps, email: string, network: string): Promise<boolean> {
  const login = await deps.store.get("login", { hash: addressHash(deps.digest, email) });
  return network !== "unknown" && login?.networkHash === networkHash(deps, network);
}

/** The keyed hash of the network an address last signed in from. */
export const networkHash = ({ digest }: Deps, network: string): string => digest.keyed(`network:${network}`);
