import * as z from "zod";
import { dateIn, IsoDate } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { DistrictCode, EnterpriseId, MandateId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Page, Paging } from "../store.ts";
import { type Journal, JournalKind } from "./account.ts";
import { type JournalView, viewJournals } from "./journal-view.ts";

/** Which lines of the journal: all that are given must hold. `from` and `until` are booking dates, both included. */
export const JournalFilter = z.object({
  district: DistrictCode.optional(),
  enterpriseId: EnterpriseId.optional(),
  mandateId: MandateId.optional(),
  kind: JournalKind.optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
});
export type JournalFilter = z.infer<typeof JournalFilter>;

/** A page of the journal, newest line first. */
export interface JournalPage {
  readonly items: readonly JournalView[];
  readonly cursor?: string;
}

/** Store pages read for one answer: a filter that fits nothing gives an empty page with a cursor instead of a long wait. */
const readsMax = 24;

/** The journal, newest line first, month by month. Public. @throws DomainError `invalid` for a cursor that is not ours. */
export async function listJournal(deps: Deps, filter: JournalFilter, paging: Paging = {}): Promise<JournalPage> {
  const limit = Math.min(paging.limit ?? limits.pageSizeMax, limits.pageSizeMax);
  const first = await firstMonth(deps, filter);
  let place: Place = paging.cursor === undefined ? { month: lastMonth(deps, filter) } : read(paging.cursor);
  const found: Journal[] = [];
  for (let reads = 0; place.month >= first && found.length < limit && reads < readsMax; reads++) {
    const { month, cursor }: Place = place;
    const page: Page<Journal> = await deps.store.list(
      "journals-of-month",
      { month },
      { limit: limit - found.length, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) },
    );
    found.push(...page.items.filter((journal) => fits(journal, filter)));
    place = page.cursor === undefined ? { month: monthBefore(month) } : { month, cursor: page.cursor };
  }
  const items = await viewJournals(deps, found);
  return place.month < first ? { items } : { items, cursor: write(place) };
}

/** Every line that fits, oldest first: reads the whole journal, and so is not for who just asks. */
export async function allJournals(deps: Deps, filter: JournalFilter): Promise<readonly Journal[]> {
  const all: Journal[] = [];
  const last = lastMonth(deps, filter);
  for (let month = await firstMonth(deps, filter); month <= last; month = monthAfter(month))
    all.push(...(await deps.store.listAll("journals-of-month", { month })));
  return all.filter((journal) => fits(journal, filter));
}

/** Whether a line is in a selection. */
export function fits(journal: Journal, filter: JournalFilter): boolean {
  const { district, enterpriseId, mandateId, kind, from, until } = filter;
  const same = <T>(asked: T | undefined, actual: T | undefined) => asked === undefined || asked === actual;
  return (
    same(district, journal.district) &&
    same(enterpriseId, journal.enterpriseId) &&
    same(mandateId, journal.mandateId) &&
    same(kind, journal.kind) &&
    (from === undefined || journal.bookDate >= from) &&
    (until === undefined || journal.bookDate <= until)
  );
}

/** Nothing is booked before there is a pot. */
async function firstMonth(deps: Deps, { from }: JournalFilter): Promise<string> {
  const { items } = await deps.store.list("pots", {}, { limit: 1 });
  const [pot] = items;
  const opened = dateIn(pot === undefined ? deps.clock.now() : new Date(pot.createdAt)).slice(0, 7);
  return from !== undefined && from.slice(0, 7) > opened ? from.slice(0, 7) : opened;
}

function lastMonth(deps: Deps, { until }: JournalFilter): string {
  const current = dateIn(deps.clock.now()).slice(0, 7);
  return until !== undefined && until.slice(0, 7) < current ? until.slice(0, 7) : current;
}

function monthBefore(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 1)).toISOString().slice(0, 7);
}

function monthAfter(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}

/** Where reading goes on: a month, and a place in it. */
interface Place {
  readonly month: string;
  readonly cursor?: string;
}

const write = ({ month, cursor }: Place) => `${month}.${cursor ?? ""}`;

function read(cursor: string): Place {
  const month = cursor.slice(0, 7);
  if (!/^\d{4}-(0[1-9]|1[0-2])\.$/.test(cursor.slice(0, 8)))
    throw new DomainError("invalid", "This cursor is not one of ours.", {
      fields: [{ path: "cursor", code: "cursor" }],
    });
  const rest = cursor.slice(8);
  return rest === "" ? { month } : { month, cursor: rest };
}
