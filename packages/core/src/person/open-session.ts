import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Person, Session } from "./person.ts";

/** A new session: the secret for the browser's cookie, and the change that keeps its hash. */
export interface OpenedSession {
  readonly secret: string;
  readonly session: Session;
  readonly change: Change;
}

/** Opens a session with an id nobody had before, so that one fixed beforehand is worth nothing. */
export function openSession(
  deps: Deps,
  personId: Person["id"],
  kind: Session["kind"],
  more: Pick<Session, "authenticatedAt"> = {},
): OpenedSession {
  const now = deps.clock.now();
  const secret = deps.ids.secret();
  const hours = kind === "staff" ? limits.staffSessionHours : limits.sessionHours;
  const session: Session = {
    hash: deps.digest.of(secret),
    personId,
    kind,
    createdAt: now.toISOString(),
    ...more,
    expiresAt: new Date(now.getTime() + hours * 3_600_000).toISOString(),
  };
  return { secret, session, change: { put: "session", record: session } };
}
