import type { Queries, QueryName, Records } from "./records.ts";
import type { Store } from "./store.ts";

/** The beginning of a list: at most `max` records in its own order, and whether there are more. */
export async function listUpTo<Q extends QueryName>(
  store: Store,
  query: Q,
  params: Queries[Q]["params"],
  max: number,
): Promise<{ readonly items: readonly Records[Queries[Q]["kind"]][]; readonly hasMore: boolean }> {
  const items: Records[Queries[Q]["kind"]][] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(query, params, {
      limit: max - items.length,
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < max);
  return { items, hasMore: cursor !== undefined };
}
