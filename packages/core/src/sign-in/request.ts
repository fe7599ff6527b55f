import type * as z from "zod";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import { addressHash } from "../person/by-address.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { addressPrefix } from "./address-prefix.ts";
import { type SignIn, SignInRequest } from "./sign-in.ts";
import type { SignInRequested } from "./view.ts";
import { assertWithin } from "./within-limit.ts";

/** Where a request comes from: the caller's IP address, and the secret its browser keeps for this sign-in. */
export interface Caller {
  readonly ip: string;
  readonly browser: string;
}

const perPrefix = { name: "sign-in-prefix", max: limits.signInsPerPrefixMax, minutes: limits.signInsPerPrefixMinutes };
const perAddress = {
  name: "sign-in-address",
  max: limits.signInsPerAddressMax,
  minutes: limits.signInsPerAddressMinutes,
};
const perDay = { name: "sign-in-day", max: limits.signInsPerAddressDayMax, minutes: 24 * 60 };

/**
 * Sends a letter with a link and a code. The answer and the work are the same for an address that is known and one that
 * is not: nobody learns who uses the portal.
 * @throws DomainError `invalid`; `limit-reached` for too many from one place or to one address.
 */
export async function requestSignIn(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof SignInRequest>,
  caller: Caller,
): Promise<SignInRequested> {
  const { email, returnTo } = parse(SignInRequest, input);
  await assertWithin(deps, perPrefix, addressPrefix(caller.ip));
  await assertWithin(deps, perAddress, addressHash(deps.digest, email));
  await assertWithin(deps, perDay, addressHash(deps.digest, email));
  const id = deps.ids.next("sgn");
  const [secret, code] = [deps.ids.secret(), deps.ids.code()];
  const record: SignIn = {
    id,
    email,
    secretHash: deps.digest.of(secret),
    codeHash: deps.digest.keyed(`${id}:${code}`),
    browserHash: deps.digest.of(caller.browser),
    triesLeft: limits.signInTriesMax,
    ...(returnTo === undefined ? {} : { returnTo }),
    expiresAt: new Date(deps.clock.now().getTime() + limits.signInMinutes * 60_000).toISOString(),
  };
  const path = sitePaths.signInLink(id, secret);
  await deps.store.commit([
    { put: "sign-in", record },
    writeLetter(deps, "sign-in", email, { path, code, minutes: limits.signInMinutes }),
  ]);
  return { signInId: id, expiresAt: record.expiresAt };
}
