import * as z from "zod";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { dateIn, IsoDate } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import { MandateId } from "../ids.ts";
import { refundCash } from "../ledger/mandate-money.ts";
import { AmountCents } from "../money.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { tell } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { line } from "../text.ts";
import { assertFrom } from "../transition.ts";
import { readBalances } from "./balances.ts";
import { closeMandate } from "./close.ts";
import { findMandateForStaff, type MandateCase } from "./find.ts";
import { type Mandate, MandateStatus } from "./mandate.ts";

/** Input of recording a refund: as it stands on the bank statement. */
export const RefundReceived = z
  .strictObject({ amountCents: AmountCents, receivedOn: IsoDate, bankReference: line(35) })
  .meta({ id: "RefundReceived" });

/** What a refund did, in integer cents. */
export const RefundRecorded = z
  .object({ mandateId: MandateId, status: MandateStatus, amountCents: z.int(), refundDueCents: z.int() })
  .meta({ id: "RefundRecorded" });
export type RefundRecorded = z.infer<typeof RefundRecorded>;

/** Only after publishing: before that the enterprise may still spend it. */
const whileDue = { from: ["refund-due"] } as const satisfies { readonly from: readonly Mandate["status"][] };

/**
 * Finance records that money came back (`REFUND`), in one or more parts; with the last cent the mandate closes.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`, `invalid`, `wrong-state`,
 * `not-enough-money` when it is more than is due, `period-closed`, `idempotency-mismatch`.
 */
export function recordRefund(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof RefundReceived> & { readonly mandateId: MandateId; readonly idempotencyKey: string },
): Promise<RefundRecorded> {
  const { mandateId, idempotencyKey: key, ...rest } = input;
  return untilFresh(async () => {
    const found = await findMandateForStaff(deps, actor, "finance", mandateId);
    const { mandate, enterprise } = found;
    const refund = parse(RefundReceived, rest);
    const request = { verb: "recordRefund", by: found.actor.personId, mandateId, ...refund };
    const earlier = await deps.store.replay<RefundRecorded>(key, request);
    if (earlier !== undefined) return earlier;
    assertFrom(whileDue, mandate.status);
    assertBankDate(deps, mandate, refund.receivedOn);
    const { leftCents, changes } = await refundCash(deps, mandate, refund, {
      by: found.actor.personId,
      approvers: [],
    });
    if (leftCents < 0)
      throw new DomainError("not-enough-money", "This is more than the enterprise has left.", {
        details: { availableCents: leftCents + refund.amountCents },
      });
    const end = leftCents === 0 ? await closing(deps, found, refund.amountCents) : [stillDue(mandate)];
    const status = leftCents === 0 ? "closed" : mandate.status;
    const { amountCents } = refund;
    const result: RefundRecorded = { mandateId, status, amountCents, refundDueCents: leftCents };
    const commit = [
      ...end,
      ...changes,
      tell(deps, found.proposal, "money-returned", { amountCents }),
      stillHas("finance", found.actor),
      stillTheSame(enterprise),
    ];
    return deps.store.commitOnce(commit, { key, request, result });
  });
}

/** Nobody else recorded a refund since the mandate was read. */
const stillDue = (mandate: Mandate): Change =>
  next("mandate", mandate, {}, [{ field: "status", is: "in", value: whileDue.from, refusal: "wrong-state" }]);

async function closing(deps: Deps, found: MandateCase, amountCents: number): Promise<readonly Change[]> {
  const { spentCents, returnedCents } = await readBalances(deps, found.mandate);
  return closeMandate(deps, found, { spentCents, returnedCents: returnedCents + amountCents });
}

function assertBankDate(deps: Deps, { startsOn }: Mandate, receivedOn: IsoDate): void {
  const refuse = (code: FieldCode) =>
    new DomainError("invalid", "This is not the date of the refund.", { fields: [{ path: "receivedOn", code }] });
  if (receivedOn > dateIn(deps.clock.now())) throw refuse("in-future");
  if (receivedOn < startsOn) throw refuse("before-start");
}
