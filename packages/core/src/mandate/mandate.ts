import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { Instalment, Instrument } from "../decision/decision.ts";
import { Districts } from "../district/districts.ts";
import { DecisionId, DistrictCode, EndingId, EnterpriseId, MandateId, PotId, ProposalId, TransferId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { AmountCents } from "../money.ts";
import { Milestone } from "../proposal/proposal.ts";
import { line, textOrEmpty } from "../text.ts";
import type { Transitions } from "../transition.ts";

export const MandateStatus = z.enum(["active", "evaluation", "ending-prepared", "refund-due", "closed"]);
export type MandateStatus = z.infer<typeof MandateStatus>;

/** Who is asked to say how it went, beside residents. */
export const Voice = z.enum(["enterprise", "officer"]);
export type Voice = z.infer<typeof Voice>;

/** A milestone of the plan, with what came of it. */
export const MandateMilestone = Milestone.extend({
  reachedOn: IsoDate.optional(),
  note: textOrEmpty(limits.noteLengthMax).optional(),
  /** When the board last corrected what it said, and how often; what stood there before is kept as `earlier-words`. */
  editedAt: IsoInstant.optional(),
  corrections: z.int().min(1).max(limits.correctionsMax).optional(),
  hidden: Hidden.optional(),
});
export type MandateMilestone = z.infer<typeof MandateMilestone>;

/** An agreement with an amount, a term and light conditions (step 1, Geef vertrouwen). Balances live in its accounts. */
export const Mandate = z.strictObject({
  id: MandateId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  /** Where the plan is for. */
  districts: Districts,
  /** The one district in which its money counts: of a plan for more districts, that of the pot. */
  district: DistrictCode.optional(),
  decisionId: DecisionId,
  decisionReference: z.string(),
  potId: PotId,
  instrument: Instrument,
  title: line(limits.titleLengthMax),
  amountCents: AmountCents,
  startsOn: IsoDate,
  endsOn: IsoDate,
  conditions: z.array(z.string()),
  instalments: z.array(
    Instalment.extend({
      /** The transfer that is on its way or paid; absent while none, or after a refused or expired one. */
      transferId: TransferId.optional(),
      status: z.enum(["planned", "proposed", "approved", "paid"]),
      paidOn: IsoDate.optional(),
    }),
  ),
  milestones: z.array(MandateMilestone),
  status: MandateStatus,
  /** Expenses of which a correction is asked: while there is one, it does not end. Absent counts as none. */
  openCorrections: z.int().min(0).optional(),
  evaluationAskedAt: IsoInstant.optional(),
  evaluationDueOn: IsoDate.optional(),
  /** Whose voice, of the two that are asked, was written. */
  voices: z.array(Voice).optional(),
  /** During the evaluation: since when it is the turn of who has it now. */
  turnSince: IsoInstant.optional(),
  /** The decision by which it ends: the one that waits to be taken, or was. */
  endingId: EndingId.optional(),
  /** When every voice became public, all at once: the one switch, so that a part of them is never public. */
  evaluationPublishedAt: IsoInstant.optional(),
  closedAt: IsoInstant.optional(),
  createdAt: IsoInstant,
  revision: z.int().min(0),
});
export type Mandate = z.infer<typeof Mandate>;

/** State changes of a mandate. */
export const mandateTransitions = {
  askEvaluation: { from: ["active"], to: "evaluation", by: ["officer", "schedule"] },
  prepareEnding: { from: ["evaluation"], to: "ending-prepared", by: ["officer"] },
  returnEnding: { from: ["ending-prepared"], to: "evaluation", by: ["council"] },
  takeEnding: { from: ["ending-prepared"], to: "refund-due", by: ["council"] },
  close: { from: ["ending-prepared", "refund-due"], to: "closed", by: ["council", "finance"] },
} as const satisfies Transitions<MandateStatus>;

/** States in which a promise can be kept: until the evaluation is public. Late is kept too. */
export const statesOfProgress = ["active", "evaluation", "ending-prepared"] as const satisfies readonly MandateStatus[];

/** States in which a correction can be asked: once its end lies ready, the amounts are those of that decision. */
export const statesOfCorrection = ["active", "evaluation"] as const satisfies readonly MandateStatus[];

/** The instalment of a running mandate that is planned first and that nobody proposed yet. */
export function nextPlanned({ status, instalments }: Mandate): Mandate["instalments"][number] | undefined {
  if (status !== "active") return undefined;
  return instalments
    .filter((instalment) => instalment.status === "planned")
    .toSorted((left, right) => (left.plannedOn < right.plannedOn ? -1 : 1))[0];
}
