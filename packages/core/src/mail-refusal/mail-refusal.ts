import * as z from "zod";
import { addDays, dateIn, IsoInstant } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Actor, Deps, Digest } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";

/**
 * Somebody said of a letter that a stranger had sent to their address: I do not know this. Address and networks are kept as
 * keyed hashes only, and forgotten at `expiresAt`.
 */
export const MailRefusal = z.strictObject({
  addressHash: z.string(),
  /** The networks such letters were asked from, newest last, each with since when. */
  networks: z.array(z.strictObject({ hash: z.string(), at: IsoInstant })).max(limits.refusedNetworksMax),
  at: IsoInstant,
  expiresAt: IsoInstant,
  revision: z.int().min(0),
});
export type MailRefusal = z.infer<typeof MailRefusal>;

const secretOf = (digest: Digest, address: string, network: string) =>
  digest.keyed(`refuse-mail:${address}:${network}`);

/** Where the reader of a letter says so. `network` is the keyed hash of where it was asked from. */
export function mailRefusalPath(digest: Digest, email: string, network: string): string {
  const address = humanHash(digest, email);
  return sitePaths.mailRefusal(address, network, secretOf(digest, address, network));
}

const hex = z.string("required").regex(/^[0-9a-f]{64}$/, "code");

/** Input of "I do not know this" about a letter that a stranger asked for: what its link carries. */
export const RefusalOfMail = z.strictObject({ address: hex, network: hex, secret: hex }).meta({ id: "RefusalOfMail" });

/**
 * "I do not know this": nobody who is not signed in can have words or requests sent to this address for a year, and no
 * sign-in letter leaves for it from that network for some days. The owner of the address can still do everything: signed in,
 * or in a browser that did before. Pressing twice is once. Nobody has to sign in for it.
 * @throws DomainError `not-found` when the secret does not fit.
 */
export function refuseMail(deps: Deps, _actor: Actor, input: z.input<typeof RefusalOfMail>): Promise<void> {
  const { address: addressHash, network: hash, secret } = parse(RefusalOfMail, input);
  if (secret !== secretOf(deps.digest, addressHash, hash)) throw new DomainError("not-found", "There is no such link.");
  return untilFresh(async () => {
    const earlier = await deps.store.get("mail-refusal", { addressHash });
    const at = deps.clock.now().toISOString();
    const others = (earlier?.networks ?? []).filter((network) => network.hash !== hash);
    const networks = [...others, { hash, at }].slice(-limits.refusedNetworksMax);
    const expiresAt = `${addDays(dateIn(deps.clock.now()), limits.mailRefusedDays)}T00:00:00.000Z`;
    await deps.store.commit([
      earlier === undefined
        ? { put: "mail-refusal", record: { addressHash, networks, at, expiresAt, revision: 0 }, refusal: "stale" }
        : next("mail-refusal", earlier, { networks, at, expiresAt }),
    ]);
  });
}

/** What the owner of an address refused, while it counts. */
export async function findMailRefusal(deps: Deps, addressHash: string): Promise<MailRefusal | undefined> {
  const refusal = await deps.store.get("mail-refusal", { addressHash });
  return refusal !== undefined && refusal.expiresAt > deps.clock.now().toISOString() ? refusal : undefined;
}

/** Until when no sign-in letter leaves from a network (keyed hash) that was refused; undefined when it was not. */
export function networkRefusedUntil(refusal: MailRefusal, network: string): IsoInstant | undefined {
  const since = refusal.networks.find(({ hash }) => hash === network)?.at;
  if (since === undefined) return undefined;
  return new Date(Date.parse(since) + limits.networkRefusedDays * 86_400_000).toISOString();
}
