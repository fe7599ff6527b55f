import type * as z from "zod";
import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { next, untilFresh } from "../change.ts";
import { keepEarlier } from "../earlier-words/keep.ts";
import { assertPublic } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { caseIdOf } from "../moderation/moderation.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { findMandate } from "./find.ts";
import { type MandateMilestone, statesOfProgress } from "./mandate.ts";
import { assertDay, MilestoneReached } from "./reach-milestone.ts";
import { type MilestoneView, viewMilestone } from "./view.ts";

/**
 * The board corrects what it said of a promise it kept: the day, or the words. The page says "aangepast op", what stood
 * there before is kept.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `invalid` as `reachMilestone`; `wrong-state` when it was
 * not reached yet, is hidden, or the evaluation is public; `limit-reached` after `limits.correctionsMax`.
 */
export async function correctMilestone(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof MilestoneReached> & { readonly mandateId: MandateId; readonly milestoneId: string },
): Promise<MilestoneView> {
  const { mandateId, milestoneId, ...rest } = input;
  assertSignedIn(actor);
  return untilFresh(async () => {
    const { mandate, enterprise } = await findMandate(deps, mandateId);
    assertBoard(actor, enterprise);
    assertPublic(enterprise);
    const { reachedOn, note } = parse(MilestoneReached, rest);
    const milestone = mandate.milestones.find(({ id }) => id === milestoneId);
    if (milestone === undefined) throw new DomainError("not-found", "There is no such milestone.");
    assertFrom({ from: statesOfProgress }, mandate.status);
    if (milestone.reachedOn === undefined || milestone.hidden !== undefined)
      throw new DomainError("wrong-state", "There is nothing here to correct.");
    assertDay(deps, reachedOn, mandate.startsOn);
    if (reachedOn === milestone.reachedOn && note === (milestone.note ?? "")) return viewMilestone(milestone);
    const editedAt = deps.clock.now().toISOString();
    const { note: said, reachedOn: day, ...bare } = milestone;
    const { change, corrections } = keepEarlier(
      caseIdOf({ kind: "milestone", mandateId, milestoneId }),
      milestone.corrections,
      {
        words: { reachedOn: day, ...(said === undefined ? {} : { note: said }) },
        until: editedAt,
        by: actor.personId,
      },
    );
    const corrected: MandateMilestone = {
      ...bare,
      reachedOn,
      ...(note === "" ? {} : { note }),
      editedAt,
      corrections,
    };
    await deps.store.commit([
      next(
        "mandate",
        mandate,
        { milestones: mandate.milestones.map((each) => (each.id === milestoneId ? corrected : each)) },
        [{ field: "status", is: "in", value: statesOfProgress, refusal: "wrong-state" }],
      ),
      change,
      stillTheSame(enterprise),
    ]);
    return viewMilestone(corrected);
  });
}
