import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { CaseId, Colleague } from "../case/case.ts";
import { errorCodes } from "../errors.ts";
import { DistrictCode, EnterpriseId, FormalMessageId, MandateId, OrderId, ProposalId, TransferId } from "../ids.ts";
import { DecisionClock, Holder } from "../proposal/standing.ts";

/** What waits to be done, by the name of the API's operation. */
export const WorkAct = z.enum([
  "verifyEnterprise",
  "judgeContent",
  "startReview",
  "completeProposal",
  "giveAdvice",
  "prepareDecision",
  "takeDecision",
  "returnDecision",
  "proposeTransfer",
  "approveTransfer",
  "payTransfer",
  "refuseTransfer",
  "writeEnterpriseEvaluation",
  "writeOfficerEvaluation",
  "prepareEnding",
  "takeEnding",
  "returnEnding",
  "recordRefund",
  "confirmOrder",
  "answerMessage",
]);
export type WorkAct = z.infer<typeof WorkAct>;

/** One thing that waits: what, whose, who has it, by when, and whether the reader may do it. */
export const WorkRow = z
  .object({
    act: WorkAct,
    heldBy: Holder,
    title: z.string(),
    /** Absent where no enterprise is concerned: filling a pot. */
    enterprise: z.object({ id: EnterpriseId, name: z.string() }).optional(),
    districts: z.array(DistrictCode),
    proposalId: ProposalId.optional(),
    mandateId: MandateId.optional(),
    transferId: TransferId.optional(),
    orderId: OrderId.optional(),
    messageId: FormalMessageId.optional(),
    amountCents: z.int().optional(),
    since: IsoInstant,
    dueOn: IsoDate.optional(),
    /** Of the term to decide; `stoppedOn` says since when it stands still. */
    clock: DecisionClock.optional(),
    /** Who did the first half of what needs two persons. */
    preparedBy: z.string().optional(),
    /** Who approved it, after that. */
    approvedBy: z.string().optional(),
    /** What the officer should know before looking at an enterprise. */
    warnings: z.array(z.enum(["name-held", "kvk-taken", "disavowed"])).optional(),
    /** Why the reader may not do it; absent where the reader may. */
    refusal: z.enum(errorCodes).optional(),
    caseId: CaseId.optional(),
    /** Who has the case for this role; absent while it waits for everybody with the role. */
    takenBy: Colleague.extend({ isMe: z.boolean() }).optional(),
    /** Whether the reader may take the case, or take it over. */
    mayTake: z.boolean(),
  })
  .meta({ id: "WorkRow" });
export type WorkRow = z.infer<typeof WorkRow>;

/** Earliest deadline first; what has none comes last, longest waiting first. */
export function byDeadline(left: Pick<WorkRow, "dueOn" | "since">, right: Pick<WorkRow, "dueOn" | "since">): number {
  const [first, second] = [left, right].map(({ dueOn = "9999", since }) => `${dueOn} ${since}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
