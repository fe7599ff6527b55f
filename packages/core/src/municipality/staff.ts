import * as z from "zod";
import { assertRole } from "../actor.ts";
import { writeAudit } from "../audit/write.ts";
import { IsoInstant } from "../calendar.ts";
import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { GroupName, type Municipality, StaffRole } from "./municipality.ts";
import { keepRoleTable, type RoleTable, readRoleTable, rolesIn } from "./role-table.ts";

const revision = z.int("required").min(0);

/** Groups of the identity provider with the roles they give. */
export const GroupRoles = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          group: GroupName,
          roles: z.array(StaffRole).min(1, "required").max(StaffRole.options.length, "too-many"),
        }),
      )
      .max(limits.groupsMax, "too-many"),
    /** The one that was read, so that two who edit do not undo each other. */
    revision,
  })
  .superRefine(({ items }, context) => {
    const groups = items.map(({ group }) => group);
    for (const [index, group] of groups.entries())
      if (groups.indexOf(group) < index)
        context.addIssue({ code: "custom", message: "twice", path: ["items", index, "group"] });
    if (!items.some(({ roles }) => roles.includes("admin")))
      context.addIssue({ code: "custom", message: "admin-needed", path: ["items"] });
  })
  .meta({ id: "GroupRoles" });
export type GroupRoles = z.infer<typeof GroupRoles>;

/** Which groups give which roles, for who administers and for who audits. */
export async function listGroupRoles(deps: Deps, actor: Actor): Promise<GroupRoles> {
  assertRole(actor, "admin", "auditor");
  return viewGroupRoles(await readSettings(deps));
}

/**
 * Says which groups give which roles, from this moment on: who is signed in has the roles of now, and an act under way with
 * a role that is taken away is refused. Somebody must be able to change it back, so one group keeps `admin`. @throws DomainError `invalid`; `stale` when somebody else changed the settings.
 */
export async function setGroupRoles(deps: Deps, actor: Actor, input: z.input<typeof GroupRoles>): Promise<GroupRoles> {
  assertRole(actor, "admin");
  const { items, revision: seen } = parse(GroupRoles, input);
  const settings = await readSettings(deps);
  if (settings.revision !== seen) throw new DomainError("stale", "Somebody else changed this in the meantime.");
  const groupRoles = Object.fromEntries(items.map(({ group, roles }) => [group, [...new Set(roles)]]));
  const after = { ...settings, groupRoles, revision: settings.revision + 1 };
  await deps.store.commit([
    next("municipality", settings, { groupRoles }),
    keepRoleTable(await deps.store.get("role-table", {}), after),
    writeAudit(deps, actor, "group-roles-set", { groups: items.length }),
  ]);
  return viewGroupRoles(after);
}

async function readSettings(deps: Deps): Promise<Municipality> {
  const settings = await deps.store.get("municipality", {});
  if (settings === undefined) throw new DomainError("not-found", "This municipality is not set up.");
  return settings;
}

function viewGroupRoles({ groupRoles, revision }: Municipality): GroupRoles {
  return { items: Object.entries(groupRoles).map(([group, roles]) => ({ group, roles })), revision };
}

/** Somebody who works for the municipality. */
export const StaffMember = z
  .object({
    id: PersonId,
    name: z.string(),
    email: z.string(),
    /** What their groups give now. */
    roles: z.array(StaffRole),
    signedInAt: IsoInstant.optional(),
    /** Every session that began until then was ended by an admin. */
    sessionsEndedAt: IsoInstant.optional(),
  })
  .meta({ id: "StaffMember" });
export type StaffMember = z.infer<typeof StaffMember>;

/** Somebody of staff as who administers sees them. */
export function viewStaffMember(person: Person, table: RoleTable): StaffMember {
  const { name = person.email, groups = [] } = person;
  return StaffMember.parse({ ...person, name, roles: rolesIn(table, groups) });
}

/** Everybody who ever signed in as staff, with the roles their groups give now and their last sign-in. */
export async function listStaff(deps: Deps, actor: Actor): Promise<readonly StaffMember[]> {
  assertRole(actor, "admin", "auditor");
  const [staff, table] = await Promise.all([deps.store.listAll("staff", {}), readRoleTable(deps)]);
  return staff
    .map((person) => viewStaffMember(person, table))
    .toSorted((left, right) => left.name.localeCompare(right.name, "nl"));
}
