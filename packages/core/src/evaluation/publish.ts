import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { IsoInstant } from "../calendar.ts";
import { fromStates, next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { MandateId } from "../ids.ts";
import { type EndedMandate, endMandate } from "../ledger/mandate-money.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { closeMandate } from "../mandate/close.ts";
import { findMandateForStaff, type MandateCase } from "../mandate/find.ts";
import { type Mandate, MandateStatus, mandateTransitions } from "../mandate/mandate.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { proposalTransitions } from "../proposal/proposal.ts";
import { tell } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { publishObstacles } from "./obstacles.ts";

/** What publishing did, amounts in integer cents. */
export const EvaluationPublished = z
  .object({
    mandateId: MandateId,
    status: MandateStatus,
    publishedAt: IsoInstant,
    /** Never paid: flowed back to the pot. */
    releasedCents: z.int(),
    /** Paid and not spent: the enterprise pays it back. */
    refundDueCents: z.int(),
  })
  .meta({ id: "EvaluationPublished" });
export type EvaluationPublished = z.infer<typeof EvaluationPublished>;

/**
 * An officer publishes every voice at once, and the mandate ends: what was never paid flows back to the pot in the same
 * transaction (`RELEASE`), and nothing can be paid or spent after it. With money left at the enterprise it waits for that
 * (`refund-due`); without, it closes. @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`,
 * `wrong-state` (with `details.obstacles`: what must be settled first), `idempotency-mismatch`.
 */
export async function publishEvaluation(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId; readonly idempotencyKey: string },
): Promise<EvaluationPublished> {
  const { mandateId, idempotencyKey: key } = input;
  assertRole(actor, "officer");
  const request = { verb: "publishEvaluation", by: actor.personId, mandateId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const found = await findMandateForStaff(deps, actor, "officer", mandateId);
    const { mandate, enterprise } = found;
    await assertReady(deps, mandate);
    const publishedAt = deps.clock.now().toISOString();
    const ended = await endMandate(deps, mandate, { by: found.actor.personId, approvers: [] });
    const { changes, status } = outcomeOf(deps, found, ended, publishedAt);
    const { releasedCents, leftCents: refundDueCents } = ended;
    const result: EvaluationPublished = { mandateId, status, publishedAt, releasedCents, refundDueCents };
    const commit = [...changes, ...ended.changes, stillHas("officer", found.actor), stillTheSame(enterprise)];
    return { changes: commit, result };
  });
}

async function assertReady(deps: Deps, mandate: Mandate): Promise<void> {
  assertFrom(mandateTransitions.publishEvaluation, mandate.status);
  const evaluations = await deps.store.listAll("evaluations-of-mandate", { mandateId: mandate.id });
  const obstacles = await publishObstacles(deps, mandate, evaluations);
  if (obstacles.length > 0)
    throw new DomainError("wrong-state", "This must be settled first.", {
      details: { status: mandate.status, obstacles: obstacles.join(" ") },
    });
}

function outcomeOf(
  deps: Deps,
  found: MandateCase,
  { releasedCents, leftCents }: EndedMandate,
  publishedAt: string,
): { readonly status: MandateStatus; readonly changes: readonly Change[] } {
  const { mandate, proposal, enterprise } = found;
  const published = { evaluationPublishedAt: publishedAt };
  const events = [
    tell(deps, proposal, "evaluation-published"),
    ...(releasedCents > 0 ? [tell(deps, proposal, "money-returned", { amountCents: releasedCents })] : []),
  ];
  if (leftCents === 0) {
    const spentCents = mandate.amountCents - releasedCents;
    const closing = closeMandate(deps, found, { spentCents, returnedCents: releasedCents }, published);
    return { status: "closed", changes: [...closing, ...events] };
  }
  const { publishEvaluation } = mandateTransitions;
  const changes = [
    next("mandate", mandate, { ...published, status: publishEvaluation.to }, [fromStates(publishEvaluation)]),
    // What is due now is the refund, on no fixed day.
    next("proposal", proposal, { dueOn: undefined }, [fromStates(proposalTransitions.close)]),
    ...events,
    ...writeToBoard(deps, "refund-due", enterprise, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      path: sitePaths.boardMandate(enterprise.id, mandate.id),
      amountCents: leftCents,
    }),
  ];
  return { status: publishEvaluation.to, changes };
}
