import type { Deps, Digest } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Person } from "./person.ts";

/** The keyed hash under which an e-mail address (trimmed, lower case) is found. */
export function addressHash(digest: Digest, email: string): string {
  return digest.keyed(`address:${email}`);
}

/**
 * The person with this address, or a new one with the changes that make it. Two that make the same person at once:
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
