import { dateIn } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import type { DistrictCode } from "../ids.ts";
import { limits } from "../limits.ts";
import { readOverview } from "../municipality/overview.ts";
import type { Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { type EnterpriseCard, viewEnterpriseCard } from "./card.ts";

/** Which enterprises to list; `cursor` is the last id of the page before. */
export interface EnterpriseFilter {
  readonly district?: DistrictCode | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/**
 * Every public enterprise in order of its public name. A municipality has hundreds at most, so the filter runs here and a page ends
 * exactly at its limit. @throws DomainError `invalid` when the cursor is not on this list.
 */
export async function listEnterprises(deps: Deps, filter: EnterpriseFilter): Promise<Page<EnterpriseCard>> {
  const overview = await readOverview(deps);
  const found = overview.enterprises.filter(
    ({ profile }) => filter.district === undefined || profile.districts.includes(filter.district),
  );
  const before = filter.cursor === undefined ? -1 : found.findIndex(({ id }) => id === filter.cursor);
  if (filter.cursor !== undefined && before === -1)
    throw new DomainError("invalid", "This cursor is not one of this list.", {
      fields: [{ path: "cursor", code: "cursor" }],
    });
  const page = found.slice(before + 1, before + 1 + Math.min(filter.limit ?? limits.pageSizeMax, limits.pageSizeMax));
  const last = page.at(-1);
  const today = dateIn(deps.clock.now());
  const items = await Promise.all(page.map((enterprise) => viewEnterpriseCard(enterprise, overview, today)));
  return last === undefined || last.id === found.at(-1)?.id ? { items } : { items, cursor: last.id };
}
