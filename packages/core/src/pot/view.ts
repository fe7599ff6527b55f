import * as z from "zod";
import { type Account, Pot } from "../ledger/account.ts";
import { sumCents } from "../money.ts";

/** A pot in public. Every amount in integer cents; `appropriatedCents = availableCents + delegatedCents`. */
export const PotView = z
  .object({
    id: Pot.shape.id,
    name: z.string(),
    programme: z.string(),
    year: z.int(),
    district: Pot.shape.district,
    appropriatedCents: z.int(),
    availableCents: z.int(),
    /** Awarded to enterprises and not returned. */
    delegatedCents: z.int(),
  })
  .meta({ id: "Pot" });
export type PotView = z.infer<typeof PotView>;

/** A pot with its money: every euro the council put in is in the pot or in an account of one of its mandates. */
export function viewPot(pot: Pot, accounts: readonly Account[]): PotView {
  const own = accounts.filter(({ potId }) => potId === pot.id);
  const cents = (isPot: boolean) =>
    sumCents(own.filter(({ stage }) => stage !== "RAAD" && (stage === "POT") === isPot).map(({ posted }) => posted));
  const { id, name, programme, year, district } = pot;
  return {
    id,
    name,
    programme,
    year,
    ...(district === undefined ? {} : { district }),
    appropriatedCents: cents(true) + cents(false),
    availableCents: cents(true),
    delegatedCents: cents(false),
  };
}
