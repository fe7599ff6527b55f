import {
  accountDifferences,
  type Deps,
  type Expense,
  type Journal,
  type JournalId,
  journalDifferences,
  type Ledger,
  levelDifferences,
  levelsOf,
  type Mandate,
  mandateDifferences,
  type Order,
  readLevels,
  type Transfer,
} from "@hevel/core";
import { untrueFigures } from "@hevel/testing/figures";
import type { Run } from "./money-run.ts";

/** Everything a run left behind, read at rest. */
interface Left {
  readonly ledger: Ledger;
  readonly transfers: readonly Transfer[];
  readonly expenses: readonly Expense[];
  readonly orders: readonly Order[];
}

async function readLeft({ seen }: Run, { store, clock }: Deps): Promise<Left> {
  const [accounts, mandates] = await Promise.all([store.listAll("accounts", {}), store.listAll("mandates", {})]);
  const months = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"].filter(
    (month) => month <= clock.now().toISOString().slice(0, 7),
  );
  const journals = (await Promise.all(months.map((month) => store.listAll("journals-of-month", { month })))).flat();
  // Every entry there should be, by its key; one that should not be there is found by its journal.
  const entries = await Promise.all(
    accounts.map(async ({ id, sequence }) => {
      const sequences = Array.from({ length: sequence }, (_, index) => index + 1);
      const all = await Promise.all(sequences.map((number) => store.get("entry", { accountId: id, sequence: number })));
      return [id, all.filter((entry) => entry !== undefined)] as const;
    }),
  );
  const [transfers, expenses] = await Promise.all([
    Promise.all(mandates.map(({ id }) => store.listAll("transfers-of-mandate", { mandateId: id }))),
    Promise.all(mandates.map(({ id }) => store.listAll("expenses-of-mandate", { mandateId: id }))),
  ]);
  // Those of mandates by their index, those of pots by what clients were told.
  const [ofMandates, told] = await Promise.all([
    Promise.all(mandates.map(({ id }) => store.listAll("orders-of-mandate", { mandateId: id }))),
    Promise.all([...seen.orders].map((id) => store.get("order", { id }))),
  ]);
  const orders = new Map(
    [...ofMandates.flat(), ...told].flatMap((order) => (order === undefined ? [] : [[order.id, order]])),
  );
  return {
    orders: [...orders.values()],
    ledger: {
      accounts: new Map(accounts.map((account) => [account.id, account])),
      entries: new Map(entries),
      journals: new Map<JournalId, Journal>(journals.map((journal) => [journal.id, journal])),
      mandates,
    },
    transfers: transfers.flat(),
    expenses: expenses.flat(),
  };
}

/** Every rule of the ledger (reference: money 1.3) that a run broke, as sentences; none when all held. */
export async function brokenRules(run: Run, calm: Deps): Promise<readonly string[]> {
  const left = await readLeft(run, calm);
  const { ledger } = left;
  const differences = [
    ...[...ledger.accounts.values()].flatMap((account) => accountDifferences(calm.digest, ledger, account)),
    ...[...ledger.journals.values()].flatMap((journal) => journalDifferences(ledger, journal)),
    ...mandateDifferences(ledger),
    ...(await keptLevels(calm, ledger)),
  ].map(({ invariant, subject, detail }) => `${invariant} ${subject}: ${detail}`);
  return [
    ...differences,
    ...(await untrueFigures(calm)),
    ...sumRules(left),
    ...reservationRules(left),
    ...mandateRules(left),
    ...transferRules(run, left),
    ...expenseRules(left),
    ...orderRules(left),
    ...receiptRules(left),
    ...answerRules(run, left),
  ];
}

/** I14: every figure of the site is the sum of its lines. */
async function keptLevels(calm: Deps, { journals }: Ledger) {
  const pots = new Map((await calm.store.listAll("pots", {})).map((pot) => [pot.id, pot]));
  const lines = [...journals.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const expected = levelsOf(lines, pots);
  return levelDifferences(expected, await readLevels(calm, expected.keys()));
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const rule = (holds: boolean, sentence: string) => (holds ? [] : [sentence]);

/** I2, and that every entry has its journal: the balances can be rebuilt from entries alone. */
function sumRules({ ledger }: Left): readonly string[] {
  const total = sum([...ledger.accounts.values()].map(({ posted }) => posted));
  const entries = [...ledger.entries.values()].flat();
  const orphans = entries.filter(({ journalId }) => !ledger.journals.has(journalId));
  return [
    ...rule(total === 0, `I2: all balances add up to ${total}`),
    ...rule(orphans.length === 0, `I1: ${orphans.length} entries without a journal`),
    ...rule(
      entries.length === 2 * ledger.journals.size,
      `I1: ${entries.length} entries, ${ledger.journals.size} journals`,
    ),
  ];
}

/** I5 */
function reservationRules({ ledger, transfers, expenses, orders }: Left): readonly string[] {
  return [...ledger.accounts.values()].flatMap(({ id, stage, mandateId, reserved }) => {
    const own = <T extends { mandateId: string; status: string; amountCents: number }>(
      all: readonly T[],
      states: string[],
    ) =>
      sum(
        all.filter((one) => one.mandateId === mandateId && states.includes(one.status)).map((one) => one.amountCents),
      );
    const pending =
      stage === "MANDAAT"
        ? own(transfers, ["proposed", "approved"])
        : stage === "KAS"
          ? own(expenses, ["entered"]) + own(refundsIn(orders), ["prepared"])
          : 0;
    return rule(reserved === pending, `I5 ${id}: ${reserved} reserved, ${pending} pending`);
  });
}

/** I6: no payment or spending without a decision, outside the term, or after the end of its mandate. */
function mandateRules({ ledger }: Left): readonly string[] {
  const byId = new Map<string, Mandate>(ledger.mandates.map((mandate) => [mandate.id, mandate]));
  const journals = [...ledger.journals.values()];
  return journals.flatMap(
    ({ id, kind, mandateId, effectDate, decisionReference, destinationSequence, destination }) => {
      const mandate = mandateId === undefined ? undefined : byId.get(mandateId);
      const isOfMandate = kind === "ADVANCE" || kind === "SPEND";
      const isInTerm = mandate !== undefined && mandate.startsOn <= effectDate && effectDate <= mandate.endsOn;
      const released = journals.find((one) => one.kind === "RELEASE" && one.mandateId === mandateId);
      const isAfterEnd = released !== undefined && kind === "ADVANCE" && id > released.id;
      return [
        ...rule(decisionReference !== "", `I6 ${id}: no decision`),
        ...rule(!isOfMandate || isInTerm, `I6 ${id}: outside the term`),
        ...rule(!isAfterEnd, `I6 ${id}: an advance after the end`),
        ...rule(destinationSequence > 0 && destination !== "", `I7 ${id}: no place in the chain`),
      ];
    },
  );
}

/** I9 and I10 of transfers, and that the mandate's instalments say the same. */
function transferRules(run: Run, { ledger, transfers }: Left): readonly string[] {
  const journals = [...ledger.journals.values()];
  const board = new Set(run.world.enterprise.members.map(({ personId }) => personId));
  const broken = transfers.flatMap((transfer) => {
    const { id, status, proposedBy, approvedBy, paidBy, payees, journalId, amountCents } = transfer;
    const paid = journals.filter(({ transferId }) => transferId === id);
    const wasApproved = status === "approved" || status === "paid";
    return [
      ...rule(!wasApproved || (approvedBy !== undefined && approvedBy !== proposedBy), `I9 ${id}: one pair of eyes`),
      ...rule(approvedBy === undefined || approvedBy !== paidBy, `I9 ${id}: approved and paid by one`),
      ...rule(approvedBy === undefined || !payees.includes(approvedBy), `I9 ${id}: approved by a payee`),
      ...rule(approvedBy !== run.conflicted.personId && !board.has(approvedBy), `I9 ${id}: approved by the board`),
      ...rule(paid.length === (status === "paid" ? 1 : 0), `I10 ${id}: ${status} with ${paid.length} payments`),
      ...rule(
        paid.every((one) => one.id === journalId && one.amountCents === amountCents),
        `I10 ${id}: another payment`,
      ),
    ];
  });
  const instalments = ledger.mandates.flatMap((mandate) =>
    mandate.instalments.flatMap((part) => {
      const own = transfers.filter(
        ({ mandateId, instalmentId }) => mandateId === mandate.id && instalmentId === part.id,
      );
      const alive = own.filter(({ status }) => status !== "refused" && status !== "expired");
      const [only] = alive;
      const says = `${mandate.id} ${part.id} is ${part.status}`;
      return [
        ...rule(alive.length <= 1, `I10 ${says}: ${alive.length} transfers at once`),
        ...rule(part.status === (only?.status ?? "planned"), `I10 ${says}, its transfer ${only?.status}`),
      ];
    }),
  );
  return [...broken, ...instalments];
}

/** I8, I9 and I10 of expenses. */
function expenseRules({ ledger, expenses }: Left): readonly string[] {
  const journals = [...ledger.journals.values()];
  const booked = new Set(["confirmed", "correction-asked", "corrected"]);
  return expenses.flatMap(({ id, status, enteredBy, confirmedBy, amountCents, category, spentOn }) => {
    const own = journals.filter(({ expenseId }) => expenseId === id);
    const spent = own.filter(({ kind }) => kind === "SPEND");
    const mirrored = own.filter(({ kind }) => kind === "REVERSAL");
    const isSame = spent.every(
      (one) => one.amountCents === amountCents && one.category === category && one.effectDate === spentOn,
    );
    return [
      ...rule(
        !booked.has(status) || (confirmedBy !== undefined && confirmedBy !== enteredBy),
        `I9 ${id}: one pair of eyes`,
      ),
      ...rule(spent.length === (booked.has(status) ? 1 : 0), `I10 ${id}: ${status} with ${spent.length} bookings`),
      ...rule(
        mirrored.length === (status === "corrected" ? 1 : 0),
        `I8 ${id}: ${status} with ${mirrored.length} mirrors`,
      ),
      ...rule(isSame, `I10 ${id}: booked as something else`),
      ...rule(
        own.every(({ by, approvers }) => !approvers.includes(by)),
        `I9 ${id}: booked by one person`,
      ),
    ];
  });
}

const refundsIn = (orders: readonly Order[]) => orders.filter((order) => order.kind === "REFUND");

/** I9 and I10 of what one prepares and another books. */
function orderRules({ ledger, orders }: Left): readonly string[] {
  const refunded = [...ledger.journals.values()].filter(({ kind }) => kind === "REFUND");
  const booked = orders.filter(({ status }) => status === "confirmed");
  return [
    ...rule(refunded.length === refundsIn(booked).length, `I10: ${refunded.length} refunds, not each of an order`),
    ...orders.flatMap(({ id, kind, status, amountCents, preparedBy, confirmedBy, journalId }) => {
      const journal = journalId === undefined ? undefined : ledger.journals.get(journalId);
      const isBooked = journal?.kind === kind && journal.amountCents === amountCents;
      const isOver = status === "confirmed" ? isBooked : journalId === undefined;
      return [
        ...rule(isOver, `I10 ${id}: ${status}, booked as ${journal?.kind} of ${journal?.amountCents}`),
        ...rule(confirmedBy !== preparedBy, `I9 ${id}: one pair of eyes`),
      ];
    }),
  ];
}

/** A receipt counts once, unless its later use says why. */
function receiptRules({ expenses }: Left): readonly string[] {
  const counting = new Set(["entered", "confirmed", "correction-asked"]);
  const bySha = Map.groupBy(
    expenses.filter(({ status, overrideReason }) => counting.has(status) && overrideReason === undefined),
    ({ receiptSha256 }) => receiptSha256,
  );
  return [...bySha].flatMap(([sha, uses]) =>
    rule(uses.length === 1, `receipt ${sha.slice(0, 8)}: used ${uses.length} times`),
  );
}

/** I13: one answer per key; and nothing exists that no client was told about. */
function answerRules({ seen }: Run, { transfers, expenses, orders }: Left): readonly string[] {
  const twofold = [...seen.answers].filter(([, answers]) => answers.size > 1);
  const ghosts = [
    ...transfers.filter(({ id }) => !seen.transfers.has(id)),
    ...expenses.filter(({ id }) => !seen.expenses.has(id)),
    ...orders.filter(({ id }) => !seen.orders.has(id)),
  ];
  return [
    ...twofold.map(([key, answers]) => `I13 ${key}: ${answers.size} answers`),
    ...ghosts.map(({ id }) => `I13 ${id}: nobody was told`),
    ...seen.surprises.slice(0, 3).map((surprise) => `surprise: ${String(surprise)}`),
  ];
}
