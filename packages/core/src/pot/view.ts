import * as z from "zod";
import { Pot } from "../ledger/account.ts";
import { readLevel } from "../ledger/read-levels.ts";
import { vesselOf } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";

/**
 * A pot in public. Every amount in integer cents;
 * `appropriatedCents = availableCents + awardedCents - refundedCents`.
 */
export const PotView = z
  .object({
    id: Pot.shape.id,
    name: z.string(),
    programme: z.string(),
    year: z.int(),
    district: Pot.shape.district,
    /** Put in by the council. */
    appropriatedCents: z.int(),
    /** In the pot now. */
    availableCents: z.int(),
    awardedCents: z.int(),
    paidCents: z.int(),
    spentCents: z.int(),
    /** Paid, not spent, and back in the pot. */
    refundedCents: z.int(),
  })
  .meta({ id: "Pot" });
export type PotView = z.infer<typeof PotView>;

/** Reads a pot with its money. */
export async function viewPot(deps: Deps, pot: Pot): Promise<PotView> {
  const level = await readLevel(deps, { potId: pot.id });
  const { awardedCents, paidCents, spentCents, refundedCents } = vesselOf(level);
  const { id, name, programme, year, district } = pot;
  const appropriatedCents = level.appropriated ?? 0;
  return {
    id,
    name,
    programme,
    year,
    ...(district === undefined ? {} : { district }),
    appropriatedCents,
    availableCents: appropriatedCents - awardedCents + refundedCents,
    awardedCents,
    paidCents,
    spentCents,
    refundedCents,
  };
}
