import * as z from "zod";
import { IsoDate } from "../calendar.ts";
import { limits } from "../limits.ts";
import { text, textOrEmpty } from "../text.ts";
import { Advice, PartId, Plan, PlanDraft } from "./proposal.ts";

/** The revision that somebody read before acting on it. */
const Revision = z.int("required").min(0, "required");

/** Body of starting a draft; it may begin empty. */
export const ProposalStart = z.strictObject({ draft: PlanDraft.optional() });
/** Body of saving a draft: the whole draft, over the revision it was read at; `save` is the form's own key for this save. */
export const DraftSave = z.strictObject({ draft: PlanDraft, revision: Revision, save: PartId.optional() });
/** Body of sending a draft in: the revision that the overview showed. */
export const ProposalSubmission = z.strictObject({ revision: Revision });
/** Body of changing a plan that was sent in. */
export const ProposalEdit = z.strictObject({ plan: Plan, note: textOrEmpty(limits.noteLengthMax).optional() });
/** Body of answering a question of the reviewer. */
export const ProposalCompletion = z.strictObject({ plan: Plan, note: textOrEmpty(limits.noteLengthMax) });
/** Body of withdrawing; the reason may be empty. */
export const ProposalWithdrawal = z.strictObject({ reason: textOrEmpty(limits.noteLengthMax) });
/** Body of asking the board to complete its plan. */
export const CompletionRequest = z.strictObject({
  question: text(limits.textLengthMax),
  /** Last day to answer; without it the municipality's usual time. A day that is no working day becomes the next one. */
  answerBy: IsoDate.optional(),
});
/** Body of correcting an advice: all of it as it should be, and why, for everybody to read. */
export const AdviceCorrection = z
  .strictObject({ ...Advice.shape, why: text(limits.noteLengthMax) })
  .meta({ id: "AdviceCorrection" });
export type AdviceCorrection = z.infer<typeof AdviceCorrection>;
