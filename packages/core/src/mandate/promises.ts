import * as z from "zod";
import { IsoDate } from "../calendar.ts";
import { limits } from "../limits.ts";
import type { Mandate } from "./mandate.ts";

const Named = z.object({ title: z.string(), plannedOn: IsoDate, reachedOn: IsoDate.optional() });

/**
 * A track record: of the promises (milestones) that are due by now, how many were kept, and by name those that were kept
 * late, were not kept, and are still to come (each at most `limits.promisesNamedMax`, the earliest first).
 */
export const Promises = z
  .object({
    kept: z.int(),
    due: z.int(),
    total: z.int(),
    late: z.array(Named),
    missed: z.array(Named),
    coming: z.array(Named),
  })
  .meta({ id: "Promises" });
export type Promises = z.infer<typeof Promises>;

/**
 * Counts promises over mandates. A promise counts once its day has passed, its mandate has ended, or it was kept; one
 * that was kept late was kept, and is named as late.
 */
export function countPromises(mandates: readonly Mandate[], today: IsoDate): Promises {
  const all = mandates.flatMap(({ milestones, status }) =>
    milestones.map((milestone) => ({ ...milestone, isOver: milestone.plannedOn < today || status !== "active" })),
  );
  const kept = all.filter(({ reachedOn }) => reachedOn !== undefined);
  const missed = all.filter(({ reachedOn, isOver }) => reachedOn === undefined && isOver);
  return {
    kept: kept.length,
    due: kept.length + missed.length,
    total: all.length,
    late: first(kept.filter(({ plannedOn, reachedOn }) => reachedOn !== undefined && reachedOn > plannedOn)),
    missed: first(missed),
    coming: first(all.filter(({ reachedOn, isOver }) => reachedOn === undefined && !isOver)),
  };
}

function first(promises: Mandate["milestones"]): Promises["late"] {
  return promises
    .toSorted((one, other) => (one.plannedOn < other.plannedOn ? -1 : 1))
    .slice(0, limits.promisesNamedMax)
    .map(({ title, plannedOn, reachedOn }) => ({
      title,
      plannedOn,
      ...(reachedOn === undefined ? {} : { reachedOn }),
    }));
}
