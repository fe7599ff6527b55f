import { next } from "../change.ts";
import type { PersonId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Assignment, CasePart } from "./case.ts";

/** Gives a part of a case to somebody; refused as `stale` when somebody else was first. */
export function assign(
  deps: Pick<Deps, "clock">,
  { caseId, role }: CasePart,
  current: Assignment | undefined,
  personId: PersonId,
): Change {
  const since = deps.clock.now().toISOString();
  return current === undefined
    ? { put: "assignment", record: { caseId, role, personId, since, revision: 0 }, refusal: "stale" }
    : next("assignment", current, { personId, since });
}
