import type { DistrictCode } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";
import type { Update } from "../update/update.ts";
import { type DistrictItem, listItems } from "./district-item.ts";

/** The newest proposals of a district that stand in lists, at most `limit`; whether their enterprise is public is for the reader to ask. */
export async function readProposals(deps: Deps, code: DistrictCode, limit: number): Promise<readonly Proposal[]> {
  return proposalsOf(deps, await listItems(deps, code, "proposal", limit));
}

/** The proposals that these lines name, in their order, without those that stand in no list. */
export async function proposalsOf({ store }: Deps, items: readonly DistrictItem[]): Promise<readonly Proposal[]> {
  const found = await Promise.all(items.map(({ proposalId: id }) => store.get("proposal", { id })));
  return found.flatMap((proposal) =>
    proposal === undefined || proposal.isUnlisted || proposal.hidden !== undefined ? [] : [proposal],
  );
}

/** The newest news of a district, at most `limit`, without that of a hidden proposal. */
export async function readUpdates(deps: Deps, code: DistrictCode, limit: number): Promise<readonly Update[]> {
  const items = await listItems(deps, code, "update", limit);
  const found = await Promise.all(
    items.map(({ updateId: id, proposalId }) =>
      id === undefined ? undefined : deps.store.get("update", { id, proposalId }),
    ),
  );
  return found.flatMap((update) => (update === undefined || update.isHidden ? [] : [update]));
}
