import * as z from "zod";
import { IsoDate, IsoInstant, Term } from "../calendar.ts";
import { Districts, DistrictsDraft } from "../district/districts.ts";
import { DecisionId, EnterpriseId, MandateId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden, Passage } from "../moderation/moderation.ts";
import { AmountCents, sumCents, TotalCents } from "../money.ts";
import { isListed } from "../parse.ts";
import { line, text, textInProgress, textOrEmpty } from "../text.ts";
import type { Transitions } from "../transition.ts";

export const Theme = z.enum([
  "liveability",
  "safety",
  "welfare",
  "green",
  "culture",
  "care",
  "making-ends-meet",
  "health",
  "housing",
  "transport",
  "sport",
  "youth",
  "work",
  "energy",
  "other",
]);
export type Theme = z.infer<typeof Theme>;

/** What money is spent on; also the categories of expenses, so budget and spending can be laid side by side. */
export const BudgetCategory = z.enum([
  "material",
  "space",
  "people",
  "equipment",
  "communication",
  "activities",
  "other",
]);
export type BudgetCategory = z.infer<typeof BudgetCategory>;

/** The five O's: ondernemers, onderzoek, onderwijs, overheid, omgeving. */
export const Sector = z.enum(["business", "research", "education", "government", "community"]);
export type Sector = z.infer<typeof Sector>;

/** Ids inside a plan are made by the client, so that a draft can be saved while typing. */
/** What a form calls a row of a list, or one of its saves. */
export const PartId = z.string().regex(/^[a-z0-9-]{1,40}$/, "id");

export const Milestone = z.strictObject({ id: PartId, title: line(limits.nameLengthMax), plannedOn: IsoDate });
export type Milestone = z.infer<typeof Milestone>;

export const BudgetLine = z.strictObject({
  id: PartId,
  category: BudgetCategory,
  description: line(limits.nameLengthMax),
  amountCents: AmountCents,
});
export type BudgetLine = z.infer<typeof BudgetLine>;

export const Partner = z.strictObject({
  id: PartId,
  name: line(limits.nameLengthMax),
  sector: Sector,
  contribution: line(200),
});
export type Partner = z.infer<typeof Partner>;

/** The fields of a plan. */
export const planShape = {
  title: line(limits.titleLengthMax),
  summary: text(limits.summaryLengthMax),
  what: text(limits.textLengthMax),
  why: text(limits.textLengthMax),
  themes: z.array(Theme).min(1, "required").max(3, "too-many"),
  audience: line(limits.summaryLengthMax),
  districts: Districts,
  milestones: z.array(Milestone).min(1, "required").max(limits.milestonesMax, "too-many"),
  budgetLines: z.array(BudgetLine).min(1, "required").max(limits.budgetLinesMax, "too-many"),
  ownContributionCents: TotalCents,
  ownContribution: textOrEmpty(limits.noteLengthMax),
  partners: z.array(Partner).max(limits.partnersMax, "too-many"),
  helpAsked: textOrEmpty(limits.noteLengthMax),
};

/** What of a plan concerns more than one field; read from a plan that may still have other problems. */
interface PlanSums {
  readonly budgetLines?: readonly { readonly id?: unknown; readonly amountCents?: unknown }[];
  readonly milestones?: readonly { readonly id?: unknown }[];
  readonly partners?: readonly { readonly id?: unknown }[];
  readonly ownContributionCents?: unknown;
}

/**
 * A complete plan: what can be submitted. Own contribution may not exceed the costs. The rules over more than one field
 * are checked also when a field is missing, so that a form shows every problem at once.
 */
export const Plan = z.strictObject(planShape).superRefine(
  (input, context) => {
    const plan: PlanSums = input;
    const cost = sumCents((plan.budgetLines ?? []).map(({ amountCents }) => Number(amountCents)));
    if (cost > 0 && Number(plan.ownContributionCents) >= cost)
      context.addIssue({ code: "custom", message: "own-contribution-max", path: ["ownContributionCents"] });
    for (const list of ["milestones", "budgetLines", "partners"] as const) {
      const ids = (plan[list] ?? []).map(({ id }) => id);
      if (new Set(ids).size !== ids.length) context.addIssue({ code: "custom", message: "twice", path: [list] });
    }
  },
  { when: ({ value }) => isListed(value, ["milestones", "budgetLines", "partners"]) },
);
export type Plan = z.infer<typeof Plan>;

/** A plan while it is written: every subject may be missing or half done, but what is there stays within its limits. */
export const PlanDraft = z.strictObject({
  title: textInProgress(limits.titleLengthMax).optional(),
  summary: textInProgress(limits.summaryLengthMax).optional(),
  what: textInProgress(limits.textLengthMax).optional(),
  why: textInProgress(limits.textLengthMax).optional(),
  themes: z.array(Theme).max(3, "too-many").optional(),
  audience: textInProgress(limits.summaryLengthMax).optional(),
  districts: DistrictsDraft.optional(),
  milestones: z
    .array(
      z.strictObject({
        id: PartId,
        title: textInProgress(limits.nameLengthMax),
        plannedOn: z.union([IsoDate, z.literal("")]),
      }),
    )
    .max(limits.milestonesMax, "too-many")
    .optional(),
  budgetLines: z
    .array(
      z.strictObject({
        id: PartId,
        category: BudgetCategory.or(z.literal("")),
        description: textInProgress(limits.nameLengthMax),
        amountCents: TotalCents,
      }),
    )
    .max(limits.budgetLinesMax, "too-many")
    .optional(),
  ownContributionCents: TotalCents.optional(),
  ownContribution: textInProgress(limits.noteLengthMax).optional(),
  partners: z
    .array(
      z.strictObject({
        id: PartId,
        name: textInProgress(limits.nameLengthMax),
        sector: Sector.or(z.literal("")),
        contribution: textInProgress(200),
      }),
    )
    .max(limits.partnersMax, "too-many")
    .optional(),
  helpAsked: textInProgress(limits.noteLengthMax).optional(),
});
export type PlanDraft = z.infer<typeof PlanDraft>;

/** Where a proposal stands, from idea to result. */
export const ProposalStatus = z.enum([
  "draft",
  "submitted",
  "in-review",
  "completion-asked",
  "advised",
  "decision-prepared",
  "awarded",
  "evaluation",
  "closed",
  "rejected",
  "withdrawn",
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** State changes of a proposal: from where, to where, by whom. The `from` list is also the database's condition. */
export const proposalTransitions = {
  submit: { from: ["draft"], to: "submitted", by: ["board"] },
  edit: { from: ["submitted"], to: "submitted", by: ["board"] },
  withdraw: {
    from: ["submitted", "in-review", "completion-asked", "advised"],
    to: "withdrawn",
    by: ["board"],
  },
  startReview: { from: ["submitted"], to: "in-review", by: ["officer"] },
  askCompletion: { from: ["in-review"], to: "completion-asked", by: ["officer"] },
  complete: { from: ["completion-asked"], to: "in-review", by: ["board"] },
  /** Only when the time to complete is over: without this, silence would keep a proposal waiting for ever. */
  resumeReview: { from: ["completion-asked"], to: "in-review", by: ["officer"] },
  advise: { from: ["in-review"], to: "advised", by: ["officer"] },
  correctAdvice: { from: ["advised"], to: "advised", by: ["officer"] },
  /** A decision lies ready: who takes it is told that the advice changed. */
  correctAdviceLate: { from: ["decision-prepared"], to: "decision-prepared", by: ["officer"] },
  prepareDecision: { from: ["advised"], to: "decision-prepared", by: ["officer"] },
  returnDecision: { from: ["decision-prepared"], to: "advised", by: ["council"] },
  award: { from: ["decision-prepared"], to: "awarded", by: ["council"] },
  reject: { from: ["decision-prepared"], to: "rejected", by: ["council"] },
  askEvaluation: { from: ["awarded"], to: "evaluation", by: ["officer", "schedule"] },
  close: { from: ["evaluation"], to: "closed", by: ["officer", "finance"] },
} as const satisfies Transitions<ProposalStatus>;

const open: ReadonlySet<ProposalStatus> = new Set([
  "submitted",
  "in-review",
  "completion-asked",
  "advised",
  "decision-prepared",
  "evaluation",
]);

/** Whether a proposal itself waits for somebody; of an awarded one it is the mandate that goes on. */
export const isOpenProposal = (status: ProposalStatus): boolean => open.has(status);

/** What an officer found: public, because every yes and no has its reason. */
export const Advice = z.strictObject({
  outcome: z.enum(["award", "award-in-part", "reject"]),
  reason: text(limits.textLengthMax),
  /** What the officer thinks it costs; equal to what was applied for when the costing was accepted. */
  costingCents: TotalCents,
  costingNote: textOrEmpty(limits.noteLengthMax),
});
export type Advice = z.infer<typeof Advice>;

/** An advice as it stands, with when and why it was corrected last. */
export const GivenAdvice = Advice.extend({
  givenAt: IsoInstant,
  correction: z.strictObject({ at: IsoInstant, reason: text(limits.noteLengthMax) }).optional(),
  /** How often it was corrected; what it said before is kept as `earlier-words` of `earlierAdvice`. */
  corrections: z.int().min(1).max(limits.correctionsMax).optional(),
});
export type GivenAdvice = z.infer<typeof GivenAdvice>;

/** Under which name what an advice said before is kept. */
export const earlierAdvice = (proposalId: ProposalId): string => `${proposalId}.advice`;

/** A passage of a plan that an officer hid: since when, and why. */
export const HiddenPassage = Hidden.extend({ passage: Passage });
export type HiddenPassage = z.infer<typeof HiddenPassage>;

/** A proposal: one page for life. `plan` is complete from submission on; `draft` holds what is being written. */
export const Proposal = z.strictObject({
  id: ProposalId,
  enterpriseId: EnterpriseId,
  status: ProposalStatus,
  draft: PlanDraft,
  /** Who saved the draft last, and when. `save` is the key that the form gave this save, by which it knows its own. */
  draftSaved: z.strictObject({ save: PartId.optional(), by: PersonId, at: IsoInstant }).optional(),
  plan: Plan.optional(),
  /** Number of the newest kept version; 0 while a draft. */
  version: z.int().min(0),
  createdAt: IsoInstant,
  createdBy: PersonId,
  submittedAt: IsoInstant.optional(),
  /** The term to decide; stands still while completion is asked. */
  term: Term.optional(),
  reviewedBy: PersonId.optional(),
  completionAsked: z
    .strictObject({ question: text(limits.textLengthMax), askedOn: IsoDate, answerBy: IsoDate })
    .optional(),
  advice: GivenAdvice.optional(),
  decisionId: DecisionId.optional(),
  /** The council sent back the decision that was prepared last; until another is. */
  isReturned: z.literal(true).optional(),
  mandateId: MandateId.optional(),
  withdrawnReason: textOrEmpty(limits.noteLengthMax).optional(),
  /** An officer hid it. */
  hidden: Hidden.optional(),
  /** Of an awarded one: the passages of its plan that an officer hid, each once. */
  hiddenPassages: z.array(HiddenPassage).optional(),
  /** It, or its enterprise, is not public: it is in no list of the municipality but the work list. */
  isUnlisted: z.literal(true).optional(),
  /** When the present state began, and by when the next step is due (ISO date); undefined when nothing is due. */
  statusSince: IsoInstant,
  dueOn: IsoDate.optional(),
  revision: z.int().min(0),
});
export type Proposal = z.infer<typeof Proposal>;

/**
 * A kept version of a plan: written at submission, at every edit and completion, and when a file was added or taken away
 * after it was sent in. Visible to staff and board.
 */
export const ProposalVersion = z.strictObject({
  proposalId: ProposalId,
  version: z.int().min(1),
  plan: Plan,
  savedAt: IsoInstant,
  savedBy: PersonId,
  reason: z.enum(["submitted", "edited", "completed", "attachment-added", "attachment-removed"]),
  /** Of a file that was added or taken away: what it is called. */
  attachment: line(limits.nameLengthMax).optional(),
  /** What the files are called that belong to this version; absent where there are none. */
  attachments: z.array(line(limits.nameLengthMax)).max(limits.attachmentsMax).optional(),
  note: textOrEmpty(limits.noteLengthMax).optional(),
});
export type ProposalVersion = z.infer<typeof ProposalVersion>;

/** What a plan costs in all, in cents. */
export function costOf(plan: Plan): number {
  return sumCents(plan.budgetLines.map((budgetLine) => budgetLine.amountCents));
}

/** What is applied for: the costs less the own contribution, in cents. */
export function amountAppliedFor(plan: Plan): number {
  return costOf(plan) - plan.ownContributionCents;
}
