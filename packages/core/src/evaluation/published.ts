import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EvaluationId, MandateId } from "../ids.ts";
import { EnterpriseEvaluation, type Evaluation, OfficerEvaluation, ResidentEvaluation } from "./evaluation.ts";

const shared = { id: EvaluationId, mandateId: MandateId, publishedAt: IsoInstant };

/** One voice in a published evaluation; residents without anything that tells who they are. */
export const PublishedEvaluation = z
  .discriminatedUnion("by", [
    z.object({ by: z.literal("enterprise"), content: EnterpriseEvaluation, ...shared }),
    z.object({ by: z.literal("officer"), content: OfficerEvaluation, ...shared }),
    z.object({ by: z.literal("resident"), content: ResidentEvaluation, ...shared }),
  ])
  .meta({ id: "PublishedEvaluation" });
export type PublishedEvaluation = z.infer<typeof PublishedEvaluation>;

const order = ["enterprise", "resident", "officer"] as const;

/** What is public of evaluations: only what was published, the enterprise first, the officer last. */
export function publishedEvaluations(evaluations: readonly Evaluation[]): readonly PublishedEvaluation[] {
  return evaluations
    .filter(({ publishedAt }) => publishedAt !== undefined)
    .map((evaluation) => PublishedEvaluation.parse(evaluation))
    .toSorted((left, right) => order.indexOf(left.by) - order.indexOf(right.by));
}
