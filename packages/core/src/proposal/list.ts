import { allItems } from "../district/district-item.ts";
import { proposalsOf } from "../district/read-items.ts";
import { DomainError } from "../errors.ts";
import type { DistrictCode, EnterpriseId } from "../ids.ts";
import { limits } from "../limits.ts";
import { readOverview } from "../municipality/overview.ts";
import type { Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { type ProposalCard, viewCard } from "./card.ts";
import type { Proposal, ProposalStatus, Theme } from "./proposal.ts";

/** Which proposals to list; every filter is optional and they add up. */
export interface ProposalFilter {
  readonly district?: DistrictCode | undefined;
  readonly status?: ProposalStatus | undefined;
  readonly enterpriseId?: EnterpriseId | undefined;
  readonly theme?: Theme | undefined;
  readonly limit?: number | undefined;
  /** The last id of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * Every public proposal, newest first; drafts, and what an unchecked or refused enterprise sent in, are not on it. A municipality has hundreds, so the
 * filters run here and a page ends exactly at its limit.
 * @throws DomainError `invalid` when the cursor is not on this list.
 */
export async function listProposals(deps: Deps, filter: ProposalFilter): Promise<Page<ProposalCard>> {
  const [proposals, overview] = await Promise.all([newestOf(deps, filter), readOverview(deps)]);
  const found = proposals.filter(({ status, enterpriseId, plan }) => {
    if (!overview.isPublic(enterpriseId)) return false;
    if (filter.status !== undefined && filter.status !== status) return false;
    if (filter.enterpriseId !== undefined && filter.enterpriseId !== enterpriseId) return false;
    return filter.theme === undefined || plan?.themes.includes(filter.theme) === true;
  });
  const before = filter.cursor === undefined ? -1 : found.findIndex(({ id }) => id === filter.cursor);
  if (filter.cursor !== undefined && before === -1)
    throw new DomainError("invalid", "This cursor is not one of this list.", {
      fields: [{ path: "cursor", code: "cursor" }],
    });
  const page = found.slice(before + 1, before + 1 + Math.min(filter.limit ?? limits.pageSizeMax, limits.pageSizeMax));
  const last = page.at(-1);
  const items = await Promise.all(page.map((proposal) => viewCard(deps, proposal, overview)));
  return last === undefined || last.id === found.at(-1)?.id ? { items } : { items, cursor: last.id };
}

/** Those of one district by its own list, which has also what is for more districts or for the whole municipality. */
async function newestOf(deps: Deps, { district }: ProposalFilter): Promise<readonly Proposal[]> {
  if (district !== undefined) return proposalsOf(deps, await allItems(deps, district, "proposal"));
  return (await deps.store.listAll("proposals-public", {})).toReversed();
}
