import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { type RoleTable, readRoleTable, rolesIn } from "../municipality/role-table.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Person, Session } from "./person.ts";

/** Somebody who came back with a session: who they are now, and what that rests on. */
export interface Resumed {
  readonly actor: Actor;
  readonly session: Session;
  readonly person: Person;
  /** Staff only: the table their roles were read from. */
  readonly roleTable?: RoleTable;
}

/**
 * Who comes with this secret, as it is now: checked against the clock (not the table's time to live), against an admin who
 * ended this person's sessions, for staff against standing idle, and with the roles that the municipality's table of now
 * gives to the groups of the last sign-in. Undefined when nobody is signed in with it (any more).
 */
export async function resumeSession(deps: Deps, secret: string): Promise<Resumed | undefined> {
  const session = await deps.store.get("session", { hash: deps.digest.of(secret) });
  const now = deps.clock.now();
  if (session === undefined || session.expiresAt <= now.toISOString() || isIdle(session, now)) return undefined;
  const person = await deps.store.get("person", { id: session.personId });
  if (person === undefined || hasEnded(person, session)) return undefined;
  if (session.kind === "resident") return { actor: actorOf(person, session.kind), session, person };
  const roleTable = await readRoleTable(deps);
  const current = await withRolesOfNow(deps, person, roleTable);
  await sayIsThere(deps, session, now);
  return { actor: actorOf(current, session.kind), session, person: current, roleTable };
}

/**
 * A person as an actor. The door they came through decides what they are: somebody of city hall who signed in by e-mail
 * is a resident, and somebody with a seat on a board who signed in as staff has no seat.
 */
export function actorOf(person: Person, kind: Session["kind"]): Actor {
  if (kind === "resident") return { kind, personId: person.id, email: person.email };
  return { kind, personId: person.id, name: person.name ?? "", roles: person.roles };
}

const minutesSince = (instant: string, now: Date) => (now.getTime() - Date.parse(instant)) / 60_000;

const isIdle = ({ kind, seenAt, createdAt }: Session, now: Date) =>
  kind === "staff" && minutesSince(seenAt ?? createdAt, now) >= limits.staffIdleMinutes;

const hasEnded = ({ sessionsEndedAt }: Person, { createdAt }: Session) =>
  sessionsEndedAt !== undefined && createdAt <= sessionsEndedAt;

/** Writes the roles of now where they are others than those that were kept: acts hold to them when they are written. */
function withRolesOfNow(deps: Deps, known: Person, table: RoleTable): Promise<Person> {
  let person = known;
  return untilFresh(async () => {
    const roles = rolesIn(table, person.groups ?? []);
    if (roles.join() === person.roles.join()) return person;
    try {
      await deps.store.commit([next("person", person, { roles: [...roles] })]);
    } catch (error) {
      person = (await deps.store.get("person", { id: person.id })) ?? person;
      throw error;
    }
    return { ...person, roles: [...roles], revision: person.revision + 1 };
  });
}

async function sayIsThere(deps: Deps, { hash, seenAt, createdAt }: Session, now: Date): Promise<void> {
  if (minutesSince(seenAt ?? createdAt, now) < limits.staffSeenMinutes) return;
  try {
    await deps.store.commit([{ patch: "session", ref: { hash }, set: { seenAt: now.toISOString() }, when: [] }]);
  } catch (error) {
    // Signed out in another tab meanwhile: this request was under way, the next is refused.
    if (!(error instanceof DomainError && error.code === "not-found")) throw error;
  }
}
