import { dateIn, type IsoDate } from "../calendar.ts";
import { invariant } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { Change, Guard } from "../store.ts";
import { type Account, type Entry, type Journal, type JournalKind, journalKinds, stagesBelowZero } from "./account.ts";
import { nextEntry } from "./chain.ts";
import { addToLevels, isRanking, type Level, rankedLevels } from "./level.ts";
import { emptyAccount, stageOf } from "./open.ts";
import { mandateGuards } from "./reserve.ts";

type Given = Omit<
  Journal,
  "id" | "bookDate" | "sourceSequence" | "sourceHash" | "destinationSequence" | "destinationHash" | "postedAt"
>;

/** A move of money to be booked today. `source` and `destination` are account ids, `effectDate` when it happened. */
export interface Posting extends Given {
  /** The amount was set apart with `reserve` (recipe R3); else it is taken from what is available (recipe R5). */
  readonly isReserved?: boolean;
  /** The destination as it is opened by this posting, when it must not exist yet and has conditions of its own. */
  readonly opens?: Account;
  /** The source is emptied by this posting and takes no further entries of its mandate. */
  readonly endsMandate?: boolean;
}

/** What a posting adds to a transaction: two accounts, two entries, the journal, and the levels it is in. */
export interface Posted {
  readonly journal: Journal;
  readonly changes: readonly Change[];
}

/** The two accounts of a posting as they were read; undefined where there is none yet. */
export interface Accounts {
  readonly source: Account | undefined;
  readonly destination: Account | undefined;
}

/** Reads the two accounts of a posting: together with what else is read in the same breath. */
export async function readAccounts(deps: Deps, sourceId: string, destinationId: string): Promise<Accounts> {
  const [source, destination] = await Promise.all([
    deps.store.get("account", { id: sourceId }),
    deps.store.get("account", { id: destinationId }),
  ]);
  return { source, destination };
}

/**
 * Books one move of money: reads both accounts and yields the changes of recipes R3 and R5, to be committed together
 * with whatever caused it. Opens a destination that does not exist yet. A transaction may touch each account once: it
 * holds one posting per account, and no `reserve` beside it. Commit inside `untilFresh`: when another posting on one of
 * the accounts was first, the database refuses this one as `stale`.
 * @throws nothing for reasons of the world: those are conditions of the changes (`not-enough-money`, `period-closed`,
 * `mandate-not-active`, `wrong-state`, `stale`).
 */
export async function post(deps: Deps, posting: Posting): Promise<Posted> {
  return book(deps, posting, await readAccounts(deps, posting.source, posting.destination));
}

/** As `post`, on accounts that were read already. */
export async function book(deps: Deps, posting: Posting, { source, destination: found }: Accounts): Promise<Posted> {
  const { isReserved = false, opens, endsMandate = false, ...given } = posting;
  assertStages(given.kind, given.source, given.destination);
  const now = deps.clock.now();
  const bookDate = dateIn(now);
  const destination = opens === undefined ? found : undefined;
  const open = (id: string) => emptyAccount(id, bookDate, belongsOf(id, given));
  const hashed = { ...given, id: deps.ids.next("jrn"), bookDate };
  const from = nextEntry(deps.digest, source ?? open(given.source), hashed);
  const to = nextEntry(deps.digest, destination ?? opens ?? open(given.destination), hashed);
  const journal: Journal = {
    ...hashed,
    sourceSequence: from.sequence,
    sourceHash: from.hash,
    destinationSequence: to.sequence,
    destinationHash: to.hash,
    postedAt: now.toISOString(),
  };
  const sourceGuards = sourceGuardsOf(journal, isReserved, endsMandate);
  return {
    journal,
    changes: [
      source === undefined
        ? openWith(open(given.source), from)
        : take(from, sourceGuards, isReserved, endsMandate ? { mandateStatus: "ended" } : {}),
      destination === undefined
        ? openWith(opens ?? open(given.destination), to, opens === undefined ? "stale" : "conflict")
        : add(to, destinationGuardsOf(journal)),
      { put: "entry", record: from },
      { put: "entry", record: to },
      { put: "journal", record: journal },
      ...(await levelsOf(deps, journal)),
    ],
  };
}

/** Adds the line to every level it is in; a line that changes the order of enterprises reads their levels first. */
async function levelsOf(deps: Deps, journal: Journal): Promise<readonly Change[]> {
  const { potId, enterpriseId } = journal;
  invariant(potId !== undefined, `${journal.kind} is about the money of a pot`);
  const pot = await deps.store.get("pot", { id: potId });
  invariant(pot !== undefined, `there is a pot ${potId}`);
  const ranked = enterpriseId !== undefined && isRanking(journal) ? rankedLevels(enterpriseId, pot) : [];
  const levels = await Promise.all(ranked.map((id) => deps.store.get("level", { id })));
  const found = new Map(levels.filter((level): level is Level => level !== undefined).map((of) => [of.id, of]));
  return addToLevels({ ...journal, potId }, pot, found);
}

function assertStages(kind: JournalKind, source: string, destination: string): void {
  const stages = Object.values(journalKinds).map(({ from, to }) => `${from}>${to}`);
  const [from, to] = [stageOf(source), stageOf(destination)];
  const fits =
    kind === "REVERSAL"
      ? stages.includes(`${to}>${from}`)
      : journalKinds[kind].from === from && journalKinds[kind].to === to;
  invariant(fits && source !== destination, `${kind} does not go from ${source} to ${destination}`);
}

/** What a posting opens belongs to its mandate when it is spending; the council's and the outside account are everybody's. */
function belongsOf(id: string, { mandateId, potId }: Given): Partial<Pick<Account, "mandateId" | "potId">> {
  if (stageOf(id) !== "BESTEED") return {};
  return {
    ...(mandateId === undefined ? {} : { mandateId }),
    ...(potId === undefined ? {} : { potId }),
  };
}

/** A new account with its first entry in it: opened and posted on in one change. */
function openWith(account: Account, entry: Entry, refusal: "stale" | "conflict" = "stale"): Change {
  invariant(
    entry.amountCents > 0 || stagesBelowZero.includes(account.stage),
    `account ${account.id} has money before it gives`,
  );
  const balance = { posted: entry.amountCents, available: entry.amountCents, sequence: 1, head: entry.hash };
  return { put: "account", record: { ...account, ...balance }, refusal };
}

function take(
  entry: Entry,
  when: readonly Guard<Account>[],
  isReserved: boolean,
  also: Partial<Pick<Account, "mandateStatus">>,
): Change {
  const { accountId: id, amountCents, sequence, hash: head } = entry;
  const add = isReserved
    ? { posted: amountCents, reserved: amountCents }
    : { posted: amountCents, available: amountCents };
  return {
    patch: "account",
    ref: { id },
    add,
    set: { sequence, head, ...also },
    when: [...when, isAt(sequence - 1)],
  };
}

function add(entry: Entry, when: readonly Guard<Account>[]): Change {
  const { accountId: id, amountCents, sequence, hash: head } = entry;
  return {
    patch: "account",
    ref: { id },
    add: { posted: amountCents, available: amountCents },
    set: { sequence, head },
    when: [...when, isAt(sequence - 1)],
  };
}

/** Nobody posted on the account since it was read: keeps the sequence gapless and the chain one chain (invariant I7). */
const isAt = (sequence: number): Guard<Account> => ({
  field: "sequence",
  is: "equal",
  value: sequence,
  refusal: "stale",
});

/** The account is open, and so is the booking date on it (invariant I11). */
function isOpenOn(bookDate: IsoDate): readonly Guard<Account>[] {
  return [
    { field: "status", is: "equal", value: "open", refusal: "period-closed" },
    { field: "openFrom", is: "at-most", value: bookDate, refusal: "period-closed" },
  ];
}

const isActive: Guard<Account> = {
  field: "mandateStatus",
  is: "equal",
  value: "active",
  refusal: "mandate-not-active",
};

function sourceGuardsOf(journal: Journal, isReserved: boolean, endsMandate: boolean): readonly Guard<Account>[] {
  const { kind, amountCents, bookDate, effectDate } = journal;
  const guards: Guard<Account>[] = [...isOpenOn(bookDate)];
  if (kind === "ADVANCE" || kind === "SPEND") guards.push(...mandateGuards(effectDate));
  if (endsMandate) guards.push(isActive, { field: "reserved", is: "equal", value: 0, refusal: "wrong-state" });
  if (isReserved) guards.push({ field: "reserved", is: "at-least", value: amountCents, refusal: "wrong-state" });
  else if (!stagesBelowZero.includes(stageOf(journal.source)))
    guards.push({ field: "available", is: "at-least", value: amountCents, refusal: "not-enough-money" });
  return guards;
}

function destinationGuardsOf(journal: Journal): readonly Guard<Account>[] {
  const toCash = stageOf(journal.destination) === "KAS";
  return toCash ? [...isOpenOn(journal.bookDate), isActive] : isOpenOn(journal.bookDate);
}
