import * as z from "zod";
import { next } from "../change.ts";
import { EnterpriseId } from "../ids.ts";
import { limits } from "../limits.ts";
import { posesAs } from "../name/poses-as.ts";
import { skeletonOf } from "../name/skeleton.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import type { Enterprise } from "./enterprise.ts";
import type { NameDoubt } from "./name-doubt.ts";

/** The enterprises whose names look the same (`skeletonOf`), the first that had it first: one record to ask, one key. */
export const NameClaim = z.strictObject({
  skeleton: z.string(),
  holders: z.array(EnterpriseId).max(limits.nameHoldersMax),
  revision: z.int().min(0),
});
export type NameClaim = z.infer<typeof NameClaim>;

/**
 * What a change of an enterprise means for its name: the changes that keep the claims right, for the same commit, and what
 * makes its name doubtful. Two that take the same name at once: one of them is told `stale`, and sees the other's.
 */
export async function claimName(
  deps: Deps,
  before: Enterprise | undefined,
  after: Enterprise,
): Promise<{ readonly changes: readonly Change[]; readonly doubts: readonly NameDoubt[] }> {
  const had = new Set(before === undefined ? [] : namesHeld(before));
  const has = new Set(namesHeld(after));
  const own = skeletonOf(after.profile.name);
  const claims = new Map<string, NameClaim | undefined>();
  for (const skeleton of new Set([...had, ...has, own]))
    claims.set(skeleton, await deps.store.get("name-claim", { skeleton }));
  const taken = [...has].filter((skeleton) => !had.has(skeleton));
  const left = [...had].filter((skeleton) => !has.has(skeleton));
  return {
    changes: [
      ...taken.flatMap((skeleton) => take(skeleton, claims.get(skeleton), after.id)),
      ...left.flatMap((skeleton) => leave(claims.get(skeleton), after.id)),
    ],
    doubts: await doubtsOf(deps, after, claims.get(own)),
  };
}

/** Names under which an enterprise is known or asks to be: none after a refusal, two while a new one waits for a check. */
function namesHeld(enterprise: Enterprise): readonly string[] {
  if (enterprise.status === "refused") return [];
  return [enterprise.profile.name, publicIdentity(enterprise).name].map(skeletonOf);
}

function take(skeleton: string, claim: NameClaim | undefined, id: EnterpriseId): readonly Change[] {
  if (claim === undefined)
    return [{ put: "name-claim", record: { skeleton, holders: [id], revision: 0 }, refusal: "stale" }];
  // A name that so many have is doubtful for whoever comes next, also when the list stays as it is.
  if (claim.holders.includes(id) || claim.holders.length >= limits.nameHoldersMax) return [];
  return [next("name-claim", claim, { holders: [...claim.holders, id] })];
}

function leave(claim: NameClaim | undefined, id: EnterpriseId): readonly Change[] {
  if (claim === undefined || !claim.holders.includes(id)) return [];
  return [next("name-claim", claim, { holders: claim.holders.filter((holder) => holder !== id) })];
}

async function doubtsOf(deps: Deps, { id, profile }: Enterprise, claim: NameClaim | undefined): Promise<NameDoubt[]> {
  const other = claim?.holders.find((holder) => holder !== id);
  const holder = other === undefined ? undefined : await deps.store.get("enterprise", { id: other });
  return [
    ...[posesAs(deps.municipality, profile.name)].filter((doubt) => doubt !== undefined),
    ...(holder === undefined
      ? []
      : [{ like: "enterprise" as const, enterpriseId: holder.id, name: publicIdentity(holder).name }]),
  ];
}
