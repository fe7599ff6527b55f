import * as z from "zod";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type Municipality, StaffRole } from "./municipality.ts";

const groups = z.array(z.string()).max(limits.groupsMax);

/**
 * Which groups give each role, as it is in the municipality's settings at `revision`, kept in the same commit. The settings
 * hold the shapes of districts and are too large for every act of staff to depend on; this is small, so each act can
 * carry the condition that the group which gave its role still gives it.
 */
export const RoleTable = z.strictObject({
  officer: groups,
  council: groups,
  finance: groups,
  clerk: groups,
  professional: groups,
  auditor: groups,
  admin: groups,
  revision: z.int().min(0),
});
export type RoleTable = z.infer<typeof RoleTable>;

const rolesBesideAdmin: readonly StaffRole[] = ["admin", "auditor"];

/** The table that follows from the settings. */
export function roleTableOf({ groupRoles, revision }: Pick<Municipality, "groupRoles" | "revision">): RoleTable {
  const given = (role: StaffRole) =>
    Object.entries(groupRoles)
      .filter(([, roles]) => roles.includes(role))
      .map(([group]) => group);
  const rows = StaffRole.options.map((role) => [role, given(role)]);
  return RoleTable.parse({ ...Object.fromEntries(rows), revision });
}

/**
 * The roles that groups give, in the order of `StaffRole`. Who administers roles gets no others than `auditor`: nobody can
 * hand themselves the right to move money.
 */
export function rolesIn(table: RoleTable, groups: readonly string[]): readonly StaffRole[] {
  const given = (role: StaffRole) => table[role].some((group) => groups.includes(group));
  return StaffRole.options.filter((role) => given(role) && (!given("admin") || rolesBesideAdmin.includes(role)));
}

/** The change that keeps the table with new settings; `stale` when somebody else kept another first. */
export function keepRoleTable(current: RoleTable | undefined, settings: Municipality): Change {
  const record = roleTableOf(settings);
  if (current === undefined) return { put: "role-table", record, refusal: "stale" };
  const when = [{ field: "revision", is: "equal", value: current.revision, refusal: "stale" }] as const;
  return { replace: "role-table", record, when };
}

/** The table of now. Settings that were written without it (the first time, or by a tool) are taken up here. */
export async function readRoleTable(deps: Deps): Promise<RoleTable> {
  const table = await deps.store.get("role-table", {});
  if (table !== undefined && table.revision >= deps.municipality.revision) return table;
  const settings = (await deps.store.get("municipality", {})) ?? deps.municipality;
  if (table === undefined || table.revision < settings.revision) await takeUp(deps, table, settings);
  return roleTableOf(settings);
}

async function takeUp(deps: Deps, table: RoleTable | undefined, settings: Municipality): Promise<void> {
  try {
    await deps.store.commit([keepRoleTable(table, settings)]);
  } catch (error) {
    // Somebody else took them up at the same moment.
    if (!(error instanceof DomainError && error.code === "stale")) throw error;
  }
}
