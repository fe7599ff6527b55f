import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { PublicDecision } from "../decision/view.ts";
import { PublishedEvaluation } from "../evaluation/published.ts";
import { EventView } from "../event/view.ts";
import { DistrictCode, EnterpriseId, FileId, ProposalId } from "../ids.ts";
import { MandateView } from "../mandate/view.ts";
import { Hidden } from "../moderation/moderation.ts";
import { UpdateView } from "../update/view.ts";
import { HiddenBecause } from "../visibility/visibility.ts";
import { ActView } from "./acts.ts";
import { Advice, GivenAdvice, HiddenPassage, ProposalStatus } from "./proposal.ts";
import { PublicPlan } from "./public-plan.ts";
import { Standing } from "./standing.ts";
import { StageView } from "./timeline.ts";

/** What an advice said before it was corrected: until when, and why it no longer does. */
export const EarlierAdvice = Advice.extend({ until: IsoInstant, why: z.string() });

/**
 * The one page of a proposal, for life: what the plan is, where it stands and who has it, what was advised and decided and
 * why, what happened to the money, and what came of it. Amounts in integer cents.
 */
export const ProposalView = z
  .object({
    id: ProposalId,
    status: ProposalStatus,
    /** Why only the board and city hall see this; absent when it is public. */
    hidden: HiddenBecause.optional(),
    /**
     * An officer hid the words around what was decided: since when, and why. Everybody else than the board and city hall reads
     * the decision, the amounts and the days, and nothing that the enterprise wrote.
     */
    wordsHidden: Hidden.optional(),
    enterprise: z.object({
      id: EnterpriseId,
      name: z.string(),
      photoId: FileId.optional(),
      photoAlt: z.string().optional(),
    }),
    /** Each district that it is for, by name; `plan.districts` says `all` when that is the whole municipality. */
    districts: z.array(z.object({ code: DistrictCode, name: z.string() })),
    /** The passages that an officer hid are empty, but for the board and city hall. */
    plan: PublicPlan,
    hiddenPassages: z.array(HiddenPassage).optional(),
    version: z.int(),
    submittedAt: IsoInstant,
    costCents: z.int(),
    appliedForCents: z.int(),
    stages: z.array(StageView),
    standing: Standing,
    /** What the board was asked to add, and by when; the question itself is for the board and city hall. */
    completionAsked: z.object({ askedOn: IsoDate, answerBy: IsoDate, question: z.string().optional() }).optional(),
    /** What it said before is for the board and city hall. */
    advice: GivenAdvice.omit({ corrections: true })
      .extend({ earlier: z.array(EarlierAdvice).optional() })
      .optional(),
    decision: PublicDecision.optional(),
    withdrawnReason: z.string().optional(),
    mandate: MandateView.optional(),
    /** The newest of each, newest first (of what residents think: any); `more` has where each list goes on. */
    events: z.array(EventView),
    updates: z.array(UpdateView),
    evaluations: z.array(PublishedEvaluation),
    more: z.object({
      events: z.string().optional(),
      updates: z.string().optional(),
      evaluations: z.string().optional(),
    }),
    /** What the reader can do now; empty for visitors. */
    acts: z.array(ActView),
  })
  .meta({ id: "Proposal" });
export type ProposalView = z.infer<typeof ProposalView>;
