import type { Pot } from "../ledger/account.ts";
import type { Hands } from "../ledger/mandate-money.ts";
import { accountIds } from "../ledger/open.ts";
import { type Posted, post } from "../ledger/post.ts";
import type { AppropriationOrder } from "../order/order.ts";
import type { Deps } from "../ports.ts";

/** `APPROPRIATION`: what the council set apart is in the pot, once a second person confirms it. */
export function bookAppropriation(deps: Deps, order: AppropriationOrder, pot: Pot, hands: Hands): Promise<Posted> {
  return post(deps, {
    kind: "APPROPRIATION",
    source: accountIds.council(pot.year, pot.programme),
    destination: accountIds.pot(pot.id),
    amountCents: order.amountCents,
    effectDate: order.decidedOn,
    decisionReference: order.decisionReference,
    description: pot.name,
    potId: pot.id,
    ...(pot.district === undefined ? {} : { district: pot.district }),
    by: hands.by,
    approvers: [...hands.approvers],
  });
}
