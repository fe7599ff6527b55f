/** How long a draft stays on a device: long enough for a holiday, short enough for a shared computer. */
export const draftDaysMax = 30;

/** Under this key stands who was signed in last; it is no draft. */
export const lastViewerKey = "wie";

const prefix = "hevel:draft:";

/** The part of `Storage` that drafts use; `undefined` where there is none (on the server, in a locked-down browser). */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export interface Drafts {
  /** Keeps what was typed. False when the device refuses (full, private window): the form then says so. */
  keep(key: string, value: unknown): boolean;
  /** What was kept under the key, or undefined when there is nothing, it is too old or unreadable. */
  read(key: string): unknown;
  /** Whether anything is kept that somebody typed. */
  hasAny(): boolean;
  /** Forgets one draft; after sending. */
  clear(key: string): void;
  /** Forgets every draft; at sign-out. */
  clearAll(): void;
  /** Forgets the drafts that are too old; at start. */
  sweep(): void;
}

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

/** Drafts on this device. A draft survives a closed tab, an expired session and an error; never the sending. */
export function makeDrafts(storage: () => DraftStorage | undefined, now: () => number): Drafts {
  const open = (): DraftStorage | undefined => {
    try {
      return storage();
    } catch {
      // Reading window.localStorage itself throws where cookies are blocked.
      return undefined;
    }
  };
  const keys = (store: DraftStorage) =>
    Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
      (key) => key?.startsWith(prefix) === true,
    );
  const parse = (text: string | null): Kept | undefined => {
    try {
      const kept: unknown = JSON.parse(text ?? "null");
      return isKept(kept) && now() - kept.at <= draftDaysMax * 86_400_000 ? kept : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    keep(key, value) {
      try {
        const store = open();
        store?.setItem(prefix + key, JSON.stringify({ at: now(), value } satisfies Kept));
        return store !== undefined;
      } catch {
        return false;
      }
    },
    read: (key) => parse(open()?.getItem(prefix + key) ?? null)?.value,
    hasAny() {
      const store = open();
      if (store === undefined) return false;
      return keys(store).some(
        (key) => key !== null && key !== prefix + lastViewerKey && parse(store.getItem(key)) !== undefined,
      );
    },
    clear: (key) => open()?.removeItem(prefix + key),
    clearAll() {
      const store = open();
      if (store !== undefined) for (const key of keys(store)) if (key !== null) store.removeItem(key);
    },
    sweep() {
      const store = open();
      if (store === undefined) return;
      for (const key of keys(store)) if (key !== null && parse(store.getItem(key)) === undefined) store.removeItem(key);
    },
  };
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === "object" && value !== null && "at" in value && typeof value.at === "number" && "value" in value
  );
}

/** The drafts of this browser. */
export const drafts = makeDrafts(
  () => globalThis.localStorage as Storage | undefined,
  () => Date.now(),
);
