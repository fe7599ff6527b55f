import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { TransferId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { text } from "../text.ts";
import { markInstalment, readAboutAsOutsider, readTransfer, transferEvent } from "./case.ts";
import { transferTransitions } from "./transfer.ts";
import { summarizeTransfer, type TransferSummary } from "./view.ts";

/** Input of saying no: always with a reason. */
export const Refusal = z.strictObject({ reason: text(limits.noteLengthMax) });
export type Refusal = z.infer<typeof Refusal>;

/**
 * The council role refuses a transfer that is not paid yet: what was set apart is available again (recipe R4) and the
 * instalment can be proposed anew. @throws DomainError `forbidden`, `invalid`, `not-found`, `wrong-state`, `own-interest`.
 */
export async function refuseTransfer(
  deps: Deps,
  actor: Actor,
  input: Refusal & Keyed & { readonly transferId: TransferId },
): Promise<TransferSummary> {
  assertRole(actor, "council");
  const { transferId, idempotencyKey: key, ...rest } = input;
  const { reason } = parse(Refusal, rest);
  const request = { verb: "refuseTransfer", by: actor.personId, transferId, reason };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const transfer = await readTransfer(deps, transferId);
    const about = await readAboutAsOutsider(deps, transfer, actor);
    const refusedAt = deps.clock.now().toISOString();
    const refused = { status: "refused", refusedBy: actor.personId, refusedAt, refusal: reason } as const;
    const changes: readonly Change[] = [
      next("transfer", transfer, refused, [fromStates(transferTransitions.refuse)]),
      giveBack(accountIds.committed(transfer.mandateId), transfer.amountCents),
      stillHas("council", actor),
      markInstalment(about.mandate, transfer.instalmentId, { status: "planned" }),
      transferEvent(deps, about, "transfer-refused"),
    ];
    return { changes, result: summarizeTransfer({ ...transfer, ...refused }) };
  });
}
