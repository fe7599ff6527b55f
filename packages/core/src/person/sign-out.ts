import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { Session } from "./person.ts";

/** Ends a session; one that is gone already is as good as ended. */
export async function signOut(deps: Deps, session: Pick<Session, "hash">): Promise<void> {
  try {
    await deps.store.commit([{ remove: "session", ref: { hash: session.hash }, when: [] }]);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "not-found")) throw error;
  }
}
