import * as z from "zod";
import { dateIn, IsoInstant } from "../calendar.ts";
import { next } from "../change.ts";
import { DomainError, invariant } from "../errors.ts";
import { JournalId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import type { Journal } from "./account.ts";
import { allJournals } from "./list-journal.ts";
import { LedgerVerification, verifyLedger } from "./verify.ts";

/**
 * What is computed from the whole ledger and kept for everybody who asks: a public reader costs as much as the answer is long,
 * however large the ledger behind it is.
 */
const PublicationName = z.enum(["journal", "verification"]);
type PublicationName = z.infer<typeof PublicationName>;

/** Which version is the newest, and in how many pieces it is kept. */
export const Publication = z.strictObject({
  name: PublicationName,
  /** When it was computed. */
  version: IsoInstant,
  pieces: z.int().min(0),
  /** The newest line of the journal in it; absent while nothing was booked. */
  newestJournalId: JournalId.optional(),
  revision: z.int().min(0),
});
export type Publication = z.infer<typeof Publication>;

/** A part of one version, small enough for one record. An older version goes by itself. */
export const PublicationPiece = z.strictObject({
  name: PublicationName,
  version: IsoInstant,
  index: z.int().min(0),
  text: z.string(),
  expiresAt: IsoInstant,
});
export type PublicationPiece = z.infer<typeof PublicationPiece>;

/** UTF-16 units in one piece: three bytes each at most, and a record holds 400 kB. */
const pieceLength = 100_000;

/**
 * Computes everything that is published of the ledger and keeps it. Reads the whole ledger: for the scheduler, and for city hall
 * on demand. Of two at once the later one counts.
 */
export async function publishLedger(deps: Deps): Promise<LedgerVerification> {
  const verification = await verifyLedger(deps);
  const journals = await allJournals(deps, {});
  // Nothing that was typed is kept: it may be hidden later, and a file needs none of it.
  await publish(
    deps,
    "journal",
    inPieces(
      journals.map((journal) => JSON.stringify(published(journal))),
      "\n",
    ),
    journals.at(-1),
  );
  await publish(deps, "verification", wholePieces(JSON.stringify(verification), pieceLength), journals.at(-1));
  return verification;
}

/** A line as it is published: what files and their selections are made of, without words and without people. */
export type PublishedJournal = Omit<Journal, "description" | "bankReference" | "by" | "approvers">;

function published(journal: Journal): PublishedJournal {
  const { description: _words, bankReference: _bank, by: _by, approvers: _approvers, ...rest } = journal;
  return rest;
}

/**
 * Publishes when it is time: once a day, and after a booking, but not more often than `limits.recountMinutes`. Returns what was
 * found; undefined when it was not time.
 */
export async function publishWhenDue(deps: Deps): Promise<LedgerVerification | undefined> {
  const kept = await deps.store.get("publication", { name: "verification" });
  const minutes = kept === undefined ? Number.POSITIVE_INFINITY : minutesSince(deps, kept.version);
  const isDue = minutes >= 24 * 60 || (minutes >= limits.recountMinutes && (await isBookedSince(deps, kept)));
  return isDue ? publishLedger(deps) : undefined;
}

const minutesSince = ({ clock }: Deps, instant: string) => (clock.now().getTime() - Date.parse(instant)) / 60_000;

/** Whether this month has a line that is not in it; what was booked at the end of last month is seen within a day. */
async function isBookedSince(deps: Deps, kept: Publication | undefined): Promise<boolean> {
  const month = dateIn(deps.clock.now()).slice(0, 7);
  const { items } = await deps.store.list("journals-of-month", { month }, { limit: 1, newestFirst: true });
  return items[0] !== undefined && items[0].id !== kept?.newestJournalId;
}

async function publish(
  deps: Deps,
  name: PublicationName,
  texts: readonly string[],
  newest: Journal | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const version = now.toISOString();
  const expiresAt = new Date(now.getTime() + limits.publicationDays * 86_400_000).toISOString();
  const kept = await deps.store.get("publication", { name });
  if (kept?.version === version) return;
  for (const [index, text] of texts.entries()) {
    const record = { name, version, index, text, expiresAt };
    await unlessThere(deps.store.commit([{ put: "publication-piece", record }]));
  }
  const pointer = { version, pieces: texts.length, newestJournalId: newest?.id };
  const first: Publication = {
    name,
    version,
    pieces: texts.length,
    revision: 0,
    ...(newest && { newestJournalId: newest.id }),
  };
  await unlessThere(
    deps.store.commit([
      kept === undefined ? { put: "publication", record: first } : next("publication", kept, pointer),
    ]),
  );
}

/** Somebody else published at the same moment: then theirs is as good. */
async function unlessThere(commit: Promise<void>): Promise<void> {
  try {
    await commit;
  } catch (error) {
    if (!(error instanceof DomainError && (error.code === "conflict" || error.code === "stale"))) throw error;
  }
}

/** A text in pieces of at most `length` UTF-16 units, none with half a character: a name in it may hold an emoji. */
export function wholePieces(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    // An emoji is two units; where a piece would end between them, both go to the next.
    const isWithin = (text.codePointAt(from + length - 1) ?? 0) > 0xffff;
    const end = from + length - (isWithin ? 1 : 0);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

/** Lines together in pieces, each line whole. */
function inPieces(lines: readonly string[], between: string): readonly string[] {
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + line.length > pieceLength) pieces.push(line);
    else pieces[pieces.length - 1] = `${last}${between}${line}`;
  }
  return pieces;
}

/** What came of adding up the whole ledger the last time. Public. @throws DomainError `not-found` before the first time. */
export async function readVerification(deps: Deps): Promise<LedgerVerification> {
  const { version, pieces } = await publicationOf(deps, "verification");
  const texts = await piecesOf(deps, "verification", version, 0, pieces);
  return LedgerVerification.parse(JSON.parse(texts.join("")));
}

/** Lines of the journal as they were published, in parts of bounded size, the first one being 1. */
export interface PublishedJournals {
  readonly journals: readonly PublishedJournal[];
  readonly version: string;
  readonly part: number;
  readonly parts: number;
}

/**
 * The published journal, oldest line first: one part of it. Public. @throws DomainError `not-found` before the first time, and for
 * a part that there is not.
 */
export async function readPublishedJournals(deps: Deps, part: number): Promise<PublishedJournals> {
  const { version, pieces } = await publicationOf(deps, "journal");
  const { publicationPiecesPerPart: perPart } = limits;
  const parts = Math.max(1, Math.ceil(pieces / perPart));
  if (part > parts) throw new DomainError("not-found", `The journal has ${parts} parts.`);
  const from = (part - 1) * perPart;
  const texts = await piecesOf(deps, "journal", version, from, Math.min(pieces, from + perPart));
  // Written above, by `publishLedger`, from journals.
  const journals = texts.flatMap((text) => text.split("\n").map((line) => JSON.parse(line) as PublishedJournal));
  return { journals, version, part, parts };
}

async function publicationOf(deps: Deps, name: PublicationName): Promise<Publication> {
  const publication = await deps.store.get("publication", { name });
  if (publication === undefined)
    throw new DomainError("not-found", "Nothing was added up yet. It is done every quarter of an hour.");
  return publication;
}

/** All at once: they travel together. */
async function piecesOf(deps: Deps, name: PublicationName, version: string, from: number, until: number) {
  const indexes = Array.from({ length: until - from }, (_, offset) => from + offset);
  const read = await Promise.all(indexes.map((index) => deps.store.get("publication-piece", { name, version, index })));
  return read.map((piece, index) => {
    invariant(piece !== undefined, `piece ${from + index} of ${name} is there`);
    return piece.text;
  });
}
