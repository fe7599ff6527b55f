import { assertBoardOrRole, assertSignedIn } from "../actor.ts";
import type { MandateId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import { MilestoneView } from "../mandate/view.ts";
import type { Actor, Deps } from "../ports.ts";
import { publishObstacles } from "./obstacles.ts";
import { EvaluationsView, viewVoices } from "./view.ts";

/**
 * The evaluation of a mandate while it is written, for its board and for city hall. The board reads its own voice and how
 * many residents were heard; the others' once it is published. @throws DomainError `unauthenticated`, `forbidden`,
 * `not-found`.
 */
export async function getEvaluations(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId },
): Promise<EvaluationsView> {
  assertSignedIn(actor);
  const { mandateId } = input;
  const { mandate, enterprise } = await findMandate(deps, mandateId);
  assertBoardOrRole(actor, enterprise, "officer", "council", "auditor");
  const evaluations = await deps.store.listAll("evaluations-of-mandate", { mandateId });
  const { proposalId, title, status, evaluationDueOn, evaluationPublishedAt, milestones } = mandate;
  const isWhole = actor.kind === "staff" || evaluationPublishedAt !== undefined;
  return EvaluationsView.parse({
    mandateId,
    proposalId,
    title,
    status,
    dueOn: evaluationDueOn,
    publishedAt: evaluationPublishedAt,
    milestones: milestones.map((milestone) => MilestoneView.parse(milestone)),
    ...viewVoices(evaluations, isWhole),
    obstacles: status === "evaluation" ? await publishObstacles(deps, mandate) : [],
  });
}
