import type * as z from "zod";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { askLetter, type LetterCaller, refusalPathFor } from "./letter-asked.ts";
import { type SignIn, SignInRequest } from "./sign-in.ts";
import type { SignInRequested } from "./view.ts";

/** Where a request comes from; `browser` is the secret that the browser keeps for this sign-in. */
export interface Caller extends LetterCaller {
  readonly browser: string;
}

/**
 * Sends a letter with a link and a code. The answer and the work are the same for an address that is known and one that
 * is not: nobody learns who uses the portal.
 * @throws DomainError `invalid`; `limit-reached` for too many by one caller, from one place or to one mailbox.
 */
export async function requestSignIn(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof SignInRequest>,
  caller: Caller,
): Promise<SignInRequested> {
  const { email, returnTo } = parse(SignInRequest, input);
  return askLetter(deps, "sign-in", email, caller, () => write(deps, email, returnTo, caller));
}

async function write(
  deps: Deps,
  email: string,
  returnTo: string | undefined,
  caller: Caller,
): Promise<SignInRequested> {
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
    writeLetter(deps, "sign-in", email, {
      path,
      refusalPath: refusalPathFor(deps, email, caller),
      code,
      minutes: limits.signInMinutes,
    }),
  ]);
  return { signInId: id, expiresAt: record.expiresAt };
}
