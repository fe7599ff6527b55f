import type * as z from "zod";
import { assertBoard, assertResident } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import { DomainError, type FieldProblem } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { EnterpriseEvaluation, type MilestoneOutcome } from "./evaluation.ts";
import type { WrittenEvaluation } from "./view.ts";
import { keepEvaluation } from "./write.ts";

/**
 * The board says what came of every promise, whom it reached and what it learned. It may write again until the
 * evaluation is published. @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `invalid` (also a promise
 * that is missing, or not one of this mandate), `wrong-state`.
 */
export function writeEnterpriseEvaluation(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof EnterpriseEvaluation> & { readonly mandateId: MandateId },
): Promise<WrittenEvaluation> {
  const { mandateId, ...rest } = input;
  return untilFresh(async () => {
    const { mandate, enterprise } = await findMandate(deps, mandateId);
    assertBoard(actor, enterprise);
    assertResident(actor);
    const content = parse(EnterpriseEvaluation, rest);
    assertEveryPromise(mandate, content.outcomes);
    return keepEvaluation(deps, mandate, actor, { by: "enterprise", content }, [stillTheSame(enterprise)]);
  });
}

/** Every promise once, and nothing else. */
function assertEveryPromise({ milestones }: Mandate, outcomes: readonly MilestoneOutcome[]): void {
  const promised = new Set(milestones.map(({ id }) => id));
  const problems: FieldProblem[] = [];
  const said = new Set<string>();
  for (const [index, { milestoneId }] of outcomes.entries()) {
    const path = `outcomes.${index}.milestoneId`;
    if (!promised.has(milestoneId)) problems.push({ path, code: "choice" });
    else if (said.has(milestoneId)) problems.push({ path, code: "twice" });
    said.add(milestoneId);
  }
  if ([...promised].some((id) => !said.has(id))) problems.push({ path: "outcomes", code: "required" });
  if (problems.length > 0)
    throw new DomainError("invalid", "Say of every promise what came of it.", { fields: problems });
}
