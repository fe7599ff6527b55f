import type { Deps } from "@hevel/core";

/** For tests: these deps, with every read written down. */
export function counted({ store, ...deps }: Deps) {
  const reads: string[] = [];
  const counting: Deps["store"] = {
    ...store,
    get: (kind, ref) => {
      reads.push(kind);
      return store.get(kind, ref);
    },
    list: (query, params, paging) => {
      reads.push(`list ${query}`);
      return store.list(query, params, paging);
    },
    listAll: (query, params) => {
      reads.push(`all ${query}`);
      return store.listAll(query, params);
    },
  };
  return { deps: { ...deps, store: counting }, reads };
}
