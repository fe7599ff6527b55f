import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import { readRoleTable, rolesIn } from "../municipality/role-table.ts";
import { parse } from "../parse.ts";
import { addressHash } from "../person/mailbox.ts";
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
  groups: z
    .array(z.string())
    .transform((all) => all.filter(({ length }) => length <= limits.nameLengthMax).slice(0, limits.groupsOfPersonMax)),
  /** When the provider asked who it is; absent when it did not say. */
  authenticatedAt: IsoInstant.optional(),
});
export type StaffClaims = z.infer<typeof StaffClaims>;

/**
 * Signs in somebody who works for the municipality, with the roles their groups give now. Somebody with the same address
 * who came by e-mail before is the same person.
 * @throws DomainError `invalid` when the provider leaves out a name or address; `forbidden` when no group gives a role.
 */
export function signInStaff(deps: Deps, _actor: Actor, input: z.input<typeof StaffClaims>): Promise<OpenedSession> {
  const claims = parse(StaffClaims, input);
  const { authenticatedAt } = claims;
  return untilFresh(async () => {
    const roles = rolesIn(await readRoleTable(deps), claims.groups);
    if (roles.length === 0)
      throw new DomainError("forbidden", "None of your groups has a role in this portal.", {
        details: { needs: "role", groups: claims.groups.length },
      });
    const { person, changes } = await staffPerson(deps, claims, roles);
    const opened = openSession(deps, person.id, "staff", authenticatedAt === undefined ? {} : { authenticatedAt });
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
  const { email, name, groups } = claims;
  const signedInAt = deps.clock.now().toISOString();
  const said = { kind: "staff" as const, email, name, groups, roles: [...roles], subjectHash, signedInAt };
  const person: Person = known ?? {
    ...said,
    id: deps.ids.next("per"),
    createdAt: signedInAt,
    revision: 0,
  };
  const login = (hash: string, existing: Login | undefined): readonly Change[] =>
    existing === undefined ? [{ put: "login", record: { hash, personId: person.id }, refusal: "stale" }] : [];
  const self: Change = known === undefined ? { put: "person", record: person } : next("person", known, said);
  return { person, changes: [self, ...login(subjectHash, bySubject), ...login(mailHash, byAddress)] };
}
