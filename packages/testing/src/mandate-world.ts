import {
  type Actor,
  approveTransfer,
  askEvaluation,
  confirmExpense,
  confirmOrder,
  type Deps,
  type EndingDraft,
  type EndingId,
  enterExpense,
  type Letter,
  type LetterKind,
  type Mandate,
  payTransfer,
  prepareEnding,
  proposeTransfer,
  readBalances,
  recordRefund,
  takeEnding,
  verifyLedger,
  writeEnterpriseEvaluation,
  writeOfficerEvaluation,
} from "@hevel/core";
import { createTestDeps, storeProposal, storeResident, storeStaff, type TestDeps } from "./deps.ts";
import { addReceipt, awardMandate, createMoneyWorld, keyOf, type MoneyWorld } from "./money-world.ts";

/** A mandate of 900 euro with two promises, its proposal awarded, and the people around it. */
export interface MandateWorld extends TestDeps {
  readonly world: MoneyWorld;
  readonly mandate: Mandate;
  readonly officer: Extract<Actor, { kind: "staff" }>;
  readonly neighbour: Extract<Actor, { kind: "resident" }>;
}

/** For tests: nobody in particular. */
export const visitor: Actor = { kind: "visitor" };

/** For tests: makes the world; two instalments of 600 and 300 euro. */
export async function createMandateWorld(options: Parameters<typeof createTestDeps>[0] = {}): Promise<MandateWorld> {
  const test = await createTestDeps(options);
  const { deps } = test;
  const world = await createMoneyWorld(deps);
  const awarded = await awardMandate(world, [600_00, 300_00]);
  const milestones = [
    { id: "m1", title: "De tuintjes liggen er", plannedOn: "2027-03-15" },
    { id: "m2", title: "Iedereen geeft water", plannedOn: "2027-07-01" },
  ];
  const mandate: Mandate = { ...awarded, milestones };
  await deps.store.commit([{ replace: "mandate", record: mandate, when: [] }]);
  await storeProposal(deps, world.enterprise, {
    id: mandate.proposalId,
    status: "awarded",
    mandateId: mandate.id,
    dueOn: mandate.endsOn,
  });
  return { ...test, world, mandate, officer: await storeStaff(deps, "officer"), neighbour: await storeResident(deps) };
}

/** For tests: pays the first instalment (600 euro) to the enterprise. */
export async function payFirst({ deps, world, mandate }: MandateWorld): Promise<void> {
  const { id: transferId } = await proposeFirst({ deps, world, mandate });
  await approveTransfer(deps, world.council, { transferId, idempotencyKey: keyOf(deps) });
  const payment = { paidOn: deps.clock.now().toISOString().slice(0, 10), bankReference: "HEVEL 1" };
  await payTransfer(deps, world.payer, { transferId, ...payment, idempotencyKey: keyOf(deps) });
}

/** For tests: finance proposes the first instalment. */
export function proposeFirst({ deps, world, mandate }: Pick<MandateWorld, "deps" | "world" | "mandate">) {
  const input = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey: keyOf(deps) };
  return proposeTransfer(deps, world.finance, input);
}

/** For tests: the treasurer enters an expense of this many cents. */
export async function enter({ deps, world, mandate }: MandateWorld, amountCents: number) {
  const receipt = await addReceipt(world, keyOf(deps));
  return enterExpense(deps, world.treasurer, {
    mandateId: mandate.id,
    amountCents,
    spentOn: deps.clock.now().toISOString().slice(0, 10),
    category: "material",
    supplier: "Kwekerij",
    isSupplierPerson: false,
    note: "",
    receiptId: receipt.id,
    idempotencyKey: keyOf(deps),
  });
}

/** For tests: spends this many cents, with both hands. */
export async function spend(test: MandateWorld, amountCents: number) {
  const { id: expenseId } = await enter(test, amountCents);
  return confirmExpense(test.deps, test.world.chair, { expenseId, idempotencyKey: keyOf(test.deps) });
}

/** For tests: does something as in the very moment in which the end was prepared: afterwards it is refused. */
export async function meanwhile<T>({ deps, mandate }: MandateWorld, act: () => Promise<T>): Promise<T> {
  const prepared = await deps.store.get("mandate", { id: mandate.id });
  if (prepared === undefined) throw new Error("there is such a mandate");
  await deps.store.commit([{ replace: "mandate", record: { ...prepared, status: "evaluation" }, when: [] }]);
  const done = await act();
  await deps.store.commit([{ replace: "mandate", record: prepared, when: [] }]);
  return done;
}

/** For tests: what the enterprise says. */
export const enterpriseWords = {
  outcomes: [
    { milestoneId: "m1", reached: "yes" as const },
    { milestoneId: "m2", reached: "partly" as const, note: "Drie buren doen mee." },
  ],
  peopleReached: 40,
  volunteerHours: 120,
  learned: "Begin klein.",
};

/** For tests: what the officer says. */
export const officerWords = { judgement: "Goed gedaan.", advice: "Nog een straat." };

/** For tests: the enterprise and the officer write their evaluation. */
export async function writeBoth({ deps, world, mandate, officer }: MandateWorld): Promise<void> {
  await writeEnterpriseEvaluation(deps, world.chair, { mandateId: mandate.id, ...enterpriseWords });
  await writeOfficerEvaluation(deps, officer, { mandateId: mandate.id, ...officerWords });
}

/** For tests: the end as an officer prepares it. */
export const endingWords: EndingDraft = {
  reference: "EIND-1",
  legalBasis: "artikel 4:42 Awb",
  motivation: "De straat is groen.",
};

/** For tests: what is left at the enterprise is claimed back. */
export const claimWords = { reference: "TERUG-1", legalBasis: "artikel 4:57 Awb", motivation: "Dit is over." };

/** For tests: an officer prepares the end, with a claim when money is left. */
export async function prepareEnd({
  deps,
  mandate,
  officer,
}: Pick<MandateWorld, "deps" | "mandate"> & { readonly officer: Actor }): Promise<EndingId> {
  const { paidNotSpentCents } = await readBalances(deps, mandate);
  const draft = paidNotSpentCents > 0 ? { ...endingWords, claim: claimWords } : endingWords;
  return (await prepareEnding(deps, officer, { mandateId: mandate.id, draft })).endingId;
}

/** For tests: an officer prepares the end, and somebody of the council role takes it. */
export async function end(test: MandateWorld, idempotencyKey = keyOf(test.deps)) {
  const endingId = await prepareEnd(test);
  return takeEnding(test.deps, test.world.council, { mandateId: test.mandate.id, endingId, idempotencyKey });
}

/** For tests: one of finance prepares the booking of all that came back, the other confirms it, and the mandate closes. */
export async function payBack({ deps, mandate, world }: MandateWorld): Promise<void> {
  const { paidNotSpentCents: amountCents } = await readBalances(deps, mandate);
  const received = { amountCents, receivedOn: mandate.startsOn, bankReference: "TERUG", idempotencyKey: keyOf(deps) };
  const { id: orderId } = await recordRefund(deps, world.finance, { mandateId: mandate.id, ...received });
  await confirmOrder(deps, world.payer, { orderId, idempotencyKey: keyOf(deps) });
}

/** For tests: a mandate that is being evaluated, with both voices; 600 of its 900 euro paid and `spentCents` spent. */
export async function evaluated(
  spentCents?: number,
  options: Parameters<typeof createTestDeps>[0] = {},
): Promise<MandateWorld> {
  const world = await createMandateWorld(options);
  if (spentCents !== undefined) await payFirst(world);
  if (spentCents !== undefined && spentCents > 0) await spend(world, spentCents);
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  await writeBoth(world);
  return world;
}

/** For tests: the differences that adding the whole ledger up again finds; none when it is sound. */
export async function ledgerDifferences({ deps }: MandateWorld) {
  return (await verifyLedger(deps)).differences;
}

/** For tests: the letters of a kind that wait to be sent. */
export async function lettersOf(deps: Deps, kind: LetterKind): Promise<readonly Letter[]> {
  return (await deps.store.listAll("letters-waiting", {})).filter((letter) => letter.kind === kind);
}
