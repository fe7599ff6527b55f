import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { Iban } from "../enterprise/enterprise.ts";
import { EndingId, EnterpriseId, MandateId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { TotalCents } from "../money.ts";
import { line, text } from "../text.ts";
import type { Transitions } from "../transition.ts";

const base = {
  /** The municipality's own registration number. */
  reference: line(60),
  legalBasis: line(200),
  /** Why, for everybody to read. */
  motivation: text(limits.textLengthMax),
};

/**
 * The end of a mandate as an officer prepares it: the amount is established (Awb 4:42 to 4:46), and what is left at the
 * enterprise is claimed back by a part of its own, with its own number, ground and reasons (Awb 4:57, 4:95).
 */
export const EndingDraft = z
  .strictObject({ ...base, claim: z.strictObject(base).optional() })
  .meta({ id: "EndingDraft" });
export type EndingDraft = z.infer<typeof EndingDraft>;

/** What a mandate's money came to, in integer cents; together what was awarded. */
export const EndingSums = z.strictObject({
  /** The amount that is established: what was spent. */
  spentCents: TotalCents,
  /** Never paid: flows back to the pot. */
  releasedCents: TotalCents,
  /** Paid and not spent: claimed back. */
  refundDueCents: TotalCents,
});
export type EndingSums = z.infer<typeof EndingSums>;

/** How to pay a claim (Awb 4:86: the amount due and the term, and here also where to). */
export const HowToPay = z.strictObject({
  iban: Iban,
  holder: z.string(),
  /** To write with the payment: the number of the claim. */
  reference: z.string(),
  /** Last day to pay (Awb 4:87). */
  dueOn: IsoDate,
});
export type HowToPay = z.infer<typeof HowToPay>;

export const EndingStatus = z.enum(["prepared", "taken", "returned"]);
export type EndingStatus = z.infer<typeof EndingStatus>;

/** The decision by which a mandate ends. Prepared by one person, taken by another; what was prepared is never edited. */
export const Ending = z.strictObject({
  id: EndingId,
  mandateId: MandateId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  draft: EndingDraft,
  sums: EndingSums,
  status: EndingStatus,
  preparedBy: PersonId,
  preparedAt: IsoInstant,
  decidedBy: PersonId.optional(),
  /** Date of the decision and, because the letter leaves with it, of its announcement (Awb 3:41). */
  decidedOn: IsoDate.optional(),
  objectionUntil: IsoDate.optional(),
  /** As it stood in the letter; only with a claim. */
  payment: HowToPay.optional(),
  returnedReason: text(limits.noteLengthMax).optional(),
  revision: z.int().min(0),
});
export type Ending = z.infer<typeof Ending>;

/** State changes of an ending. */
export const endingTransitions = {
  take: { from: ["prepared"], to: "taken", by: ["council"] },
  return: { from: ["prepared"], to: "returned", by: ["council"] },
} as const satisfies Transitions<EndingStatus>;
