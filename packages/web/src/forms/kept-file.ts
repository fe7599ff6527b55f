/**
 * A chosen file that can only be sent later, kept on this device so that it outlives a reload, as the draft beside it does.
 * Where the device keeps nothing (a private window, a locked-down browser) it is chosen again.
 */
const name = "hevel-files";
const store = "files";

/** Keeps a file under the key of its draft; `undefined` forgets it. Never throws. */
export async function keepFile(key: string, file: File | undefined): Promise<void> {
  if (file === undefined) await use("readwrite", (files) => files.delete(key));
  else await use("readwrite", (files) => files.put({ file, at: Date.now() }, key));
}

/** The file that was kept, at most as long as a draft; undefined when there is none. Never throws. */
export async function keptFile(key: string, daysMax: number): Promise<File | undefined> {
  const kept: unknown = await use("readonly", (files) => files.get(key));
  if (typeof kept !== "object" || kept === null || !("file" in kept) || !("at" in kept)) return undefined;
  const isYoung = typeof kept.at === "number" && Date.now() - kept.at <= daysMax * 86_400_000;
  return kept.file instanceof File && isYoung ? kept.file : undefined;
}

/** Forgets every file; at sign-out. */
export function forgetFiles(): void {
  globalThis.indexedDB?.deleteDatabase(name);
}

function use<T>(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(undefined);
    try {
      const opening = indexedDB.open(name, 1);
      opening.addEventListener("upgradeneeded", () => void opening.result.createObjectStore(store));
      opening.addEventListener("error", giveUp);
      opening.addEventListener("success", () => {
        const database = opening.result;
        // Signing out in another tab must not wait for this one.
        database.addEventListener("versionchange", () => database.close());
        const transaction = database.transaction(store, mode);
        const request = act(transaction.objectStore(store));
        transaction.addEventListener("complete", () => {
          database.close();
          resolve(request.result);
        });
        transaction.addEventListener("abort", giveUp);
      });
    } catch {
      giveUp();
    }
  });
}
