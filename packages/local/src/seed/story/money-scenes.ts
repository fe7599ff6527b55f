import {
  approveTransfer,
  askCorrection,
  type BudgetCategory,
  confirmExpense,
  confirmOrder,
  correctExpense,
  type Deps,
  dateIn,
  type ExpenseId,
  enterExpense,
  expireExpense,
  letExpenseGo,
  payTransfer,
  proposeTransfer,
  recordRefund,
  refuseExpense,
  refuseTransfer,
  takeBackExpense,
} from "@hevel/core";
import { drawReceipt } from "../pictures/receipt.ts";
import { onceKey } from "./once-key.ts";
import { type Act, cents, type ProposalPlot } from "./plot.ts";
import { atHome, atWork, atWorkOnPot } from "./scene.ts";
import { known, mandateOf, type Stage, staffMember, upload } from "./stage.ts";

/** When an instalment was proposed by finance, approved by the college and paid; what is left out has not happened yet. */
export interface TransferDays {
  readonly proposed: number;
  readonly refused?: { readonly daysAgo: number; readonly reason: string };
  readonly approved?: number;
  readonly paid?: number;
}

/** An instalment (`t1` is the first) on its way to the enterprise. */
export function transferred(instalment: string, days: TransferDays): readonly Act[] {
  const { proposed, refused, approved, paid } = days;
  const nameOf = ({ key }: ProposalPlot) => `${key}/${instalment}/${proposed}`;
  const proposing: Act = (plot) =>
    atWork(proposed, async (stage, deps) => {
      const idempotencyKey = onceKey(nameOf(plot), "propose");
      const mandateId = mandateOf(stage, plot.key);
      const request = { mandateId, instalmentId: instalment, idempotencyKey };
      stage.transfers.set(nameOf(plot), (await proposeTransfer(deps, staffMember(stage, "fatima"), request)).id);
    });
  const refusing =
    (day: number, reason: string): Act =>
    (plot) =>
      atWork(day, async (stage, deps) => {
        const transferId = known(stage.transfers, nameOf(plot));
        await refuseTransfer(deps, staffMember(stage, "bram"), { transferId, reason });
      });
  const approving =
    (day: number): Act =>
    (plot) =>
      atWork(
        day,
        async (stage, deps) => {
          const request = {
            transferId: known(stage.transfers, nameOf(plot)),
            idempotencyKey: onceKey(nameOf(plot), "approve"),
          };
          await approveTransfer(deps, staffMember(stage, "bram"), request);
        },
        11.5,
      );
  const paying =
    (day: number): Act =>
    (plot) =>
      atWork(
        day,
        async (stage, deps) => {
          const paidOn = dateIn(deps.clock.now());
          await payTransfer(deps, staffMember(stage, "emre"), {
            transferId: known(stage.transfers, nameOf(plot)),
            paidOn,
            bankReference: `VBS ${paidOn.slice(0, 7)} ${plot.key.toUpperCase()} ${instalment.toUpperCase()}`.slice(
              0,
              35,
            ),
            idempotencyKey: onceKey(nameOf(plot), "pay"),
          });
        },
        15,
      );
  return [
    proposing,
    ...(refused === undefined ? [] : [refusing(refused.daysAgo, refused.reason)]),
    ...(approved === undefined ? [] : [approving(approved)]),
    ...(paid === undefined ? [] : [paying(paid)]),
  ];
}

/** Something that was bought, and what became of the expense; what is left out has not happened (yet). */
export interface ExpensePlot {
  readonly name: string;
  readonly euros: number;
  readonly spent: number;
  /** When it was entered; the same day when left out. */
  readonly entered?: number;
  readonly category: BudgetCategory;
  readonly supplier: string;
  readonly isSupplierPerson?: boolean;
  readonly note: string;
  /** What stands on the receipt; the last line takes what is left of the total. */
  readonly receipt: readonly (readonly [item: string, euros: number])[];
  /** A receipt in the hand is photographed; others come as a PDF. */
  readonly isPhotographed?: boolean;
  /** Entered again with the receipt of this earlier expense. */
  readonly receiptOf?: string;
  readonly overrideReason?: string;
  /** Takes the place of this earlier expense, which came back. */
  readonly insteadOf?: string;
  readonly takenBack?: number;
  /** When the treasurer decided that it need not be entered again. */
  readonly letGo?: number;
  readonly confirmed?: number;
  readonly refused?: { readonly daysAgo: number; readonly reason: string };
  readonly expired?: number;
  readonly correctionAsked?: { readonly daysAgo: number; readonly reason: string };
  readonly corrected?: number;
}

/** An expense from receipt to booking. */
export function spent(expense: ExpensePlot): readonly Act[] {
  const { confirmed, refused, expired, takenBack, correctionAsked, corrected, letGo } = expense;
  const acts: (Act | undefined)[] = [
    (plot) => atHome(expense.entered ?? expense.spent, (stage, deps) => enter(stage, deps, plot, expense), 19),
    on(confirmed, (stage, deps, plot, expenseId) =>
      confirmExpense(deps, known(stage.people, plot.confirmer), {
        expenseId,
        idempotencyKey: onceKey(plot.key, expense.name, "confirm"),
      }),
    ),
    on(refused?.daysAgo, (stage, deps, plot, expenseId) =>
      refuseExpense(deps, known(stage.people, plot.confirmer), { expenseId, reason: refused?.reason ?? "" }),
    ),
    on(expired, (_stage, deps, _plot, expenseId) => expireExpense(deps, expenseId)),
    on(takenBack, (stage, deps, plot, expenseId) =>
      takeBackExpense(deps, known(stage.people, plot.treasurer), { expenseId }),
    ),
    on(correctionAsked?.daysAgo, (stage, deps, plot, expenseId) =>
      askCorrection(deps, known(stage.people, plot.treasurer), { expenseId, reason: correctionAsked?.reason ?? "" }),
    ),
    on(corrected, (stage, deps, plot, expenseId) =>
      correctExpense(deps, known(stage.people, plot.confirmer), {
        expenseId,
        idempotencyKey: onceKey(plot.key, expense.name, "correct"),
      }),
    ),
    on(letGo, (stage, deps, plot, expenseId) => letExpenseGo(deps, known(stage.people, plot.treasurer), { expenseId })),
  ];
  return acts.filter((act) => act !== undefined);

  function on(
    daysAgo: number | undefined,
    play: (stage: Stage, deps: Deps, plot: ProposalPlot, id: ExpenseId) => Promise<unknown>,
  ): Act | undefined {
    if (daysAgo === undefined) return undefined;
    return (plot) =>
      atHome(
        daysAgo,
        (stage, deps) => play(stage, deps, plot, known(stage.expenses, `${plot.key}/${expense.name}`)),
        19.5,
      );
  }
}

async function enter(stage: Stage, deps: Deps, plot: ProposalPlot, expense: ExpensePlot): Promise<void> {
  const { euros, category, supplier, note, overrideReason, insteadOf } = expense;
  const treasurer = known(stage.people, plot.treasurer);
  const spentOn = stage.days.on(expense.spent);
  const receipt = await drawReceipt({
    ...expense,
    date: spentOn,
    number: `${plot.key}-${expense.receiptOf ?? expense.name}`,
  });
  const receiptId = await upload(deps, treasurer, known(stage.enterprises, plot.enterprise), "receipt", receipt);
  const { id } = await enterExpense(deps, treasurer, {
    mandateId: mandateOf(stage, plot.key),
    amountCents: cents(euros),
    spentOn,
    category,
    supplier,
    isSupplierPerson: expense.isSupplierPerson ?? false,
    note,
    receiptId,
    ...(overrideReason === undefined ? {} : { overrideReason }),
    ...(insteadOf === undefined ? {} : { insteadOf: known(stage.expenses, `${plot.key}/${insteadOf}`) }),
    idempotencyKey: onceKey(plot.key, expense.name, "enter"),
  });
  stage.expenses.set(`${plot.key}/${expense.name}`, id);
}

/** Money that was left and came back on the municipality's account. */
export function refunded(daysAgo: number, euros: number): Act {
  return (plot) =>
    atWorkOnPot(daysAgo, async (stage, deps) => {
      const receivedOn = dateIn(deps.clock.now());
      const { id: orderId } = await recordRefund(deps, staffMember(stage, "fatima"), {
        mandateId: mandateOf(stage, plot.key),
        amountCents: cents(euros),
        receivedOn,
        bankReference: `RETOUR ${receivedOn.slice(0, 7)} ${plot.key.toUpperCase()}`.slice(0, 35),
        idempotencyKey: onceKey(plot.key, "refund"),
      });
      const confirmation = { orderId, idempotencyKey: onceKey(plot.key, "refund", "confirm") };
      await confirmOrder(deps, staffMember(stage, "emre"), confirmation);
    });
}
