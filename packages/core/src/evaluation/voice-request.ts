import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EvaluationId, MandateId } from "../ids.ts";
import { ResidentEvaluation } from "./evaluation.ts";

/**
 * What somebody said under an address that must be confirmed first. Each request is its own, with the words it was made
 * with: another request under the same address changes nothing in it, and its letter's link confirms these words only.
 */
export const VoiceRequest = z.strictObject({
  id: EvaluationId,
  mandateId: MandateId,
  /** Whose voice it becomes. */
  author: z.string().regex(/^resident-[0-9a-f]{64}$/),
  content: ResidentEvaluation,
  confirmHash: z.string(),
  askedAt: IsoInstant,
  expiresAt: IsoInstant,
});
export type VoiceRequest = z.infer<typeof VoiceRequest>;
