import { assertBoardOrRole, assertSignedIn, hasRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { type Ending, endingTransitions } from "./ending.ts";
import { endingObstacle } from "./obstacle.ts";
import { EndingView } from "./view.ts";

/**
 * Every ending that was prepared for a mandate, newest first, for city hall; for its board the one that was taken, with how
 * to pay. @throws DomainError `unauthenticated`, `forbidden`, `not-found`.
 */
export async function listEndings(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId },
): Promise<readonly EndingView[]> {
  assertSignedIn(actor);
  const { mandate, enterprise } = await findMandate(deps, input.mandateId);
  assertBoardOrRole(actor, enterprise, "officer", "council", "finance", "clerk", "auditor");
  const endings = await deps.store.listAll("endings-of-mandate", { mandateId: mandate.id });
  const isStaff = hasRole(actor, "officer", "council", "finance", "clerk", "auditor");
  if (!isStaff)
    return endings
      .filter(({ status }) => status === "taken")
      .map(({ preparedBy: _p, decidedBy: _d, ...ending }) => EndingView.parse(ending));
  const ids = [
    actor.personId,
    ...endings.flatMap(({ preparedBy, decidedBy }) => [preparedBy, decidedBy ?? preparedBy]),
  ];
  const found = await Promise.all([...new Set(ids)].map((id) => deps.store.get("person", { id })));
  const persons = new Map(found.flatMap((person) => (person === undefined ? [] : [[person.id, person]])));
  const refusal = (ending: Ending, isTaking: boolean) =>
    refusalOf(actor, persons.get(actor.personId), { ending, enterprise, isTaking });
  const prepared = endings.find(({ status }) => status === "prepared");
  const obstacle = prepared === undefined ? undefined : await endingObstacle(deps, mandate, prepared);
  return endings.toReversed().map((ending) =>
    EndingView.parse({
      ...ending,
      preparedBy: persons.get(ending.preparedBy)?.name ?? "",
      decidedBy: ending.decidedBy === undefined ? undefined : persons.get(ending.decidedBy)?.name,
      takeRefusal: refusal(ending, true) ?? obstacle,
      returnRefusal: refusal(ending, false),
    }),
  );
}

function refusalOf(
  actor: Actor,
  person: Person | undefined,
  { ending, enterprise, isTaking }: { ending: Ending; enterprise: Enterprise; isTaking: boolean },
): ErrorCode | undefined {
  const transition = isTaking ? endingTransitions.take : endingTransitions.return;
  const from: readonly string[] = transition.from;
  if (!hasRole(actor, ...transition.by)) return "forbidden";
  if (!from.includes(ending.status)) return "wrong-state";
  if (person === undefined || isOnBoard(person, enterprise)) return "own-interest";
  return isTaking && ending.preparedBy === person.id ? "four-eyes" : undefined;
}
