import * as z from "zod";
import { assertRole } from "../actor.ts";
import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { line } from "../text.ts";
import { type Municipality, StaffRole } from "./municipality.ts";

const revision = z.int("required").min(0);

/** Groups of the identity provider with the roles they give. */
export const GroupRoles = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          group: line(limits.nameLengthMax),
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
 * Says which groups give which roles, from everybody's next sign-in on. Somebody must be able to change it back, so one
 * group keeps `admin`. @throws DomainError `invalid`; `stale` when somebody else changed the settings.
 */
export async function setGroupRoles(deps: Deps, actor: Actor, input: z.input<typeof GroupRoles>): Promise<GroupRoles> {
  assertRole(actor, "admin");
  const { items, revision: seen } = parse(GroupRoles, input);
  const settings = await readSettings(deps);
  if (settings.revision !== seen) throw new DomainError("stale", "Somebody else changed this in the meantime.");
  const groupRoles = Object.fromEntries(items.map(({ group, roles }) => [group, [...new Set(roles)]]));
  await deps.store.commit([next("municipality", settings, { groupRoles })]);
  return viewGroupRoles({ ...settings, groupRoles, revision: settings.revision + 1 });
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
  .object({ name: z.string(), email: z.string(), roles: z.array(StaffRole) })
  .meta({ id: "StaffMember" });
export type StaffMember = z.infer<typeof StaffMember>;

/** Everybody who signed in as staff, with the roles of that time. */
export async function listStaff(deps: Deps, actor: Actor): Promise<readonly StaffMember[]> {
  assertRole(actor, "admin", "auditor");
  const staff = await deps.store.listAll("staff", {});
  return staff
    .map(({ name, email, roles }) => ({ name: name ?? email, email, roles }))
    .toSorted((left, right) => left.name.localeCompare(right.name, "nl"));
}
