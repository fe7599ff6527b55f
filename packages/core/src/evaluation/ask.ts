import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { addDays, dateIn, IsoDate, orNextWorkingDay } from "../calendar.ts";
import { fromStates, next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { MandateId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { findMandate, findMandateForStaff, type MandateCase } from "../mandate/find.ts";
import { type Mandate, MandateStatus, mandateTransitions } from "../mandate/mandate.ts";
import { type Act, type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { step, tell } from "../proposal/step.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { publicIdentity } from "../visibility/visibility.ts";

/** That an evaluation was asked, and by when it is due. */
export const EvaluationAsked = z
  .object({ mandateId: MandateId, status: MandateStatus, dueOn: IsoDate })
  .meta({ id: "EvaluationAsked" });
export type EvaluationAsked = z.infer<typeof EvaluationAsked>;

/**
 * An officer asks for the evaluation, also before the term is over: everything may be done sooner. The board gets a
 * letter, and from now on residents can say what they think. Money can still be spent, as far as the term goes.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`, `wrong-state`; `mandate-not-active` before
 * its first day, when there is nothing yet to look back on.
 */
export async function askEvaluation(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId } & Keyed,
): Promise<EvaluationAsked> {
  assertRole(actor, "officer");
  const { mandateId, idempotencyKey: key } = input;
  const request = { verb: "askEvaluation", by: actor.personId, mandateId };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findMandateForStaff(deps, actor, "officer", mandateId);
    assertBegan(deps, found.mandate);
    return ask(deps, found, [stillHas("officer", found.actor), stillTheSame(found.enterprise)]);
  });
}

/**
 * For the schedule: asks for the evaluation of every mandate whose last day has passed. One that an officer asked for
 * meanwhile is left alone. Returns how many were asked.
 */
export async function askDueEvaluations(deps: Deps): Promise<number> {
  const today = dateIn(deps.clock.now());
  const mandates = await deps.store.listAll("mandates", {});
  let asked = 0;
  for (const { id, status, endsOn } of mandates)
    if (status === "active" && endsOn < today && (await askDue(deps, id, today))) asked++;
  return asked;
}

/** Throws `mandate-not-active` before the first day; `details` say from when. */
function assertBegan({ clock }: Deps, { startsOn, endsOn }: Mandate): void {
  if (dateIn(clock.now()) < startsOn)
    throw new DomainError("mandate-not-active", "It has not begun.", { details: { startsOn, endsOn } });
}

async function askDue(deps: Deps, id: MandateId, today: IsoDate): Promise<boolean> {
  try {
    return await untilFresh(async () => {
      const found = await findMandate(deps, id);
      if (found.mandate.endsOn >= today) return false;
      await deps.store.commit(ask(deps, found, []).changes);
      return true;
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === "wrong-state") return false;
    throw error;
  }
}

function ask(deps: Deps, found: MandateCase, also: readonly Change[]): Act<EvaluationAsked> {
  const { mandate, proposal, enterprise } = found;
  const transition = mandateTransitions.askEvaluation;
  assertFrom(transition, mandate.status);
  const now = deps.clock.now();
  const dueOn = orNextWorkingDay(addDays(dateIn(now), limits.evaluationDays));
  const asked: Partial<Mandate> = {
    status: transition.to,
    evaluationAskedAt: now.toISOString(),
    evaluationDueOn: dueOn,
  };
  const { after, change } = step(deps, proposal, "askEvaluation", { dueOn });
  const changes: readonly Change[] = [
    next("mandate", mandate, asked, [fromStates(transition)]),
    change,
    tell(deps, after, "evaluation-asked", { dueOn }),
    ...writeToBoard(deps, "evaluation-asked", enterprise, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      path: sitePaths.boardEvaluation(enterprise.id, mandate.id),
      dueOn,
    }),
    ...also,
  ];
  return { changes, result: { mandateId: mandate.id, status: transition.to, dueOn } };
}
