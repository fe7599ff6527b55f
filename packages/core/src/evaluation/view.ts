import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EvaluationId, MandateId, ProposalId } from "../ids.ts";
import { MandateStatus } from "../mandate/mandate.ts";
import { MilestoneView } from "../mandate/view.ts";
import { EnterpriseEvaluation, type Evaluation, OfficerEvaluation, ResidentEvaluation } from "./evaluation.ts";

/** What stands between a mandate and publishing its evaluation: voices that are missing, money that is on its way. */
export const PublishObstacle = z.enum([
  "no-enterprise-evaluation",
  "no-officer-evaluation",
  "open-transfers",
  "open-expenses",
  "open-corrections",
  "amounts-changed",
]);
export type PublishObstacle = z.infer<typeof PublishObstacle>;

const written = { id: EvaluationId, writtenAt: IsoInstant };

/** An evaluation while it is written, for who works on it. Of residents only what they say, never who they are. */
export const EvaluationsView = z
  .object({
    mandateId: MandateId,
    proposalId: ProposalId,
    title: z.string(),
    status: MandateStatus,
    dueOn: IsoDate.optional(),
    publishedAt: IsoInstant.optional(),
    milestones: z.array(MilestoneView),
    enterprise: z.object({ ...written, content: EnterpriseEvaluation }).optional(),
    /** Until it is published, not for the board: nobody writes their own after reading the others'. */
    officer: z.object({ ...written, content: OfficerEvaluation }).optional(),
    residents: z.array(z.object({ ...written, content: ResidentEvaluation })).optional(),
    /** Residents who confirmed their address. */
    residentCount: z.int(),
    obstacles: z.array(PublishObstacle),
  })
  .meta({ id: "Evaluations" });
export type EvaluationsView = z.infer<typeof EvaluationsView>;

/** One's own voice as it was kept. */
export const WrittenEvaluation = z
  .object({ id: EvaluationId, mandateId: MandateId, writtenAt: IsoInstant })
  .meta({ id: "WrittenEvaluation" });
export type WrittenEvaluation = z.infer<typeof WrittenEvaluation>;

/** What came of a resident's voice: it counts, or a letter asks to confirm the address first. */
export const ResidentHeard = z
  .object({ status: z.enum(["confirmed", "letter-sent"]), title: z.string(), enterprise: z.string() })
  .meta({ id: "ResidentHeard" });
export type ResidentHeard = z.infer<typeof ResidentHeard>;

type Parts = Pick<EvaluationsView, "enterprise" | "officer" | "residents" | "residentCount">;

/** The voices of a mandate; of others than the enterprise only when `isWhole`. */
export function viewVoices(evaluations: readonly Evaluation[], isWhole: boolean): Parts {
  const parts: { -readonly [F in keyof Parts]: Parts[F] } = { residentCount: 0 };
  const residents: NonNullable<Parts["residents"]> = [];
  for (const evaluation of evaluations) {
    const { id, writtenAt } = evaluation;
    if (evaluation.by === "enterprise") parts.enterprise = { id, writtenAt, content: evaluation.content };
    else if (evaluation.by === "resident") residents.push({ id, writtenAt, content: evaluation.content });
    else if (isWhole) parts.officer = { id, writtenAt, content: evaluation.content };
  }
  return { ...parts, residentCount: residents.length, ...(isWhole ? { residents } : {}) };
}
