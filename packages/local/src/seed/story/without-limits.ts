import type { Store } from "@hevel/core";

/**
 * A store that counts nothing against a limit. Limits keep strangers from filling mailboxes and disks; while history is told
 * nobody else is there, and counters of a year ago would only cost time.
 */
export function withoutLimits(store: Store): Store {
  return {
    ...store,
    get: async (kind, ref) => (kind === "rate-limit" ? undefined : store.get(kind, ref)),
    countWithin: async () => true,
  };
}
