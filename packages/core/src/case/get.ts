import type { Actor, Deps } from "../ports.ts";
import type { CasePart, CaseView } from "./case.ts";
import { findCase } from "./find.ts";
import { viewCase } from "./view.ts";

/**
 * Who has a case, and who else could, for somebody with the role.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `four-eyes`, `not-found`, `wrong-state` when it is over.
 */
export async function getCase(deps: Deps, actor: Actor, part: CasePart): Promise<CaseView> {
  const found = await findCase(deps, actor, part);
  return viewCase(found, found.holder);
}
