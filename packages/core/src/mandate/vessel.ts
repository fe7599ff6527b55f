import * as z from "zod";
import type { Level } from "../ledger/level.ts";

/**
 * How far money came, in integer cents: of a mandate, an enterprise, a district, a pot or everything. The three fillings:
 * awarded (toegekend, COMMIT - RELEASE), paid (betaald, ADVANCE - REFUND) and spent (uitgegeven, SPEND without what was
 * reversed). Always `grantedCents = awardedCents + releasedCents`,
 * `awardedCents = committedCents + paidCents + refundedCents`, `paidCents = paidNotSpentCents + spentCents`.
 */
export const Vessel = z
  .object({
    /** What decisions awarded, also what was released since. */
    grantedCents: z.int(),
    awardedCents: z.int(),
    paidCents: z.int(),
    spentCents: z.int(),
    /** Awarded and not paid yet. */
    committedCents: z.int(),
    paidNotSpentCents: z.int(),
    /** Never paid, and back in the pot. */
    releasedCents: z.int(),
    /** Paid, not spent, and back in the pot. */
    refundedCents: z.int(),
    /** Back in the pot: released and refunded. */
    returnedCents: z.int(),
  })
  .meta({ id: "Vessel" });
export type Vessel = z.infer<typeof Vessel>;

/** A level as a vessel. */
export function vesselOf(level: Level): Vessel {
  const { committed = 0, released = 0, advanced = 0, refunded = 0, spent = 0 } = level;
  return {
    grantedCents: committed,
    awardedCents: committed - released,
    paidCents: advanced - refunded,
    spentCents: spent,
    committedCents: committed - released - advanced,
    paidNotSpentCents: advanced - refunded - spent,
    releasedCents: released,
    refundedCents: refunded,
    returnedCents: released + refunded,
  };
}
