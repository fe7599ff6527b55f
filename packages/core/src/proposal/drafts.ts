import * as z from "zod";
import { DomainError } from "../errors.ts";
import { EnterpriseId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";

/** How many drafts an enterprise has: counted in the transactions that start and end one, so that a limit is a limit. */
export const DraftCount = z.strictObject({ enterpriseId: EnterpriseId, count: z.int().min(0) });
export type DraftCount = z.infer<typeof DraftCount>;

/** One draft more; refused by the database as `limit-reached` when there are `max`. */
export async function countDraftStarted(deps: Deps, enterpriseId: EnterpriseId, max: number): Promise<Change> {
  const counted = await deps.store.get("draft-count", { enterpriseId });
  if (counted === undefined) return { put: "draft-count", record: { enterpriseId, count: 1 }, refusal: "stale" };
  if (counted.count >= max)
    throw new DomainError("limit-reached", "Finish or discard another draft first.", {
      details: { max, why: "at-a-time" },
    });
  return {
    patch: "draft-count",
    ref: { enterpriseId },
    add: { count: 1 },
    when: [{ field: "count", is: "at-most", value: max - 1, refusal: "limit-reached" }],
  };
}

/** One draft less: it was sent in, or thrown away. */
export async function countDraftEnded(deps: Deps, enterpriseId: EnterpriseId): Promise<readonly Change[]> {
  const counted = await deps.store.get("draft-count", { enterpriseId });
  if (counted === undefined || counted.count === 0) return [];
  return [
    {
      patch: "draft-count",
      ref: { enterpriseId },
      add: { count: -1 },
      when: [{ field: "count", is: "at-least", value: 1, refusal: "stale" }],
    },
  ];
}
