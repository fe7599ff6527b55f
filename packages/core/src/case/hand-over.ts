import { stillHas } from "../at-commit.ts";
import { DomainError } from "../errors.ts";
import { writeLetter } from "../letter/write.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { assign } from "./assign.ts";
import type { CasePart, CaseView, HandOver } from "./case.ts";
import { findCase, madeIt } from "./find.ts";
import { colleagueOf, viewCase } from "./view.ts";

/**
 * Hands a case over to a colleague with the same role, who gets a letter with the note. Who hands it over has it, or nobody
 * has: taking it from a colleague for somebody else is two acts.
 * @throws DomainError `invalid` at `to` when that person may not have it; `four-eyes` when they, or the reader, made
 * what an objection is about; `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`; `stale` when somebody else has it; `idempotency-mismatch`.
 */
export async function handOverCase(
  deps: Deps,
  actor: Actor,
  { to, note, idempotencyKey: key, ...part }: HandOver & CasePart & Keyed,
): Promise<CaseView> {
  const request = { verb: "handOverCase", by: askedBy(actor), to, note, ...part };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findCase(deps, actor, part);
    const { me, holder, assignment, able, title, enterprise, path } = found;
    if (holder !== undefined && holder.id !== me.id)
      throw new DomainError("stale", "A colleague has it.", { details: { revision: assignment?.revision ?? 0 } });
    if (found.notBy.includes(to)) throw madeIt();
    const colleague = able.find(({ id }) => id === to && id !== me.id);
    if (colleague === undefined)
      throw new DomainError("invalid", "This person may not have it.", { fields: [{ path: "to", code: "choice" }] });
    const changes = [
      assign(deps, part, assignment, colleague.id),
      stillHas(part.role, found.actor),
      writeLetter(deps, "case-moved", colleague.email, {
        title,
        enterprise: enterprise?.profile.name ?? title,
        path,
        by: colleagueOf(me).name,
        happened: "given",
        note,
      }),
    ];
    return { changes, result: viewCase(found, colleague) };
  });
}
