import { dateIn, type IsoDate } from "../calendar.ts";
import { unlessRefused } from "../change.ts";
import type { FileId } from "../ids.ts";
import { limits } from "../limits.ts";
import { listUpTo } from "../list-up-to.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { StoredFile } from "./file.ts";

/** A file as one change of a commit: nothing refers to it any more, so its bytes go with the next round of `forgetFiles`. */
export function letGo({ clock }: Pick<Deps, "clock">, file: StoredFile, on: IsoDate = dateIn(clock.now())): Change {
  const { attachedTo: _before, ...bare } = file;
  return { replace: "file", record: { ...bare, forgetOn: on, revision: file.revision + 1 }, when: [] };
}

/** Files by their ids, as changes that let them go; one that is gone already is none. */
export async function letGoOf(deps: Deps, ids: readonly FileId[]): Promise<readonly Change[]> {
  const files = await Promise.all(ids.map((id) => deps.store.get("file", { id })));
  return files.flatMap((file) => (file === undefined ? [] : [letGo(deps, file)]));
}

/**
 * Forgets the files whose day has come, the earliest first: first their bytes, then the record, so that nothing is left that
 * no record names. Resolves with how many. May be done again, or after half of it.
 */
export async function forgetFiles(deps: Deps): Promise<number> {
  const today = dateIn(deps.clock.now());
  const { items } = await listUpTo(deps.store, "files-to-forget", {}, limits.forgottenAtOnceMax);
  let forgotten = 0;
  for (const { id } of items) {
    // As it is now, not as the list had it: it may have been taken up meanwhile.
    const file = await deps.store.get("file", { id });
    if (file?.forgetOn === undefined || file.forgetOn > today) continue;
    const { forgetOn } = file;
    await deps.files.forget(file);
    const when = [{ field: "forgetOn", is: "equal", value: forgetOn, refusal: "stale" }] as const;
    if (await unlessRefused(deps.store.commit([{ remove: "file", ref: { id }, when }]), "stale", "not-found"))
      forgotten++;
  }
  return forgotten;
}
