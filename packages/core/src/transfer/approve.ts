import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { assertRevision } from "../enterprise/edit-profile.ts";
import type { TransferId } from "../ids.ts";
import { assertMoneyMoves } from "../mandate/phase.ts";
import { once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import { callAtOnce } from "../work-list/call.ts";
import { accountOf } from "./account.ts";
import { assertMayHoldMoney, markInstalment, readAboutAsOutsider, readTransfer, transferEvent } from "./case.ts";
import { transferTransitions } from "./transfer.ts";
import { summarizeTransfer, type TransferSummary } from "./view.ts";

/** Input of an approval: which state of the receiving enterprise was on the screen, its account above all. */
export const Approval = z.strictObject({ enterpriseRevision: z.int("required").min(0) });
export type Approval = z.infer<typeof Approval>;

/**
 * A second person approves a transfer (recipe R2): with the council role, not the proposer, not on the receiving board,
 * in time. Each of these is a condition of the database at the moment of writing. The account it goes to is kept with the
 * approval: it is paid to no other. @throws DomainError `forbidden`, `not-found`, `wrong-state`, `four-eyes`, `own-interest`,
 * `cannot-hold-money`, `mandate-not-active`, `stale` when the enterprise changed since it was on the screen, `idempotency-mismatch`.
 */
export async function approveTransfer(
  deps: Deps,
  actor: Actor,
  input: Partial<Approval> & { readonly transferId: TransferId; readonly idempotencyKey: string },
): Promise<TransferSummary> {
  assertRole(actor, "council");
  const { transferId, idempotencyKey: key, enterpriseRevision } = input;
  const request = { verb: "approveTransfer", by: actor.personId, transferId };
  return once(deps, { key, request, remembered: "for-ever" }, async () => {
    const transfer = await readTransfer(deps, transferId);
    const about = await readAboutAsOutsider(deps, transfer, actor);
    const { mandate, enterprise } = about;
    assertMayHoldMoney(enterprise);
    if (enterpriseRevision !== undefined) assertRevision(enterprise, enterpriseRevision);
    // What is approved after the last day could never be paid.
    assertMoneyMoves(deps, mandate);
    const now = deps.clock.now().toISOString();
    const approved = {
      status: "approved",
      approvedBy: actor.personId,
      approvedAt: now,
      account: accountOf(enterprise),
    } as const;
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
