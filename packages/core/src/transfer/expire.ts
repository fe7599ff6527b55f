import { fromStates, next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { TransferId } from "../ids.ts";
import { accountIds } from "../ledger/open.ts";
import { giveBack } from "../ledger/reserve.ts";
import type { Deps } from "../ports.ts";
import { markInstalment, readAbout, readTransfer, transferEvent } from "./case.ts";
import { transferTransitions } from "./transfer.ts";

/**
 * For the schedule: ends every proposed transfer whose time is over and makes its money available again (recipe R4).
 * A transfer that somebody approved or refused meanwhile is left alone. Returns how many ended.
 */
export async function expireTransfers(deps: Deps): Promise<number> {
  const now = deps.clock.now().toISOString();
  const open = await deps.store.listAll("transfers-open", {});
  const due = open.filter(({ status, expiresAt }) => status === "proposed" && expiresAt < now);
  let ended = 0;
  for (const { id } of due) if (await expireTransfer(deps, id)) ended++;
  return ended;
}

/** Ends one transfer; false when it was no longer waiting, or not over time. */
export async function expireTransfer(deps: Deps, id: TransferId): Promise<boolean> {
  try {
    await untilFresh(async () => {
      const transfer = await readTransfer(deps, id);
      const about = await readAbout(deps, transfer);
      const now = deps.clock.now().toISOString();
      await deps.store.commit([
        next("transfer", transfer, { status: "expired" }, [
          fromStates(transferTransitions.expire),
          { field: "expiresAt", is: "at-most", value: now, refusal: "wrong-state" },
        ]),
        giveBack(accountIds.committed(transfer.mandateId), transfer.amountCents),
        markInstalment(about.mandate, transfer.instalmentId, { status: "planned" }),
        transferEvent(deps, about, "transfer-expired"),
      ]);
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "wrong-state") return false;
    throw error;
  }
}
