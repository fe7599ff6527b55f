import * as z from "zod";
import type { IsoDate } from "../calendar.ts";
import type { Mandate } from "./mandate.ts";

/** A track record: of the promises (milestones) that are due by now, how many were kept. */
export const Promises = z.object({ kept: z.int(), due: z.int() }).meta({ id: "Promises" });
export type Promises = z.infer<typeof Promises>;

/**
 * Counts promises over mandates. A promise counts once its day has passed, its mandate has ended, or it was kept; one
 * that was kept late was kept.
 */
export function countPromises(mandates: readonly Mandate[], today: IsoDate): Promises {
  const due = mandates.flatMap(({ milestones, status }) =>
    milestones.filter(
      ({ plannedOn, reachedOn }) => reachedOn !== undefined || plannedOn < today || status !== "active",
    ),
  );
  return { kept: due.filter(({ reachedOn }) => reachedOn !== undefined).length, due: due.length };
}
