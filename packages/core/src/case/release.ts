import { stillHas } from "../at-commit.ts";
import type { Actor, Deps } from "../ports.ts";
import type { CasePart, CaseView } from "./case.ts";
import { findCase } from "./find.ts";
import { viewCase } from "./view.ts";

/**
 * Gives a case back: it waits for everybody with the role again. Of a case that is not the reader's nothing changes.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `four-eyes`, `not-found`, `wrong-state`, `stale`.
 */
export async function releaseCase(deps: Deps, actor: Actor, part: CasePart): Promise<CaseView> {
  const found = await findCase(deps, actor, part);
  const { assignment, me, holder } = found;
  if (assignment === undefined || assignment.personId !== me.id) return viewCase(found, holder);
  await deps.store.commit([
    {
      remove: "assignment",
      ref: part,
      when: [{ field: "revision", is: "equal", value: assignment.revision, refusal: "stale" }],
    },
    stillHas(part.role, found.actor),
  ]);
  return viewCase(found, undefined);
}
