import { limits } from "../limits.ts";
import { listUpTo } from "../list-up-to.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../ports.ts";
import { readRoleTable, rolesIn } from "./role-table.ts";

/**
 * Everybody at city hall with the roles that the municipality's table of now gives to the groups of their last sign-in.
 * Eventually consistent, for letters and showing: whether somebody may act is decided in the act's own transaction.
 */
export async function staffOfNow(deps: Deps): Promise<readonly Person[]> {
  const [{ items }, table] = await Promise.all([
    listUpTo(deps.store, "staff", {}, limits.staffMax),
    readRoleTable(deps),
  ]);
  return items.map((person) => ({ ...person, roles: [...rolesIn(table, person.groups ?? [])] }));
}
