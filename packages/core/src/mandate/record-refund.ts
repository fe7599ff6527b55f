import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { reserveRefund } from "../ledger/reserve.ts";
import { AmountCents } from "../money.ts";
import { once } from "../once.ts";
import type { RefundOrder } from "../order/order.ts";
import { preparedBy, stillPrepares } from "../order/prepare.ts";
import { type OrderSummary, summarizeOrder } from "../order/view.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { line } from "../text.ts";
import { payeesOf } from "../transfer/case.ts";
import { assertFrom } from "../transition.ts";
import { whileRefundDue } from "./book-refund.ts";
import { findMandateForStaff } from "./find.ts";
import type { Mandate } from "./mandate.ts";

/** Input of recording a refund: as it stands on the bank statement. */
export const RefundReceived = z
  .strictObject({ amountCents: AmountCents, receivedOn: IsoDate, bankReference: line(35) })
  .meta({ id: "RefundReceived" });

/**
 * Finance prepares the booking of money that came back, in one or more parts; it is set apart on the enterprise's account
 * until another person of finance has seen it on the bank statement too and confirms it.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`, `invalid`, `wrong-state`,
 * `not-enough-money` when it is more than is still due, `idempotency-mismatch`.
 */
export async function recordRefund(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof RefundReceived> & { readonly mandateId: MandateId; readonly idempotencyKey: string },
): Promise<OrderSummary> {
  assertRole(actor, "finance");
  const { mandateId, idempotencyKey: key, ...rest } = input;
  const request = { verb: "recordRefund", by: actor.personId, mandateId, ...rest };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const { mandate, enterprise } = await findMandateForStaff(deps, actor, "finance", mandateId);
    const refund = parse(RefundReceived, rest);
    assertFrom(whileRefundDue, mandate.status);
    assertBankDate(deps, mandate, refund.receivedOn);
    const cash = await deps.store.get("account", { id: accountIds.cash(mandateId) });
    const availableCents = cash?.available ?? 0;
    if (refund.amountCents > availableCents)
      throw new DomainError("not-enough-money", "This is more than the enterprise has left.", {
        details: { availableCents },
      });
    const order: RefundOrder = {
      kind: "REFUND",
      mandateId,
      proposalId: mandate.proposalId,
      enterpriseId: mandate.enterpriseId,
      potId: mandate.potId,
      payees: [...payeesOf(enterprise)],
      ...refund,
      ...preparedBy(deps, actor.personId),
    };
    return {
      changes: [
        { put: "order", record: order },
        reserveRefund(accountIds.cash(mandateId), refund.amountCents),
        { check: "mandate", ref: { id: mandateId }, when: [stillDue] },
        stillPrepares("REFUND", actor),
        stillTheSame(enterprise),
      ],
      result: summarizeOrder(order),
    };
  });
}

const stillDue = { field: "status", is: "in", value: whileRefundDue.from, refusal: "wrong-state" } as const;

function assertBankDate(deps: Deps, { startsOn }: Mandate, receivedOn: IsoDate): void {
  const refuse = (code: FieldCode) =>
    new DomainError("invalid", "This is not the date of the refund.", { fields: [{ path: "receivedOn", code }] });
  if (receivedOn > dateIn(deps.clock.now())) throw refuse("in-future");
  if (receivedOn < startsOn) throw refuse("before-start");
}
