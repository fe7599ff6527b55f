import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EvaluationId, MandateId, PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { Name } from "../name/name.ts";
import { line, text } from "../text.ts";

/** Per promised milestone: what came of it. */
export const MilestoneOutcome = z.strictObject({
  milestoneId: z.string(),
  reached: z.enum(["yes", "partly", "no"]),
  note: line(limits.summaryLengthMax).optional(),
});
export type MilestoneOutcome = z.infer<typeof MilestoneOutcome>;

/** What the enterprise itself says came of it. */
export const EnterpriseEvaluation = z
  .strictObject({
    outcomes: z.array(MilestoneOutcome).max(limits.milestonesMax, "too-many"),
    peopleReached: z.int("number").min(0, "number").max(10_000_000, "number"),
    volunteerHours: z.int("number").min(0, "number").max(10_000_000, "number"),
    learned: text(limits.textLengthMax),
  })
  .meta({ id: "EnterpriseEvaluation" });
export type EnterpriseEvaluation = z.infer<typeof EnterpriseEvaluation>;

/** What a resident says: 1 (bad) to 10 (very good) and a sentence, which stands in a letter and leads nowhere. */
export const ResidentEvaluation = z
  .strictObject({
    score: z.int("required").min(1, "score").max(10, "score"),
    sentence: Name(limits.summaryLengthMax),
  })
  .meta({ id: "ResidentEvaluation" });
export type ResidentEvaluation = z.infer<typeof ResidentEvaluation>;

/** What the officer says. */
export const OfficerEvaluation = z
  .strictObject({
    judgement: text(limits.textLengthMax),
    advice: text(limits.textLengthMax),
  })
  .meta({ id: "OfficerEvaluation" });
export type OfficerEvaluation = z.infer<typeof OfficerEvaluation>;

const shared = {
  id: EvaluationId,
  mandateId: MandateId,
  writtenAt: IsoInstant,
  /** Its words are hidden by the municipality; the voice still counts. */
  hidden: Hidden.optional(),
  revision: z.int().min(0),
};

/** One voice in an evaluation, public once its mandate says so (`evaluationPublishedAt`). `author` makes it once each: `enterprise`, `officer`, or the hash of a resident's address. */
export const Evaluation = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("enterprise"),
    author: z.literal("enterprise"),
    content: EnterpriseEvaluation,
    writtenBy: PersonId,
    ...shared,
  }),
  z.strictObject({
    by: z.literal("officer"),
    author: z.literal("officer"),
    content: OfficerEvaluation,
    writtenBy: PersonId,
    ...shared,
  }),
  z.strictObject({
    by: z.literal("resident"),
    author: z.string().regex(/^resident-[0-9a-f]{64}$/),
    content: ResidentEvaluation,
    ...shared,
  }),
]);
export type Evaluation = z.infer<typeof Evaluation>;
