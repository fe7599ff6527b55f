import { DomainError, keepRoleTable, type Municipality, next, type Store } from "@hevel/core";
import { StartError } from "../start-error.ts";
import type { SettingsFile } from "./settings-file.ts";

/** What came of putting settings in the table. */
export type Stored = { readonly isNew: boolean; readonly revision: number };

/**
 * Puts a municipality's settings in its table. Nobody's work is undone: settings that are there are replaced only by a file that
 * was made from them (`get`), and a district that proposals may refer to is not dropped in passing.
 *
 * @throws StartError that says what to do.
 */
export async function storeSettings(
  store: Pick<Store, "get" | "commit">,
  { settings, revision }: SettingsFile,
  { dropsDistricts = false }: { readonly dropsDistricts?: boolean } = {},
): Promise<Stored> {
  const current = await store.get("municipality", {});
  if (current === undefined) {
    const record = { ...settings, revision: 0 };
    await committed(store.commit([{ put: "municipality", record }, keepRoleTable(undefined, record)]));
    return { isNew: true, revision: 0 };
  }
  if (revision === undefined)
    throw new StartError(
      `${settings.code} has settings already (revision ${current.revision}). Fetch them with "get", change those and put them back.`,
    );
  if (revision !== current.revision)
    throw new StartError(
      `Your file was made from revision ${revision}, and the settings are at ${current.revision}: somebody changed them. Fetch them again with "get".`,
    );
  const dropped = droppedBy(current, settings);
  if (dropped.length > 0 && !dropsDistricts)
    throw new StartError(
      `Your file leaves out ${dropped.join(", ")}: what was started there would have no district. If nothing was, say --drop-districts.`,
    );
  // A field that the file leaves out is gone, so each that was there is named.
  const emptied = Object.fromEntries(Object.keys(current).map((field) => [field, undefined]));
  const roleTable = await store.get("role-table", {});
  const changed = { ...settings, revision: current.revision + 1 };
  await committed(
    store.commit([
      next("municipality", current, { ...emptied, ...settings }),
      // Roles are judged by this small table in every act, so it may not lag behind.
      keepRoleTable(roleTable, changed),
    ]),
  );
  return { isNew: false, revision: current.revision + 1 };
}

function droppedBy(current: Municipality, { districts }: Municipality): readonly string[] {
  const kept = new Set(districts.map(({ code }) => code));
  return current.districts.filter(({ code }) => !kept.has(code)).map(({ code, name }) => `${name} (${code})`);
}

async function committed(commit: Promise<void>): Promise<void> {
  try {
    await commit;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new StartError(`Somebody else changed the settings at this very moment. Fetch them again with "get".`);
  }
}
