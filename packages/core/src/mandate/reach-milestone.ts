import * as z from "zod";
import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { next } from "../change.ts";
import { inDistrict } from "../district/districts.ts";
import { assertPublic } from "../enterprise/may-act.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import { recordEvent } from "../event/record.ts";
import type { MandateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { textOrEmpty } from "../text.ts";
import { assertFrom } from "../transition.ts";
import { findMandate } from "./find.ts";
import { type MandateMilestone, statesOfProgress } from "./mandate.ts";
import { type MilestoneView, viewMilestone } from "./view.ts";

/** Input of reaching a milestone: when, and what a neighbour should know about it. */
export const MilestoneReached = z
  .strictObject({ reachedOn: IsoDate, note: textOrEmpty(limits.noteLengthMax) })
  .meta({ id: "MilestoneReached" });

/**
 * The board says that a promise was kept; public at once. Once: after that it can be corrected (`correctMilestone`).
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `invalid` (a day to come, or before the mandate
 * began), `conflict` when it was reached before, `not-verified` after a refusal, `wrong-state` once the evaluation is public.
 */
export async function reachMilestone(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof MilestoneReached> & Keyed & { readonly mandateId: MandateId; readonly milestoneId: string },
): Promise<MilestoneView> {
  const { mandateId, milestoneId, idempotencyKey: key, ...rest } = input;
  assertSignedIn(actor);
  const request = { verb: "reachMilestone", by: actor.personId, mandateId, milestoneId, ...rest };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { mandate, enterprise } = await findMandate(deps, mandateId);
    assertBoard(actor, enterprise);
    assertPublic(enterprise);
    const { reachedOn, note } = parse(MilestoneReached, rest);
    const milestone = mandate.milestones.find(({ id }) => id === milestoneId);
    if (milestone === undefined) throw new DomainError("not-found", "There is no such milestone.");
    assertFrom({ from: statesOfProgress }, mandate.status);
    if (milestone.reachedOn !== undefined) throw new DomainError("conflict", "This milestone was reached before.");
    assertDay(deps, reachedOn, mandate.startsOn);
    const reached: MandateMilestone = { ...milestone, reachedOn, ...(note === "" ? {} : { note }) };
    const milestones = mandate.milestones.map((part) => (part.id === milestoneId ? reached : part));
    const changes: readonly Change[] = [
      next("mandate", mandate, { milestones }, [
        { field: "status", is: "in", value: statesOfProgress, refusal: "wrong-state" },
      ]),
      stillTheSame(enterprise),
      recordEvent(deps, {
        code: "milestone-reached",
        enterpriseId: mandate.enterpriseId,
        proposalId: mandate.proposalId,
        ...inDistrict(mandate.district),
        facts: { title: mandate.title, milestone: milestone.title, reachedOn },
      }),
    ];
    return { changes, result: viewMilestone(reached) };
  });
}

/** Refuses a day to come, and one before the mandate began. */
export function assertDay(deps: Deps, reachedOn: IsoDate, startsOn: IsoDate): void {
  const refuse = (code: FieldCode) =>
    new DomainError("invalid", "This is not the day it was reached.", { fields: [{ path: "reachedOn", code }] });
  if (reachedOn > dateIn(deps.clock.now())) throw refuse("in-future");
  if (reachedOn < startsOn) throw refuse("before-start");
}
