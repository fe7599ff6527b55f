import {
  type Actor,
  approveTransfer,
  askCorrection,
  confirmExpense,
  correctExpense,
  type Deps,
  DomainError,
  type Enterprise,
  type ExpenseId,
  endMandate,
  enterExpense,
  expireExpenses,
  expireOrders,
  expireTransfers,
  type Mandate,
  type MandateId,
  next,
  type OrderId,
  payTransfer,
  proposeTransfer,
  refuseExpense,
  refuseTransfer,
  type SignedIn,
  type StoredFile,
  type TransferId,
  takeBackExpense,
  untilFresh,
} from "@hevel/core";
import { storeProposal, type TestClock } from "@hevel/testing/deps";
import { awardMandate, createMoneyWorld, keyOf, type MoneyWorld, receiptOf } from "@hevel/testing/money-world";
import fc from "fast-check";
import { confirm, fill, refund, takeBack } from "./money-orders.ts";

/** What people do with money, with how often they do it. */
const weights = {
  propose: 7,
  approve: 8,
  pay: 8,
  refuseTransfer: 2,
  enter: 11,
  confirm: 9,
  refuseExpense: 2,
  takeBackExpense: 1,
  askCorrection: 3,
  correct: 3,
  appropriate: 1,
  award: 2,
  end: 2,
  refund: 5,
  confirmOrder: 6,
  refuseOrder: 1,
  wait: 1,
  expire: 2,
} as const;
export type Act = keyof typeof weights;

/** One thing somebody does: `who`, `target` and `extra` choose among whoever and whatever there is at that moment. */
export interface Operation {
  readonly act: Act;
  readonly who: number;
  readonly target: number;
  readonly extra: number;
  readonly cents: number;
  /** Sent once; twice at the same time; or at the same time with other content under the same key. */
  readonly sent: "once" | "twice" | "otherwise";
}

/** Operations of a run. */
export const operation: fc.Arbitrary<Operation> = fc.record({
  act: fc.oneof(...Object.entries(weights).map(([act, weight]) => ({ arbitrary: fc.constant(act as Act), weight }))),
  who: fc.nat(2),
  target: fc.nat(999),
  extra: fc.nat(999),
  cents: fc.oneof(fc.integer({ min: 1, max: 300_00 }), fc.constantFrom(1, 100_00, 500_00, 2_000_00)),
  sent: fc.oneof(
    { arbitrary: fc.constant("once" as const), weight: 13 },
    { arbitrary: fc.constant("twice" as const), weight: 5 },
    { arbitrary: fc.constant("otherwise" as const), weight: 2 },
  ),
});

/** What a run has done, as its clients saw it. */
export interface Seen {
  readonly transfers: Set<TransferId>;
  readonly expenses: Set<ExpenseId>;
  readonly orders: Set<OrderId>;
  /** Per idempotency key: every answer that was given, as text. */
  readonly answers: Map<string, Set<string>>;
  /** Refusals by code, and what no client should ever see. */
  readonly refusals: Map<string, number>;
  readonly surprises: unknown[];
  done: number;
}

/** A run: the world as its set-up left it, with deps of the simulation. */
export interface Run {
  readonly world: MoneyWorld;
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly mandates: Mandate[];
  readonly receipts: readonly StoredFile[];
  /** A member of the council who also sits on the board, under the same address. */
  readonly conflicted: Actor & SignedIn;
  readonly seen: Seen;
}

const receiptsOfRun = 12;

/** Sets a run up without faults: a pot, an enterprise, three mandates and a pile of receipts. */
export async function prepareRun(calm: Deps, deps: Deps, clock: TestClock): Promise<Run> {
  const world = await createMoneyWorld(calm, 6_000_00);
  const mandates: Mandate[] = [];
  for (const instalments of [[800_00, 700_00], [500_00], [300_00, 300_00, 300_00]])
    mandates.push(await awardWithProposal(world, instalments));
  const seeds = Array.from({ length: receiptsOfRun }, (_, index) => `bon ${index}`);
  const receipts = seeds.map((seed) => receiptOf(world, seed));
  await calm.store.commit(receipts.map((record) => ({ put: "file", record })));
  const conflicted = await addConflicted(calm, world.enterprise);
  const seen: Seen = {
    transfers: new Set(),
    expenses: new Set(),
    orders: new Set(),
    answers: new Map(),
    refusals: new Map(),
    surprises: [],
    done: 0,
  };
  return { world: { ...world, deps }, deps, clock, mandates, receipts, conflicted, seen };
}

async function addConflicted(deps: Deps, enterprise: Enterprise): Promise<Actor & SignedIn> {
  const [member] = enterprise.members;
  if (member === undefined) throw new Error("a board has members");
  const id = deps.ids.next("per");
  const person = { id, kind: "staff", email: member.email, name: "Dubbel", roles: ["council"], revision: 0 } as const;
  const createdAt = deps.clock.now().toISOString();
  await deps.store.commit([{ put: "person", record: { ...person, roles: ["council"], createdAt } }]);
  return { kind: "staff", personId: id, name: "Dubbel", roles: ["council"] };
}

/** Lanes that work at the same time; each does its operations one after the other. */
const lanes = 6;

/** Does all operations, spread over the lanes. */
export async function doAll(run: Run, operations: readonly Operation[]): Promise<void> {
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (const [index, one] of operations.entries()) if (index % lanes === lane) await doOne(run, one);
    }),
  );
}

async function doOne(run: Run, one: Operation): Promise<void> {
  const key = keyOf(run.deps);
  const attempts = [persevere(run, one, key)];
  if (one.sent === "twice") attempts.push(persevere(run, one, key));
  if (one.sent === "otherwise") attempts.push(persevere(run, { ...one, cents: one.cents + 1, who: one.who + 1 }, key));
  await Promise.all(attempts);
}

/** A client that does not give up on a lost connection: the same request with the same key, until there is an answer. */
async function persevere(run: Run, one: Operation, key: string): Promise<void> {
  const { seen } = run;
  const request = requestOf(run, one, key);
  for (let tries = 1; request !== undefined; tries++) {
    try {
      const answer = await request();
      seen.done += 1;
      if (answer !== undefined) {
        const text = contentOf(answer);
        seen.answers.set(key, (seen.answers.get(key) ?? new Set()).add(text));
      }
      return;
    } catch (error) {
      const isRefusal = error instanceof DomainError;
      const code = isRefusal ? error.code : "unknown";
      seen.refusals.set(code, (seen.refusals.get(code) ?? 0) + 1);
      if (isRefusal) return;
      if (!isInjected(error) || tries === 20) {
        seen.surprises.push(error);
        return;
      }
    }
  }
}

/** An answer as text, whatever the order of its fields: DynamoDB keeps the fields of a map, not their order. */
const contentOf = (answer: unknown) =>
  JSON.stringify(answer, (_name, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const isInjected = (error: unknown) => error instanceof Error && /injected/.test(error.message);

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)];

/** The request of an operation, with its target chosen now; undefined when there is nothing to do it to. */
function requestOf(run: Run, one: Operation, key: string): (() => Promise<unknown>) | undefined {
  const { deps, world, seen, mandates } = run;
  const mandate = pick(mandates, one.target);
  const transferId = pick([...seen.transfers], one.target);
  const expenseId = pick([...seen.expenses], one.target);
  const orderId = pick([...seen.orders], one.target);
  const finance = pick([world.finance, world.payer], one.who) ?? world.finance;
  const council = pick([world.council, world.mayor, run.conflicted], one.who) ?? world.council;
  const board = pick([world.treasurer, world.chair, world.secretary], one.who) ?? world.chair;
  const reason = { reason: `Omdat ${one.cents}` };
  const onTransfer = (act: (id: TransferId) => Promise<unknown>) => transferId && (() => act(transferId));
  const onExpense = (act: (id: ExpenseId) => Promise<unknown>) => expenseId && (() => act(expenseId));
  const onMandate = (act: (of: Mandate) => Promise<unknown>) => mandate && (() => act(mandate));
  const requests: Record<Act, (() => Promise<unknown>) | undefined | ""> = {
    propose: onMandate((of) => propose(run, finance, of, one, key)),
    approve: onTransfer((id) => approveTransfer(deps, council, { transferId: id, idempotencyKey: key })),
    pay: onTransfer((id) =>
      payTransfer(deps, finance, { transferId: id, ...paymentOf(deps, one), idempotencyKey: key }),
    ),
    refuseTransfer: onTransfer((id) => refuseTransfer(deps, council, { transferId: id, ...reason }).then(noAnswer)),
    enter: onMandate((of) => enter(run, of, one, key)),
    confirm: onExpense((id) => confirmExpense(deps, board, { expenseId: id, idempotencyKey: key })),
    refuseExpense: onExpense((id) => refuseExpense(deps, board, { expenseId: id, ...reason }).then(noAnswer)),
    takeBackExpense: onExpense((id) => takeBackExpense(deps, board, { expenseId: id }).then(noAnswer)),
    askCorrection: onExpense((id) => askCorrection(deps, world.treasurer, { expenseId: id, ...reason }).then(noAnswer)),
    correct: onExpense((id) => correctExpense(deps, board, { expenseId: id, idempotencyKey: key })),
    appropriate: () => fill(run, finance, one.cents, key),
    award: () => award(run, one),
    end: onMandate((of) => end(run, of)),
    refund: onMandate((of) => refund(run, finance, of, one.cents, key)),
    confirmOrder: orderId && (() => confirm(deps, one.extra % 2 === 0 ? finance : council, orderId, key)),
    refuseOrder: orderId && (() => takeBack(deps, finance, orderId, key)),
    wait: async () => run.clock.advance({ days: 9 }),
    expire: async () => {
      await expireTransfers(deps);
      await expireExpenses(deps);
      await expireOrders(deps);
    },
  };
  return requests[one.act] || undefined;
}

const noAnswer = () => undefined;

const paymentOf = (deps: Deps, one: Operation) => ({
  paidOn: deps.clock.now().toISOString().slice(0, 10),
  bankReference: `BNG-${one.cents}`,
});

async function propose(run: Run, actor: Actor, mandate: Mandate, one: Operation, key: string): Promise<unknown> {
  const instalmentId = pick(mandate.instalments, one.extra)?.id ?? "i1";
  const answer = await proposeTransfer(run.deps, actor, { mandateId: mandate.id, instalmentId, idempotencyKey: key });
  run.seen.transfers.add(answer.id);
  return answer;
}

async function enter(run: Run, mandate: Mandate, one: Operation, key: string): Promise<unknown> {
  const { deps, world, receipts, seen } = run;
  const receipt = pick(receipts, one.extra);
  const answer = await enterExpense(deps, world.treasurer, {
    mandateId: mandate.id,
    amountCents: one.cents,
    spentOn: "2026-11-20",
    category: one.extra % 2 === 0 ? "material" : "activities",
    supplier: "Tuincentrum",
    isSupplierPerson: false,
    note: "",
    receiptId: receipt?.id as StoredFile["id"],
    idempotencyKey: key,
    ...(one.extra % 3 === 0 ? { overrideReason: "Twee bonnen op een vel" } : {}),
  });
  seen.expenses.add(answer.id);
  return answer;
}

async function award(run: Run, one: Operation): Promise<void> {
  run.mandates.push(await awardWithProposal(run.world, [one.cents, one.cents]));
}

/** A mandate with the proposal it came from, so that it can close. */
async function awardWithProposal(world: MoneyWorld, instalments: readonly number[]): Promise<Mandate> {
  const mandate = await awardMandate(world, instalments);
  const linked = { id: mandate.proposalId, status: "evaluation", mandateId: mandate.id } as const;
  await untilFresh(() => storeProposal(world.deps, world.enterprise, linked));
  return mandate;
}

/** What closing a mandate does with its money, as the verb of that name does it. */
function end({ deps, world }: Run, { id }: { id: MandateId }): Promise<void> {
  return untilFresh(async () => {
    const mandate = await deps.store.get("mandate", { id });
    if (mandate === undefined) return;
    const { changes } = await endMandate(deps, mandate, { by: world.council.personId, approvers: [] });
    await deps.store.commit([next("mandate", mandate, { status: "refund-due" }), ...changes]);
  });
}
