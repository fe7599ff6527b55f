import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EnterpriseId, EvaluationId, ExpenseId, FileId, MandateId, PersonId, ProposalId, UpdateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { text } from "../text.ts";

/**
 * What an enterprise typed about its plan, part by part: of a proposal that was awarded each can be hidden, while the decision,
 * its title, its promises and every amount stay.
 */
export const Passage = z.enum([
  "summary",
  "what",
  "why",
  "audience",
  "ownContribution",
  "partners",
  "helpAsked",
  "budget",
]);
export type Passage = z.infer<typeof Passage>;

/**
 * What can be reported and hidden: a page, a passage of a plan that was awarded, an attachment, a piece of news, what was said
 * about a promise, what was typed about an expense, a voice in an evaluation.
 */
export const ModerationTarget = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("enterprise"), enterpriseId: EnterpriseId }),
    z.strictObject({ kind: z.literal("proposal"), proposalId: ProposalId }),
    z.strictObject({ kind: z.literal("passage"), proposalId: ProposalId, passage: Passage }),
    z.strictObject({ kind: z.literal("attachment"), proposalId: ProposalId, fileId: FileId }),
    z.strictObject({ kind: z.literal("expense"), expenseId: ExpenseId }),
    z.strictObject({ kind: z.literal("update"), proposalId: ProposalId, updateId: UpdateId }),
    z.strictObject({ kind: z.literal("milestone"), mandateId: MandateId, milestoneId: z.string().max(40, "too-long") }),
    z.strictObject({ kind: z.literal("evaluation"), mandateId: MandateId, evaluationId: EvaluationId }),
  ])
  .meta({ id: "ModerationTarget" });
export type ModerationTarget = z.infer<typeof ModerationTarget>;

/** What everybody reads in the place of something that was hidden: since when, and why. */
export const Hidden = z.strictObject({ at: IsoInstant, reason: text(limits.noteLengthMax) });
export type Hidden = z.infer<typeof Hidden>;

/** One report: what a reader found wrong. Nothing is kept of who reported. */
export const Report = z.strictObject({ at: IsoInstant, reason: text(limits.noteLengthMax) });
export type Report = z.infer<typeof Report>;

/** Everything that was reported and done about one target. One record for each target. */
export const ModerationCase = z.strictObject({
  id: z.string(),
  target: ModerationTarget,
  enterpriseId: EnterpriseId,
  /** The title of the page it stands on, as it was at the first report. */
  title: z.string(),
  /** The newest `limits.reportsKeptMax` reports; `reportCount` counts them all. */
  reports: z.array(Report),
  reportCount: z.int().min(0),
  /** Since when reports wait for an officer; absent when none do. */
  openSince: IsoInstant.optional(),
  hidden: Hidden.optional(),
  /** Who hid it: not who decides on an objection to that (Awb 10:3). Never public. */
  hiddenBy: PersonId.optional(),
  revision: z.int().min(0),
});
export type ModerationCase = z.infer<typeof ModerationCase>;

/** The one name of a target, which is the id of its case. */
export function caseIdOf(target: ModerationTarget): string {
  switch (target.kind) {
    case "enterprise":
      return target.enterpriseId;
    case "proposal":
      return target.proposalId;
    case "passage":
      return `${target.proposalId}.${target.passage}`;
    case "attachment":
      return `${target.proposalId}.${target.fileId}`;
    case "expense":
      return target.expenseId;
    case "update":
      return `${target.proposalId}.${target.updateId}`;
    case "milestone":
      return `${target.mandateId}.${target.milestoneId}`;
    case "evaluation":
      return `${target.mandateId}.${target.evaluationId}`;
  }
}
