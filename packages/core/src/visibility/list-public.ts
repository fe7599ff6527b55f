import type { Enterprise } from "../enterprise/enterprise.ts";
import type { EnterpriseId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Queries, Records } from "../records.ts";
import type { Page } from "../store.ts";
import { isPublic, publicIdentity } from "./visibility.ts";

/** Lists of what an enterprise said or did in public. Only what was public when it was written is in them. */
type Said = "updates" | "events-of-month";

/** Pages read for one answer: what was hidden later may thin a page out, but never makes a read without end. */
const readsMax = 5;

/** What was read, newest first, and what the enterprises in it are called in public. */
export interface PublicLines<R> {
  readonly items: readonly R[];
  readonly nameOf: (id: EnterpriseId) => string;
}

/** The newest lines whose enterprise is public now, at most `limit`. Each enterprise is read once, by its key. */
export async function listPublic<Q extends Said>(
  deps: Deps,
  query: Q,
  params: Queries[Q]["params"],
  limit: number,
): Promise<PublicLines<ItemOf<Q>>> {
  const names = new Map<EnterpriseId, string | undefined>();
  const items: ItemOf<Q>[] = [];
  let cursor: string | undefined;
  for (let reads = 0; reads < readsMax && items.length < limit; reads++) {
    const page: Page<ItemOf<Q>> = await deps.store.list(query, params, {
      newestFirst: true,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    await learn(deps, names, page.items);
    items.push(...page.items.filter(({ enterpriseId }) => names.get(enterpriseId) !== undefined));
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return { items: items.slice(0, limit), nameOf: (id) => names.get(id) ?? "" };
}

type ItemOf<Q extends Said> = Records[Queries[Q]["kind"]];

async function learn(
  deps: Deps,
  names: Map<EnterpriseId, string | undefined>,
  items: readonly { readonly enterpriseId: EnterpriseId }[],
): Promise<void> {
  const unknown = [...new Set(items.map(({ enterpriseId }) => enterpriseId))].filter((id) => !names.has(id));
  const enterprises = await Promise.all(unknown.map((id) => deps.store.get("enterprise", { id })));
  unknown.forEach((id, index) => {
    names.set(id, publicName(enterprises[index]));
  });
}

/** What an enterprise is called in public; undefined when it is not public. */
export function publicName(enterprise: Enterprise | undefined): string | undefined {
  return enterprise !== undefined && isPublic(enterprise) ? publicIdentity(enterprise).name : undefined;
}
