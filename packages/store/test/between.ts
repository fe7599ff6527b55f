import type { Change, Store } from "@hevel/core";

/** A guard by name: the kind of record and the field, such as `account.available`; with the change it belongs to. */
export type Drops = (kind: string, field: string, change: Change) => boolean;

/** The kind of record a change is about. */
export function kindOf(change: Change): string {
  if ("put" in change) return change.put;
  if ("replace" in change) return change.replace;
  if ("patch" in change) return change.patch;
  if ("check" in change) return change.check;
  if ("sum" in change) return change.sum;
  return change.remove;
}

function weaken(change: Change, drops: Drops): readonly Change[] {
  if ("put" in change) return drops(change.put, "exists", change) ? [] : [change];
  const when = (change.when ?? []) as readonly { readonly field: string }[];
  const kept = when.filter(({ field }) => !drops(kindOf(change), field, change));
  // The same change with fewer guards: the compiler cannot follow one kind through the union of all changes.
  return [{ ...change, when: kept } as unknown as Change];
}

/**
 * A store that forgets some guards: what a developer would have if that line were missing. A put that is named with the
 * field `exists` is left out altogether (a mark that is never written guards nothing).
 */
export function without(store: Store, drops: Drops): Store {
  const weakened = (changes: readonly Change[]) => changes.flatMap((change) => weaken(change, drops));
  const change: Change = { check: "municipality", ref: {}, when: [] };
  const isOnce = !drops("idempotency", "exists", change);
  return {
    ...store,
    commit: (changes) => store.commit(weakened(changes)),
    commitOnce: async (changes, once) => {
      if (isOnce) return store.commitOnce(weakened(changes), once);
      await store.commit(weakened(changes));
      return once.result;
    },
    replay: async (key, request) => (isOnce ? store.replay(key, request) : undefined),
  };
}

/** A store in which something else happens once, after a verb has read and decided and before it writes. */
export function meanwhile(store: Store, something: () => Promise<unknown>): Store {
  let hasHappened = false;
  const first = async () => {
    if (hasHappened) return;
    hasHappened = true;
    await something();
  };
  return {
    ...store,
    commit: async (changes) => {
      await first();
      return store.commit(changes);
    },
    commitOnce: async (changes, once) => {
      await first();
      return store.commitOnce(changes, once);
    },
  };
}
