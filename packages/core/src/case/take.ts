import { stillHas } from "../at-commit.ts";
import { DomainError } from "../errors.ts";
import { writeLetter } from "../letter/write.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assign } from "./assign.ts";
import type { CasePart, CaseView, Taking } from "./case.ts";
import { findCase } from "./find.ts";
import { colleagueOf, viewCase } from "./view.ts";

/**
 * Takes a case for one's own role; also from a colleague, who gets a letter about it.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `four-eyes`, `not-found`, `wrong-state`; `stale` when somebody else
 * has it than the reader saw.
 */
export async function takeCase(deps: Deps, actor: Actor, { seen, ...part }: Taking & CasePart): Promise<CaseView> {
  const found = await findCase(deps, actor, part);
  const { me, holder, assignment, title, enterprise, path } = found;
  if (holder?.id === me.id) return viewCase(found, me);
  if (holder?.id !== seen) throw new DomainError("stale", "Somebody else took it in the meantime.");
  const content = {
    title,
    enterprise: enterprise?.profile.name ?? title,
    path,
    by: colleagueOf(me).name,
    happened: "taken" as const,
    note: "",
  };
  const letters: Change[] = holder === undefined ? [] : [writeLetter(deps, "case-moved", holder.email, content)];
  await deps.store.commit([assign(deps, part, assignment, me.id), stillHas(part.role, found.actor), ...letters]);
  return viewCase(found, me);
}
