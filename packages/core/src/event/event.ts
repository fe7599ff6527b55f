import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, EventId, ProposalId } from "../ids.ts";

/** What can happen in public. The site has a Dutch sentence for each. */
export const EventCode = z.enum([
  "enterprise-registered",
  "enterprise-verified",
  "proposal-submitted",
  "proposal-edited",
  "proposal-withdrawn",
  "review-started",
  "completion-asked",
  "proposal-completed",
  "advice-given",
  "advice-corrected",
  "decision-prepared",
  "decision-returned",
  "proposal-awarded",
  "proposal-rejected",
  "transfer-proposed",
  "transfer-approved",
  "transfer-refused",
  "transfer-expired",
  "transfer-paid",
  "expense-confirmed",
  "expense-corrected",
  "milestone-reached",
  "update-posted",
  "evaluation-asked",
  "evaluation-published",
  "money-returned",
  "mandate-closed",
]);
export type EventCode = z.infer<typeof EventCode>;

/** One dated line in the life of a proposal or enterprise. `facts` fill the sentence: amounts in cents, dates, titles. */
export const PublicEvent = z.strictObject({
  id: EventId,
  code: EventCode,
  at: IsoInstant,
  enterpriseId: EnterpriseId,
  proposalId: ProposalId.optional(),
  district: DistrictCode.optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** It happened while its enterprise was not public: in the life of that enterprise, in no list of the municipality. */
  isUnlisted: z.literal(true).optional(),
  /** Its proposal is hidden by the municipality: it stands in no list, also not of its enterprise. */
  isHidden: z.literal(true).optional(),
});
export type PublicEvent = z.infer<typeof PublicEvent>;
