import * as z from "zod";
import { limits } from "./limits.ts";

/** An amount of money: integer euro cents, 1 to `limits.amountCentsMax`. */
export const AmountCents = z.int("amount").min(1, "amount-min").max(limits.amountCentsMax, "amount-max");
export type AmountCents = z.infer<typeof AmountCents>;

/** A balance or total: integer euro cents, zero allowed. */
export const TotalCents = z.int("amount").min(0, "amount-min").max(limits.amountCentsMax, "amount-max");

/** Adds cents and stays exact: every sum the portal can meet is far under 2^53. */
export function sumCents(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
