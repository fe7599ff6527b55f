import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { DistrictCode, EnterpriseId, ProposalId, UpdateId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Districts } from "./districts.ts";

/**
 * That a proposal or news stands on the page of a district, or (`all`) of every district: one line for each district that it
 * is for, so that a page reads what is its own. Whether it is public is judged when it is read.
 */
export const DistrictItem = z.strictObject({
  area: DistrictCode.or(z.literal("all")),
  kind: z.enum(["proposal", "update"]),
  /** By what the list is in order: when it was sent in or posted. */
  at: IsoInstant,
  proposalId: ProposalId,
  updateId: UpdateId.optional(),
  enterpriseId: EnterpriseId,
});
export type DistrictItem = z.infer<typeof DistrictItem>;

type Placed = Omit<DistrictItem, "area">;

/** The lines of something in each of its districts. */
export const placeIn = (districts: Districts, item: Placed): readonly Change[] =>
  areasOf(districts).map((area) => ({ put: "district-item", record: { area, ...item } }));

/** What changes in those lines when it is for other districts than before. */
export function moveTo(districts: Districts, before: Districts, item: Placed): readonly Change[] {
  const [now, then] = [areasOf(districts), areasOf(before)];
  const added = now.filter((area) => !then.includes(area));
  const gone = then.filter((area) => !now.includes(area));
  return [
    ...added.map((area): Change => ({ put: "district-item", record: { area, ...item } })),
    ...gone.map((area): Change => ({ remove: "district-item", ref: { area, ...item }, when: [] })),
  ];
}

/**
 * The newest lines of a district, its own and those of the whole municipality together, at most `limit`. One with another
 * `limit` begins at the same line.
 */
export async function listItems(
  { store }: Pick<Deps, "store">,
  area: DistrictItem["area"],
  kind: DistrictItem["kind"],
  limit: number,
): Promise<readonly DistrictItem[]> {
  const lists = await Promise.all(
    ([area, "all"] as const).map((each) =>
      store.list("items-of-district", { area: each, kind }, { newestFirst: true, limit }),
    ),
  );
  return newest(lists.flatMap(({ items }) => items)).slice(0, limit);
}

/** Every line of a district, newest first: what a list with filters walks over. */
export async function allItems(
  { store }: Pick<Deps, "store">,
  area: DistrictItem["area"],
  kind: DistrictItem["kind"],
): Promise<readonly DistrictItem[]> {
  const lists = await Promise.all(
    ([area, "all"] as const).map((each) => store.listAll("items-of-district", { area: each, kind })),
  );
  return newest(lists.flat());
}

const areasOf = (districts: Districts): readonly DistrictItem["area"][] => (districts === "all" ? ["all"] : districts);

const newest = (items: readonly DistrictItem[]): readonly DistrictItem[] =>
  items.toSorted((left, right) => (keyOf(left) < keyOf(right) ? 1 : -1));

const keyOf = ({ at, proposalId, updateId }: DistrictItem) => `${at}#${updateId ?? proposalId}`;
