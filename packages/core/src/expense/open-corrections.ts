import { next } from "../change.ts";
import { type Mandate, statesOfCorrection } from "../mandate/mandate.ts";
import type { Change } from "../store.ts";
import type { Expense } from "./expense.ts";

/**
 * Counts a correction that is asked, on the mandate itself: whoever ends the mandate at the same moment sees it, or this is refused
 * as `mandate-not-active`.
 */
export function countAsked(mandate: Mandate): Change {
  return next("mandate", mandate, { openCorrections: (mandate.openCorrections ?? 0) + 1 }, [
    { field: "status", is: "in", value: statesOfCorrection, refusal: "mandate-not-active" },
  ]);
}

/** Counts one that was booked, dropped or is over, in whatever state the mandate is. */
export function countSettled(mandate: Mandate): Change {
  return next("mandate", mandate, { openCorrections: Math.max(0, (mandate.openCorrections ?? 0) - 1) });
}

/** The expense as it was before its correction was asked. */
export const asBooked = {
  status: "confirmed",
  correctionAskedBy: undefined,
  correctionReason: undefined,
  correctionUntil: undefined,
} as const satisfies { readonly [F in keyof Expense]?: Expense[F] | undefined };
