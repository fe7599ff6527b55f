import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { PersonId } from "../ids.ts";

/**
 * What stood somewhere before it was corrected: the words of one moment, by name. A record of its own for each correction,
 * so that what is corrected does not grow with its history.
 */
export const EarlierWords = z.strictObject({
  /** What was corrected: the name it has in moderation (`caseIdOf`), or `<proposalId>.advice`. */
  of: z.string(),
  /** The first correction has number 1. */
  number: z.int().min(1),
  words: z.record(z.string(), z.union([z.string(), z.int()])),
  /** When they were replaced, and by whom. */
  until: IsoInstant,
  by: PersonId,
});
export type EarlierWords = z.infer<typeof EarlierWords>;
