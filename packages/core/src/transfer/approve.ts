import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { TransferId } from "../ids.ts";
import { assertMoneyMoves } from "../mandate/phase.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { callAtOnce } from "../work-list/call.ts";
import { assertMayHoldMoney, markInstalment, readAboutAsOutsider, readTransfer, transferEvent } from "./case.ts";
import { transferTransitions } from "./transfer.ts";
import { summarizeTransfer, type TransferSummary } from "./view.ts";

/**
 * A second person approves a transfer (recipe R2): with the council role, not the proposer, not on the receiving board,
 * in time. Each of these is a condition of the database at the moment of writing. @throws DomainError `forbidden`,
 * `not-found`, `wrong-state`, `four-eyes`, `own-interest`, `cannot-hold-money`, `mandate-not-active`, `idempotency-mismatch`.
 */
export async function approveTransfer(
  deps: Deps,
  actor: Actor,
  input: { readonly transferId: TransferId; readonly idempotencyKey: string },
): Promise<TransferSummary> {
  assertRole(actor, "council");
  const { transferId, idempotencyKey: key } = input;
  const request = { verb: "approveTransfer", by: actor.personId, transferId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const transfer = await readTransfer(deps, transferId);
    const about = await readAboutAsOutsider(deps, transfer, actor);
    const { mandate, enterprise } = about;
    assertMayHoldMoney(enterprise);
    // What is approved after the last day could never be paid.
    assertMoneyMoves(deps, mandate);
    const now = deps.clock.now().toISOString();
    const approved = { status: "approved", approvedBy: actor.personId, approvedAt: now } as const;
    const changes = [
      next("transfer", transfer, approved, [
        fromStates(transferTransitions.approve),
        { field: "proposedBy", is: "differ", value: actor.personId, refusal: "four-eyes" },
        { field: "payees", is: "lacks", value: actor.personId, refusal: "own-interest" },
        { field: "expiresAt", is: "at-least", value: now, refusal: "wrong-state" },
      ]),
      stillHas("council", actor),
      stillTheSame(enterprise),
      markInstalment(mandate, transfer.instalmentId, { status: "approved", transferId }),
      transferEvent(deps, about, "transfer-approved"),
      ...(await callAtOnce(deps, { enterprise, mandate, transfer: { ...transfer, ...approved } })),
    ];
    return { changes, result: summarizeTransfer({ ...transfer, ...approved }) };
  });
}
