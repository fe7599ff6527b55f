import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { EnterpriseId } from "../ids.ts";
import { parse } from "../parse.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Actor, Deps, Digest } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import type { Enterprise } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";

/** Somebody said of a letter that an enterprise caused: I do not know this. The address is kept as a keyed hash only. */
export const Disavowal = z.strictObject({ enterpriseId: EnterpriseId, addressHash: z.string(), at: IsoInstant });
export type Disavowal = z.infer<typeof Disavowal>;

const secretOf = (digest: Digest, enterpriseId: EnterpriseId, hash: string) =>
  digest.keyed(`disavow:${enterpriseId}:${hash}`);

/** Where the reader of a letter says so; the secret is made from both, because every letter to the address carries it. */
export function disavowalPath(digest: Digest, enterpriseId: EnterpriseId, email: string): string {
  const hash = humanHash(digest, email);
  return sitePaths.disavowal(enterpriseId, hash, secretOf(digest, enterpriseId, hash));
}

const hex = z.string("required").regex(/^[0-9a-f]{64}$/, "code");

/** Input of "I do not know this": what the letter's link carries. */
export const DisavowalOfLetter = z.strictObject({ address: hex, secret: hex }).meta({ id: "DisavowalOfLetter" });

/**
 * "I do not know this": an open invitation of this address is gone, the enterprise can never have a letter sent to it
 * again, and the officer sees that it happened. Pressing twice is once. Nobody has to sign in for it.
 * @throws DomainError `not-found` when the secret does not fit.
 */
export async function disavowLetter(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof DisavowalOfLetter> & { readonly enterpriseId: EnterpriseId },
): Promise<void> {
  const { enterpriseId, ...rest } = input;
  const { address, secret } = parse(DisavowalOfLetter, rest);
  if (secret !== secretOf(deps.digest, enterpriseId, address))
    throw new DomainError("not-found", "There is no such link.");
  return untilFresh(async () => {
    const record: Disavowal = { enterpriseId, addressHash: address, at: deps.clock.now().toISOString() };
    if ((await deps.store.get("disavowal", record)) !== undefined) return;
    const enterprise = await findEnterprise(deps, enterpriseId);
    const { members, changes } = await withoutInvitation(deps, enterprise, address);
    const disavowals = (enterprise.disavowals ?? 0) + 1;
    await deps.store.commit([
      { put: "disavowal", record, refusal: "stale" },
      next("enterprise", enterprise, { members, disavowals }),
      ...changes,
    ]);
  });
}

async function withoutInvitation(
  deps: Deps,
  enterprise: Enterprise,
  address: string,
): Promise<{ members: Enterprise["members"]; changes: readonly Change[] }> {
  const isTheirs = ({ status, email }: Enterprise["members"][number]) =>
    status === "invited" && humanHash(deps.digest, email) === address;
  const invited = enterprise.members.find(isTheirs);
  const members = enterprise.members.filter((member) => !isTheirs(member));
  if (invited?.personId === undefined) return { members, changes: [] };
  const ref = { personId: invited.personId, enterpriseId: enterprise.id };
  const isIndexed = (await deps.store.get("membership", ref)) !== undefined;
  return { members, changes: isIndexed ? [{ remove: "membership", ref, when: [] }] : [] };
}
