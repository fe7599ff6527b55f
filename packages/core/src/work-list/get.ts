import * as z from "zod";
import { assertRole } from "../actor.ts";
import { colleagueOf } from "../case/view.ts";
import type { DistrictCode } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Holder } from "../proposal/standing.ts";
import { refusalOf, takerOf } from "./holders.ts";
import { readWork } from "./read.ts";
import { byDeadline, WorkRow } from "./row.ts";
import type { Draft, Waiting } from "./waiting.ts";

/** The work list of city hall, earliest deadline first. */
export const WorkListView = z
  .object({
    rows: z.array(WorkRow),
    /** How many rows each holder has, whatever the filter on the holder. */
    counts: z.object({ board: z.int(), officer: z.int(), council: z.int(), finance: z.int() }),
    /** There is more that waits than is listed; what is left out is due later. */
    hasMore: z.boolean(),
  })
  .meta({ id: "WorkList" });
export type WorkListView = z.infer<typeof WorkListView>;

/**
 * Everything that waits for somebody, with its deadline, the state of its clock, and whether the reader may do it.
 * @throws DomainError `unauthenticated`, `forbidden`.
 */
export async function getWorkList(
  deps: Deps,
  actor: Actor,
  filter: { role?: Holder | undefined; district?: DistrictCode | undefined },
): Promise<WorkListView> {
  assertRole(actor, "officer", "council", "finance", "clerk", "professional", "auditor");
  const { waiting, drafts: all, hasMore } = await readWork(deps);
  const { district, role } = filter;
  const drafts = all.filter(({ districts }) => district === undefined || districts.includes(district));
  const count = (holder: Holder) => drafts.filter(({ heldBy }) => heldBy === holder).length;
  return {
    rows: drafts
      .filter(({ heldBy }) => role === undefined || heldBy === role)
      .map((draft) => rowFor(actor, waiting, draft))
      .toSorted(byDeadline),
    counts: { board: count("board"), officer: count("officer"), council: count("council"), finance: count("finance") },
    hasMore,
  };
}

function rowFor(actor: Extract<Actor, { kind: "staff" }>, waiting: Waiting, draft: Draft): WorkRow {
  const { firstHalf: _first, task: _task, path: _path, obstacle: _obstacle, ...row } = draft;
  const { email } = waiting.staff.get(actor.personId) ?? { email: "" };
  const refusal = refusalOf({ id: actor.personId, email, roles: [...actor.roles] }, waiting, draft);
  const taker = takerOf(waiting, draft);
  return {
    ...row,
    ...(refusal === undefined ? {} : { refusal }),
    ...(taker === undefined ? {} : { takenBy: { ...colleagueOf(taker), isMe: taker.id === actor.personId } }),
    // Who did the first half may have the case, and cannot do the second; of an objection to it they have nothing.
    mayTake:
      row.caseId !== undefined &&
      refusal !== "forbidden" &&
      refusal !== "own-interest" &&
      !(refusal === "four-eyes" && row.act === "answerMessage"),
  };
}
