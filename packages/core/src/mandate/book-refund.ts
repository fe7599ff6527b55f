import { stillTheSame } from "../at-commit.ts";
import { next } from "../change.ts";
import { type Hands, refundCash } from "../ledger/mandate-money.ts";
import type { Posted } from "../ledger/post.ts";
import type { RefundOrder } from "../order/order.ts";
import type { Deps } from "../ports.ts";
import { tell } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { readBalances } from "./balances.ts";
import { closeMandate, writeClosed } from "./close.ts";
import type { MandateCase } from "./find.ts";
import type { Mandate } from "./mandate.ts";

/** Only after publishing: before that the enterprise may still spend it. */
export const whileRefundDue = {
  from: ["refund-due"],
} as const satisfies { readonly from: readonly Mandate["status"][] };

/** `REFUND`: money of an enterprise came back, once a second person confirms it; with the last cent the mandate closes. */
export async function bookRefund(deps: Deps, order: RefundOrder, found: MandateCase, hands: Hands): Promise<Posted> {
  const { mandate, proposal, enterprise } = found;
  assertFrom(whileRefundDue, mandate.status);
  const { amountCents } = order;
  const { leftCents, journal, changes } = await refundCash(deps, mandate, order, hands);
  const end = leftCents === 0 ? await closing(deps, found, amountCents) : [stillDue(mandate)];
  return {
    journal,
    changes: [...end, ...changes, tell(deps, proposal, "money-returned", { amountCents }), stillTheSame(enterprise)],
  };
}

/** Nobody else booked a refund since the mandate was read. */
const stillDue = (mandate: Mandate): Change =>
  next("mandate", mandate, {}, [{ field: "status", is: "in", value: whileRefundDue.from, refusal: "wrong-state" }]);

async function closing(deps: Deps, found: MandateCase, amountCents: number): Promise<readonly Change[]> {
  const { spentCents, returnedCents } = await readBalances(deps, found.mandate);
  const sums = { spentCents, returnedCents: returnedCents + amountCents };
  return [...closeMandate(deps, found, sums), ...writeClosed(deps, found, sums)];
}
