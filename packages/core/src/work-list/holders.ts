import { isOnBoard } from "../at-commit.ts";
import { CaseRole } from "../case/case.ts";
import type { ErrorCode } from "../errors.ts";
import type { Person } from "../person/person.ts";
import { assignmentKey, type Draft, type Waiting } from "./waiting.ts";

/** Why a person at city hall may not do what a row asks; undefined for who may. */
export function refusalOf(
  { id, email, roles }: Pick<Person, "id" | "email" | "roles">,
  { enterprises }: Pick<Waiting, "enterprises">,
  { heldBy, enterprise, firstHalf, obstacle }: Draft,
): ErrorCode | undefined {
  if (heldBy === "board" || !roles.includes(heldBy)) return "forbidden";
  const board = enterprises.get(enterprise?.id ?? "");
  if (board !== undefined && isOnBoard({ id, email }, board)) return "own-interest";
  return firstHalf.includes(id) ? "four-eyes" : obstacle;
}

/** Who has the case of a row for its role, as long as that person has the role. */
export function takerOf(
  { assignments, staff }: Waiting,
  { act, caseId, heldBy, firstHalf }: Draft,
): Person | undefined {
  const role = CaseRole.safeParse(heldBy).data;
  if (role === undefined || caseId === undefined) return undefined;
  const person = staff.get(assignments.get(assignmentKey({ caseId, role }))?.personId ?? "");
  if (person?.roles.includes(role) !== true) return undefined;
  // Who made a decision has nothing of the objection to it.
  return act === "answerMessage" && firstHalf.includes(person.id) ? undefined : person;
}

/**
 * For whom a row waits: who has the case, or everybody with the role who may do it. Where who has the case may not do this
 * half of it, everybody else may.
 */
export function waitsFor(waiting: Waiting, draft: Draft): readonly Person[] {
  const able = [...waiting.staff.values()].filter((person) => refusalOf(person, waiting, draft) === undefined);
  const taker = takerOf(waiting, draft);
  return taker !== undefined && able.includes(taker) ? [taker] : able;
}
