import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EvaluationId, MandateId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { Hidden } from "../moderation/moderation.ts";
import { EnterpriseEvaluation, type Evaluation, OfficerEvaluation, ResidentEvaluation } from "./evaluation.ts";

const shared = {
  id: EvaluationId,
  mandateId: MandateId,
  publishedAt: IsoInstant,
  /** Hidden by the municipality: its texts are empty, the reason stands in their place. Its score still counts. */
  hidden: Hidden.optional(),
};

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

/**
 * What is public of the evaluations of a mandate: nothing until it was published, then every voice at once, of residents
 * those who confirmed their address; the enterprise first, the officer last.
 */
export function publishedEvaluations(
  { evaluationPublishedAt: publishedAt }: Pick<Mandate, "evaluationPublishedAt">,
  evaluations: readonly Evaluation[],
): readonly PublishedEvaluation[] {
  if (publishedAt === undefined) return [];
  return evaluations
    .map((evaluation) => withoutHidden(PublishedEvaluation.parse({ ...evaluation, publishedAt })))
    .toSorted((left, right) => order.indexOf(left.by) - order.indexOf(right.by));
}

/** The words that an officer hid are nowhere in the answer. */
function withoutHidden(voice: PublishedEvaluation): PublishedEvaluation {
  if (voice.hidden === undefined) return voice;
  switch (voice.by) {
    case "resident":
      return { ...voice, content: { ...voice.content, sentence: "" } };
    case "officer":
      return { ...voice, content: { judgement: "", advice: "" } };
    case "enterprise": {
      const outcomes = voice.content.outcomes.map(({ note: _hidden, ...rest }) => rest);
      return { ...voice, content: { ...voice.content, learned: "", outcomes } };
    }
  }
}
