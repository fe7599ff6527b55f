import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { addressHash } from "./mailbox.ts";
import type { Person } from "./person.ts";

/**
 * The person of this mailbox, or a new one with the changes that make it. Two that make the same person at once:
 * one is told `stale` and finds the other's when it tries again (see `untilFresh`).
 */
export async function personByAddress(
  deps: Deps,
  email: string,
): Promise<{ person: Person; changes: readonly Change[] }> {
  const hash = addressHash(deps.digest, email);
  const login = await deps.store.get("login", { hash });
  const known = login === undefined ? undefined : await deps.store.get("person", { id: login.personId });
  if (known !== undefined) return { person: known, changes: [] };
  const person: Person = {
    id: deps.ids.next("per"),
    kind: "resident",
    email,
    roles: [],
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
  const changes: readonly Change[] = [
    { put: "person", record: person },
    { put: "login", record: { hash, personId: person.id }, refusal: "stale" },
  ];
  return { person, changes };
}
