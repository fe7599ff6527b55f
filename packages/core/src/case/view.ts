import type { Person } from "../person/person.ts";
import type { CaseView, Colleague } from "./case.ts";
import type { FoundCase } from "./find.ts";

/** A person as colleagues see them. */
export const colleagueOf = ({ id, name, email }: Person): Colleague => ({ personId: id, name: name ?? email });

/** A part of a case as its reader sees it. */
export function viewCase({ part, me, able }: FoundCase, holder: Person | undefined): CaseView {
  const colleagues = able
    .filter(({ id }) => id !== me.id)
    .map(colleagueOf)
    .toSorted((left, right) => left.name.localeCompare(right.name, "nl"));
  return {
    ...part,
    ...(holder === undefined ? {} : { takenBy: { ...colleagueOf(holder), isMe: holder.id === me.id } }),
    colleagues,
  };
}
