import * as z from "zod";
import { next } from "../change.ts";
import { EnterpriseId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import type { Enterprise } from "./enterprise.ts";
import type { KvkDoubt } from "./kvk-doubt.ts";

/** The enterprises that gave the same number of the Chamber of Commerce, the first that did first: one record, one key. */
export const KvkClaim = z.strictObject({
  kvkNumber: z.string(),
  holders: z.array(EnterpriseId).max(limits.nameHoldersMax),
  revision: z.int().min(0),
});
export type KvkClaim = z.infer<typeof KvkClaim>;

/**
 * What a change of an enterprise means for its KvK number: the changes that keep the claims right, for the same commit, and
 * who else has the number. Two that give it at once: one of them is told `stale`, and finds the other.
 */
export async function claimKvk(
  deps: Deps,
  before: Enterprise | undefined,
  after: Enterprise,
): Promise<{ readonly changes: readonly Change[]; readonly doubt: KvkDoubt | undefined }> {
  const had = before === undefined ? new Set<string>() : numbersHeld(before);
  const has = numbersHeld(after);
  const claims = new Map<string, KvkClaim | undefined>();
  for (const kvkNumber of new Set([...had, ...has]))
    claims.set(kvkNumber, await deps.store.get("kvk-claim", { kvkNumber }));
  const taken = [...has].filter((kvkNumber) => !had.has(kvkNumber));
  const left = [...had].filter((kvkNumber) => !has.has(kvkNumber));
  return {
    changes: [
      ...taken.flatMap((kvkNumber) => take(kvkNumber, claims.get(kvkNumber), after.id)),
      ...left.flatMap((kvkNumber) => leave(claims.get(kvkNumber), after.id)),
    ],
    doubt: await doubtOf(deps, after.id, claims.get(after.profile.kvkNumber ?? "")),
  };
}

/** Numbers under which an enterprise is known or asks to be: none after a refusal, two while a new one waits for a check. */
function numbersHeld(enterprise: Enterprise): Set<string> {
  if (enterprise.status === "refused") return new Set();
  const numbers = [enterprise.profile.kvkNumber, publicIdentity(enterprise).kvkNumber];
  return new Set(numbers.filter((number) => number !== undefined));
}

function take(kvkNumber: string, claim: KvkClaim | undefined, id: EnterpriseId): readonly Change[] {
  if (claim === undefined)
    return [{ put: "kvk-claim", record: { kvkNumber, holders: [id], revision: 0 }, refusal: "stale" }];
  // A number that so many gave is doubtful for whoever comes next, also when the list stays as it is.
  if (claim.holders.includes(id) || claim.holders.length >= limits.nameHoldersMax) return [];
  return [next("kvk-claim", claim, { holders: [...claim.holders, id] })];
}

function leave(claim: KvkClaim | undefined, id: EnterpriseId): readonly Change[] {
  if (claim === undefined || !claim.holders.includes(id)) return [];
  return [next("kvk-claim", claim, { holders: claim.holders.filter((holder) => holder !== id) })];
}

async function doubtOf(deps: Deps, id: EnterpriseId, claim: KvkClaim | undefined): Promise<KvkDoubt | undefined> {
  const other = claim?.holders.find((holder) => holder !== id);
  const holder = other === undefined ? undefined : await deps.store.get("enterprise", { id: other });
  return holder === undefined ? undefined : { enterpriseId: holder.id, name: publicIdentity(holder).name };
}
