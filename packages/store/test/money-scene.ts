import {
  type Account,
  accountIds,
  approveTransfer,
  confirmExpense,
  type Deps,
  DomainError,
  type ExpenseId,
  enterExpense,
  type Mandate,
  payTransfer,
  proposeTransfer,
  readRoleTable,
  type SignedIn,
  type Transfer,
  type TransferId,
} from "@hevel/core";
import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import {
  addReceipt,
  awardMandate,
  createMoneyWorld,
  keyOf,
  type MoneyWorld,
  staffOf,
} from "@hevel/testing/money-world";

/** A world with a mandate of three instalments of 100 euro, and the acts of its people in one line each. */
export interface Scene {
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly world: MoneyWorld;
  readonly mandate: Mandate;
  /** Somebody with every role at once: what the database must catch where roles do not. */
  readonly jack: SignedIn;
  /** A third person of finance. */
  readonly cashier: SignedIn;
  readonly committed: string;
  readonly cash: string;
  propose(instalmentId?: string, deps?: Deps, by?: SignedIn): Promise<TransferId>;
  approve(transferId: TransferId, deps?: Deps, by?: SignedIn): Promise<unknown>;
  pay(transferId: TransferId, deps?: Deps, by?: SignedIn): Promise<unknown>;
  /** Proposed, approved and paid. */
  advance(instalmentId?: string): Promise<TransferId>;
  /** Approved, not paid. */
  approved(instalmentId?: string): Promise<TransferId>;
  enter(cents: number, receipt: string, deps?: Deps, overrideReason?: string): Promise<ExpenseId>;
  confirm(expenseId: ExpenseId, deps?: Deps, by?: SignedIn): Promise<unknown>;
  patchAccount(id: string, set: Partial<Account>): Promise<void>;
  patchTransfer(id: TransferId, set: Partial<Transfer>): Promise<void>;
}

/** Sets the scene in a municipality of its own. */
export async function setScene(): Promise<Scene> {
  const { deps, clock } = await createTestDeps();
  // Settings are taken up on first use, which is a commit of its own: here, so that what happens between reading and
  // writing happens before the act's own commit.
  await readRoleTable(deps);
  const world = await createMoneyWorld(deps, 1_000_00);
  const mandate = await awardMandate(world, [100_00, 100_00, 100_00]);
  const jack = await staffOf(deps, "Jack", "finance", "council");
  const cashier = await staffOf(deps, "Kas", "finance");
  const idempotent = () => ({ idempotencyKey: keyOf(deps) });
  const scene: Scene = {
    deps,
    clock,
    world,
    mandate,
    jack,
    cashier,
    committed: accountIds.committed(mandate.id),
    cash: accountIds.cash(mandate.id),
    propose: async (instalmentId = "i1", on = deps, by = world.finance) =>
      (await proposeTransfer(on, by, { mandateId: mandate.id, instalmentId, ...idempotent() })).id,
    approve: (transferId, on = deps, by = world.council) => approveTransfer(on, by, { transferId, ...idempotent() }),
    pay: (transferId, on = deps, by = world.payer) =>
      payTransfer(on, by, { transferId, paidOn: "2026-11-21", bankReference: "BNG-1", ...idempotent() }),
    approved: async (instalmentId) => {
      const id = await scene.propose(instalmentId);
      await scene.approve(id);
      return id;
    },
    advance: async (instalmentId) => {
      const id = await scene.approved(instalmentId);
      await scene.pay(id);
      return id;
    },
    enter: async (amountCents, receipt, on = deps, overrideReason) => {
      const { id: receiptId } = await addReceipt(world, receipt);
      const draft = {
        amountCents,
        spentOn: "2026-11-20",
        category: "material",
        supplier: "Tuincentrum",
        isSupplierPerson: false,
        note: "",
        receiptId,
        ...(overrideReason === undefined ? {} : { overrideReason }),
      } as const;
      return (await enterExpense(on, world.treasurer, { mandateId: mandate.id, ...draft, ...idempotent() })).id;
    },
    confirm: (expenseId, on = deps, by = world.chair) => confirmExpense(on, by, { expenseId, ...idempotent() }),
    patchAccount: (id, set) => deps.store.commit([{ patch: "account", ref: { id }, set, when: [] }]),
    patchTransfer: (id, set) => deps.store.commit([{ patch: "transfer", ref: { id }, set, when: [] }]),
  };
  return scene;
}

/** `ok`, or the code of the refusal, or what else went wrong. */
export const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
