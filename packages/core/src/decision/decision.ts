import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { DecisionId, EnterpriseId, PersonId, PotId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { AmountCents, sumCents } from "../money.ts";
import { isListed } from "../parse.ts";
import { line, text } from "../text.ts";
import type { Transitions } from "../transition.ts";

/** The legal shape in which money moves (reference: money 0.1). No private party can be handed the council's power itself. */
export const Instrument = z.enum(["subsidy", "contract", "administrative-committee", "own-management"]);
export type Instrument = z.infer<typeof Instrument>;

/** A part of the award with the date it is planned to be paid. */
export const Instalment = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "id"),
  amountCents: AmountCents,
  plannedOn: IsoDate,
});
export type Instalment = z.infer<typeof Instalment>;

const base = {
  /** The municipality's own registration number of the decision. */
  reference: line(60),
  legalBasis: line(200),
  /** Why, for everybody to read. */
  motivation: text(limits.textLengthMax),
};

/** A decision as an officer prepares it. An award names pot, amount, term and instalments; a rejection only its reasons. */
export const DecisionDraft = z
  .discriminatedUnion("outcome", [
    z.strictObject({
      outcome: z.enum(["award", "award-in-part"]),
      ...base,
      instrument: Instrument,
      potId: PotId,
      amountCents: AmountCents,
      startsOn: IsoDate,
      /** Mandatory: without a last day an award cannot be withdrawn (ECLI:NL:RVS:2021:2172). */
      endsOn: IsoDate,
      instalments: z.array(Instalment).min(1, "required").max(limits.instalmentsMax, "too-many"),
      conditions: z.array(line(limits.summaryLengthMax)).max(limits.conditionsMax, "too-many"),
    }),
    z.strictObject({ outcome: z.literal("reject"), ...base }),
  ])
  .superRefine(
    (draft, context) => {
      if (draft.outcome === "reject") return;
      // Fields may be missing here: the rules over more than one field are checked with the others, all at once.
      const { startsOn = "", endsOn = "", instalments = [] }: Partial<typeof draft> = draft;
      if (startsOn !== "" && endsOn !== "" && endsOn <= startsOn)
        context.addIssue({ code: "custom", message: "end-before-start", path: ["endsOn"] });
      if (instalments.length > 0 && sumCents(instalments.map((part) => part.amountCents)) !== draft.amountCents)
        context.addIssue({ code: "custom", message: "instalments-sum", path: ["instalments"] });
      if (new Set(instalments.map((part) => part.id)).size !== instalments.length)
        context.addIssue({ code: "custom", message: "twice", path: ["instalments"] });
      for (const [index, part] of instalments.entries())
        if (endsOn !== "" && part.plannedOn > endsOn)
          context.addIssue({ code: "custom", message: "after-end", path: ["instalments", index, "plannedOn"] });
    },
    { when: ({ value }) => isListed(value, ["instalments"]) },
  );
export type DecisionDraft = z.infer<typeof DecisionDraft>;

/** A decision that grants something. */
export type Award = Exclude<DecisionDraft, { outcome: "reject" }>;

export const DecisionStatus = z.enum(["prepared", "taken", "returned"]);
export type DecisionStatus = z.infer<typeof DecisionStatus>;

/** A decision of the college or the holder of its mandate. Prepared by one person, taken by another. */
export const Decision = z.strictObject({
  id: DecisionId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  draft: DecisionDraft,
  status: DecisionStatus,
  preparedBy: PersonId,
  preparedAt: IsoInstant,
  decidedBy: PersonId.optional(),
  /** Date of the decision and, because the letter leaves with it, of its announcement (Awb 3:41). */
  decidedOn: IsoDate.optional(),
  /** Last day to object (Awb 6:7, 6:8; Algemene termijnenwet art. 1). */
  objectionUntil: IsoDate.optional(),
  returnedReason: text(limits.noteLengthMax).optional(),
  revision: z.int().min(0),
});
export type Decision = z.infer<typeof Decision>;

/** State changes of a decision; what was prepared is never edited: it is taken as it is, or returned. */
export const decisionTransitions = {
  take: { from: ["prepared"], to: "taken", by: ["council"] },
  return: { from: ["prepared"], to: "returned", by: ["council"] },
} as const satisfies Transitions<DecisionStatus>;
