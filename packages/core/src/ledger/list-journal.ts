import { dateIn } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Page, Paging } from "../store.ts";
import type { Journal } from "./account.ts";
import { fitting, type JournalFilter } from "./journal-filter.ts";
import { type JournalView, viewJournals } from "./journal-view.ts";

/** A page of the journal, newest line first. */
export interface JournalPage {
  readonly items: readonly JournalView[];
  readonly cursor?: string;
}

/** Store pages read for one answer: a filter that fits nothing gives an empty page with a cursor instead of a long wait. */
const readsMax = 24;

/**
 * The journal, newest line first: the lines of a mandate or an enterprise from their own list, all others month by month.
 * Public. @throws DomainError `invalid` for a cursor that is not ours.
 */
export async function listJournal(deps: Deps, filter: JournalFilter, paging: Paging = {}): Promise<JournalPage> {
  const limit = Math.min(paging.limit ?? limits.pageSizeMax, limits.pageSizeMax);
  const { found, cursor } = await readJournal(deps, filter, {
    limit,
    ...(paging.cursor === undefined ? {} : { cursor: paging.cursor }),
  });
  const items = await viewJournals(deps, found);
  return cursor === undefined ? { items } : { items, cursor };
}

/** Every line that fits, oldest first: reads the whole journal, and so is not for who just asks. */
export async function allJournals(deps: Deps, filter: JournalFilter): Promise<readonly Journal[]> {
  const [first, fits] = await Promise.all([firstMonth(deps, filter), fitting(deps, filter)]);
  const all: Journal[] = [];
  const last = lastMonth(deps, filter);
  for (let month = first; month <= last; month = monthFrom(month, 1))
    all.push(...(await deps.store.listAll("journals-of-month", { month })));
  return all.filter(fits);
}

interface Asked {
  readonly limit: number;
  readonly cursor?: string;
}

async function readJournal(
  deps: Deps,
  filter: JournalFilter,
  { limit, cursor }: Asked,
): Promise<{ found: readonly Journal[]; cursor?: string }> {
  const [earliest, fits] = await Promise.all([firstMonth(deps, filter), fitting(deps, filter)]);
  const latest = lastMonth(deps, filter);
  const isOwn = filter.mandateId !== undefined || filter.enterpriseId !== undefined;
  const begin = isOwn ? own : latest;
  const isPast = ({ at }: Place) => at !== own && (at < earliest || at > latest);
  let place: Place | undefined = cursor === undefined ? { at: begin } : read(cursor);
  const found: Journal[] = [];
  for (let left = readsMax; place !== undefined && !isPast(place) && found.length < limit && left > 0; left--) {
    const page = await readPage(deps, filter, place, { limit: limit - found.length });
    found.push(...page.items.filter(fits));
    if (page.cursor !== undefined) place = { at: place.at, cursor: page.cursor };
    else place = place.at === own ? undefined : { at: monthFrom(place.at, -1) };
  }
  return place === undefined || isPast(place) ? { found } : { found, cursor: write(place) };
}

function readPage(
  { store }: Deps,
  { mandateId, enterpriseId }: JournalFilter,
  { at, cursor }: Place,
  { limit }: Pick<Asked, "limit">,
): Promise<Page<Journal>> {
  const paging = { limit, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) };
  if (at !== own) return store.list("journals-of-month", { month: at }, paging);
  if (mandateId !== undefined) return store.list("journals-of-mandate", { mandateId }, paging);
  return store.list("journals-of-enterprise", { enterpriseId: enterpriseId ?? "" }, paging);
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

function monthFrom(month: string, months: 1 | -1): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1))
    .toISOString()
    .slice(0, 7);
}

/** The list of one mandate or enterprise, instead of a month. */
const own = "own";

/** Where reading goes on: a month or the own list, and a place in it. */
interface Place {
  readonly at: string;
  readonly cursor?: string;
}

const write = ({ at, cursor }: Place) => `${at}.${cursor ?? ""}`;

function read(cursor: string): Place {
  const [, at, rest] = /^(\d{4}-(?:0[1-9]|1[0-2])|own)\.(.*)$/s.exec(cursor) ?? [];
  if (at === undefined || rest === undefined)
    throw new DomainError("invalid", "This cursor is not one of ours.", {
      fields: [{ path: "cursor", code: "cursor" }],
    });
  return rest === "" ? { at } : { at, cursor: rest };
}
