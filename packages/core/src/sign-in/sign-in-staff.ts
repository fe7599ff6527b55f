import * as z from "zod";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { type Municipality, StaffRole } from "../municipality/municipality.ts";
import { parse } from "../parse.ts";
import { addressHash } from "../person/by-address.ts";
import { type OpenedSession, openSession } from "../person/open-session.ts";
import type { Login, Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { Email, line } from "../text.ts";

/** What the identity provider says about somebody, after signature, issuer, audience, nonce and time were checked. */
export const StaffClaims = z.object({
  issuer: z.string().min(1),
  subject: z.string().min(1).max(255),
  name: line(limits.nameLengthMax),
  email: Email,
  groups: z.array(z.string()),
});
export type StaffClaims = z.infer<typeof StaffClaims>;

const adminRoles: readonly StaffRole[] = ["admin", "auditor"];

/**
 * The roles that groups give in a municipality, in the order of `StaffRole`. Who administers roles gets no others than
 * `auditor`: nobody can hand themselves the right to move money.
 */
export function rolesOfGroups(groupRoles: Municipality["groupRoles"], groups: readonly string[]): readonly StaffRole[] {
  const given = new Set(groups.flatMap((group) => (Object.hasOwn(groupRoles, group) ? (groupRoles[group] ?? []) : [])));
  return StaffRole.options.filter((role) => given.has(role) && (!given.has("admin") || adminRoles.includes(role)));
}

/**
 * Signs in somebody who works for the municipality, with the roles their groups give now. Somebody with the same address
 * who came by e-mail before is the same person.
 * @throws DomainError `invalid` when the provider leaves out a name or address; `forbidden` when no group gives a role.
 */
export function signInStaff(deps: Deps, _actor: Actor, input: z.input<typeof StaffClaims>): Promise<OpenedSession> {
  const claims = parse(StaffClaims, input);
  return untilFresh(async () => {
    const municipality = (await deps.store.get("municipality", {})) ?? deps.municipality;
    const roles = rolesOfGroups(municipality.groupRoles, claims.groups);
    if (roles.length === 0)
      throw new DomainError("forbidden", "None of your groups has a role in this portal.", {
        details: { needs: "role", groups: claims.groups.length },
      });
    const { person, changes } = await staffPerson(deps, claims, roles);
    const opened = openSession(deps, person.id, "staff");
    await deps.store.commit([...changes, opened.change]);
    return opened;
  });
}

async function staffPerson(deps: Deps, claims: StaffClaims, roles: readonly StaffRole[]) {
  const subjectHash = deps.digest.keyed(`subject:${claims.issuer}|${claims.subject}`);
  const mailHash = addressHash(deps.digest, claims.email);
  const [bySubject, byAddress] = await Promise.all([
    deps.store.get("login", { hash: subjectHash }),
    deps.store.get("login", { hash: mailHash }),
  ]);
  const personId = bySubject?.personId ?? byAddress?.personId;
  const known = personId === undefined ? undefined : await deps.store.get("person", { id: personId });
  const said = { kind: "staff" as const, email: claims.email, name: claims.name, roles: [...roles], subjectHash };
  const person: Person = known ?? {
    ...said,
    id: deps.ids.next("per"),
    createdAt: deps.clock.now().toISOString(),
    revision: 0,
  };
  const login = (hash: string, existing: Login | undefined): readonly Change[] =>
    existing === undefined ? [{ put: "login", record: { hash, personId: person.id }, refusal: "stale" }] : [];
  const self: Change = known === undefined ? { put: "person", record: person } : next("person", known, said);
  return { person, changes: [self, ...login(subjectHash, bySubject), ...login(mailHash, byAddress)] };
}
