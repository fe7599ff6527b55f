import * as z from "zod";
import { assertRole } from "../actor.ts";
import { stillHas } from "../at-commit.ts";
import { fromStates, next, untilFresh } from "../change.ts";
import type { TransferId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
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
  input: Refusal & { readonly transferId: TransferId },
): Promise<TransferSummary> {
  assertRole(actor, "council");
  const { transferId, ...rest } = input;
  const { reason } = parse(Refusal, rest);
  return untilFresh(async () => {
    const transfer = await readTransfer(deps, transferId);
    const about = await readAboutAsOutsider(deps, transfer, actor);
    const refused = { status: "refused", refusedBy: actor.personId, refusal: reason } as const;
    await deps.store.commit([
      next("transfer", transfer, refused, [fromStates(transferTransitions.refuse)]),
      giveBack(accountIds.committed(transfer.mandateId), transfer.amountCents),
      stillHas("council", actor),
      markInstalment(about.mandate, transfer.instalmentId, { status: "planned" }),
      transferEvent(deps, about, "transfer-refused"),
    ]);
    return summarizeTransfer({ ...transfer, ...refused });
  });
}
