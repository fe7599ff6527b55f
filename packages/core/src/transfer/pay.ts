import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { fromStates, next } from "../change.ts";
import { inDistrict } from "../district/districts.ts";
import { boardOf } from "../enterprise/enterprise.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import type { PersonId, TransferId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { book, type Posting, readAccounts } from "../ledger/post.ts";
import { writeLetter } from "../letter/write.ts";
import { sumCents } from "../money.ts";
import { once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change, Guard } from "../store.ts";
import { line } from "../text.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { assertSameAccount } from "./account.ts";
import {
  assertMayHoldMoney,
  markInstalment,
  readAboutAsOutsider,
  readTransfer,
  type TransferCase,
  transferEvent,
} from "./case.ts";
import { type Transfer, transferTransitions } from "./transfer.ts";
import { summarizeTransfer, type TransferSummary } from "./view.ts";

/** Input of marking a transfer paid: as it stands on the bank statement. */
export const Payment = z.strictObject({ paidOn: IsoDate, bankReference: line(35) });
export type Payment = z.infer<typeof Payment>;

/**
 * Finance marks an approved transfer paid: `ADVANCE` is booked from what was set apart (recipe R3) and the board gets a
 * letter. Not by who proposed or approved it, nor by somebody on the receiving board. @throws DomainError `forbidden`, `invalid`,
 * `not-found`, `wrong-state`, `four-eyes`, `own-interest`, `cannot-hold-money`, `account-changed` when the account is not the
 * one that was approved, `mandate-not-active`, `period-closed`, `idempotency-mismatch`.
 */
export async function payTransfer(
  deps: Deps,
  actor: Actor,
  input: Payment & { readonly transferId: TransferId; readonly idempotencyKey: string },
): Promise<TransferSummary> {
  assertRole(actor, "finance");
  const { transferId, idempotencyKey: key, ...rest } = input;
  const payment = parse(Payment, rest);
  const request = { verb: "payTransfer", by: actor.personId, transferId, ...payment };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const transfer = await readTransfer(deps, transferId);
    const { mandateId } = transfer;
    const threePeople = deps.municipality.threePeople || transfer.proposedBy !== actor.personId;
    const [about, accounts] = await Promise.all([
      readAboutAsOutsider(deps, transfer, actor),
      readAccounts(deps, accountIds.committed(mandateId), accountIds.cash(mandateId)),
    ]);
    const { mandate, enterprise } = about;
    assertBankDate(payment.paidOn, transfer.approvedAt, deps);
    assertMayHoldMoney(enterprise);
    assertSameAccount(transfer, enterprise);
    const { journal, changes } = await book(deps, advanceOf(about, payment, actor.personId), accounts);
    const paid = { status: "paid", ...payment, paidBy: actor.personId, journalId: journal.id } as const;
    const commit: readonly Change[] = [
      next("transfer", transfer, paid, [
        fromStates(transferTransitions.pay),
        { field: "approvedBy", is: "differ", value: actor.personId, refusal: "four-eyes" },
        { field: "payees", is: "lacks", value: actor.personId, refusal: "own-interest" },
        ...(threePeople ? [thirdPerson(actor.personId)] : []),
      ]),
      ...(threePeople ? [] : [fewerPeople]),
      ...changes,
      stillHas("finance", actor),
      stillTheSame(enterprise),
      markInstalment(mandate, transfer.instalmentId, { status: "paid", transferId, paidOn: payment.paidOn }),
      transferEvent(deps, about, "transfer-paid"),
      ...letters(deps, about, payment),
    ];
    return { changes: commit, result: summarizeTransfer({ ...transfer, ...paid }) };
  });
}

/** Who pays is not who proposed it either (invariant I9). */
const thirdPerson = (me: PersonId): Guard<Transfer> => ({
  field: "proposedBy",
  is: "differ",
  value: me,
  refusal: "four-eyes",
});

/** Unless the municipality says openly that it has fewer people: a condition on its settings as they are now. */
const fewerPeople: Change = {
  check: "municipality",
  ref: {},
  when: [{ field: "threePeople", is: "equal", value: false, refusal: "four-eyes" }],
};

/** The bank's date is not in the future and not before the approval. */
function assertBankDate(paidOn: IsoDate, approvedAt: string | undefined, deps: Deps): void {
  const refuse = (code: FieldCode) =>
    new DomainError("invalid", "This is not the date of the payment.", { fields: [{ path: "paidOn", code }] });
  if (paidOn > dateIn(deps.clock.now())) throw refuse("in-future");
  if (approvedAt !== undefined && paidOn < dateIn(new Date(approvedAt))) throw refuse("before-approval");
}

function advanceOf({ transfer, mandate }: TransferCase, payment: Payment, by: PersonId): Posting {
  return {
    kind: "ADVANCE",
    source: accountIds.committed(mandate.id),
    destination: accountIds.cash(mandate.id),
    amountCents: transfer.amountCents,
    isReserved: true,
    effectDate: payment.paidOn,
    bankReference: payment.bankReference,
    decisionReference: mandate.decisionReference,
    description: mandate.title,
    potId: mandate.potId,
    mandateId: mandate.id,
    enterpriseId: mandate.enterpriseId,
    ...inDistrict(mandate.district),
    transferId: transfer.id,
    by,
    approvers: transfer.approvedBy === undefined ? [] : [transfer.approvedBy],
  };
}

function letters(deps: Deps, { transfer, mandate, enterprise }: TransferCase, payment: Payment): readonly Change[] {
  const unpaid = mandate.instalments.filter(({ id, status }) => status !== "paid" && id !== transfer.instalmentId);
  return boardOf(enterprise).map(({ email }) =>
    writeLetter(deps, "transfer-paid", email, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      path: sitePaths.boardMandate(enterprise.id, mandate.id),
      amountCents: transfer.amountCents,
      ...payment,
      leftCents: sumCents(unpaid.map(({ amountCents }) => amountCents)),
    }),
  );
}
