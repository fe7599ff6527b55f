import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { cacheDir } from "./paths.ts";

/** Somebody may still run on what was made from older sources; after a week without a start nobody does. */
const KEPT_UNUSED_MS = 7 * 24 * 3_600_000;

const making = new Map<string, Promise<string>>();

/**
 * The folder `.local/cache/KIND-VERSION`, made by `make` unless it is there already. `version` names all it is made from, so what is there
 * is right and never changes.
 *
 * It is made in a folder of its own beside its destination, and one rename shows everybody else all of it or nothing. So any number of
 * programs may ask at the same time; within one program it is made once.
 *
 * @throws whatever `make` throws; then nothing of it is left.
 */
export function makeOnce(kind: string, version: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheDir, `${kind}-${version}`);
  const made = making.get(folder) ?? find(folder, make).finally(() => making.delete(folder));
  making.set(folder, made);
  return made;
}

async function find(folder: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (!existsSync(folder)) await makeBeside(folder, make);
  const now = new Date();
  utimesSync(folder, now, now);
  removeUnused();
  return folder;
}

async function makeBeside(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const unfinished = mkdtempSync(join(cacheDir, "unfinished-"));
  try {
    await make(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run may have put its own in place meanwhile; that one is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function removeUnused(): void {
  for (const name of readdirSync(cacheDir)) {
    const path = join(cacheDir, name);
    const usedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (usedAt < Date.now() - KEPT_UNUSED_MS) rmSync(path, { recursive: true, force: true });
  }
}
