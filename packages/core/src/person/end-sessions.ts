import { assertRole } from "../actor.ts";
import { writeAudit } from "../audit/write.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import { readRoleTable } from "../municipality/role-table.ts";
import { type StaffMember, viewStaffMember } from "../municipality/staff.ts";
import type { Actor, Deps } from "../ports.ts";

/**
 * Ends every session of somebody of staff, on every device and through both doors, from this moment on; what is under way
 * is refused when it is written. Signing in anew stays possible for who the identity provider lets in.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found` for who is no staff.
 */
export function endSessions(
  deps: Deps,
  actor: Actor,
  { personId: id }: { readonly personId: PersonId },
): Promise<StaffMember> {
  assertRole(actor, "admin");
  return untilFresh(async () => {
    const [person, table] = await Promise.all([deps.store.get("person", { id }), readRoleTable(deps)]);
    if (person?.kind !== "staff") throw new DomainError("not-found", "Nobody of staff has this id.");
    const sessionsEndedAt = deps.clock.now().toISOString();
    await deps.store.commit([
      next("person", person, { sessionsEndedAt }),
      writeAudit(deps, actor, "sessions-ended", { name: person.name ?? person.email }),
    ]);
    return viewStaffMember({ ...person, sessionsEndedAt }, table);
  });
}
