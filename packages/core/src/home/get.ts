import * as z from "zod";
import { EventView, viewEvent } from "../event/view.ts";
import { readLevel } from "../ledger/read-levels.ts";
import { limits } from "../limits.ts";
import { Vessel, vesselOf } from "../mandate/vessel.ts";
import type { Deps } from "../ports.ts";
import { UpdateView, viewUpdate } from "../update/view.ts";
import { listPublic } from "../visibility/list-public.ts";

/** The front page: what the portal has brought about so far, and what moved this week. Amounts in integer cents. */
export const HomeView = z
  .object({
    /** Of everything: the three fillings. */
    figures: Vessel.pick({ awardedCents: true, paidCents: true, spentCents: true }).extend({
      /** Verified by the municipality. */
      activeEnterprises: z.int(),
    }),
    /** Of the last seven days, newest first. */
    events: z.array(EventView),
    updates: z.array(UpdateView),
  })
  .meta({ id: "Home" });
export type HomeView = z.infer<typeof HomeView>;

/** Reads the front page. The figures are the level of everything, kept by every booking. */
export async function getHome(deps: Deps): Promise<HomeView> {
  const { store } = deps;
  const [level, enterprises, events, updates] = await Promise.all([
    readLevel(deps, {}),
    store.listAll("enterprises-public", {}),
    eventsSince(deps, new Date(deps.clock.now().getTime() - 7 * 86_400_000)),
    listPublic(deps, "updates", {}, limits.homeUpdatesMax),
  ]);
  const { awardedCents, paidCents, spentCents } = vesselOf(level);
  return {
    figures: {
      awardedCents,
      paidCents,
      spentCents,
      activeEnterprises: enterprises.length,
    },
    events: [...events],
    updates: updates.items.map((update) => viewUpdate(update, updates.nameOf)),
  };
}

/** Public events since an instant, newest first, at most `limits.homeEventsMax`; months are those of UTC, as in the keys. */
async function eventsSince(deps: Deps, since: Date): Promise<readonly EventView[]> {
  const months = new Set([deps.clock.now(), since].map((at) => at.toISOString().slice(0, 7)));
  const pages = await Promise.all(
    [...months].map((month) => listPublic(deps, "events-of-month", { month }, limits.homeEventsMax)),
  );
  return pages
    .flatMap(({ items, nameOf }) => items.map((event) => viewEvent(event, nameOf)))
    .filter(({ at }) => at >= since.toISOString())
    .slice(0, limits.homeEventsMax);
}
