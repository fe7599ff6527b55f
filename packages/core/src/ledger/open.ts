import { dateIn, type IsoDate } from "../calendar.ts";
import { invariant } from "../errors.ts";
import type { MandateId, PotId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { BudgetCategory } from "../proposal/proposal.ts";
import { type Account, AccountStage } from "./account.ts";

/** The ids of stage accounts; see `AccountStage`. */
export const accountIds = {
  council: (year: number, programme: string) => `RAAD#${year}#${programme}`,
  pot: (potId: PotId) => `POT#${potId}`,
  committed: (mandateId: MandateId) => `MANDAAT#${mandateId}`,
  cash: (mandateId: MandateId) => `KAS#${mandateId}`,
  spent: (mandateId: MandateId, category: BudgetCategory) => `BESTEED#${mandateId}#${category}`,
  outside: "EXTERN",
} as const;

/** The stage an account id begins with. */
export function stageOf(accountId: string): AccountStage {
  const stage = AccountStage.safeParse(accountId.split("#", 1)[0]);
  invariant(stage.success, `account ${accountId} begins with a stage`);
  return stage.data;
}

/** An account without entries. It takes entries from the first of January of the year it was opened in. */
export function emptyAccount(
  id: string,
  openedOn: IsoDate,
  belongs: Partial<Pick<Account, "mandateId" | "potId">> = {},
): Account {
  return {
    id,
    stage: stageOf(id),
    posted: 0,
    reserved: 0,
    available: 0,
    sequence: 0,
    head: "",
    openFrom: `${openedOn.slice(0, 4)}-01-01`,
    status: "open",
    ...belongs,
  };
}

/** Of a mandate what each posting on its accounts must check: whether it ended, and its term. */
export function moneyTermOf({ status, startsOn, endsOn }: Pick<Mandate, "status" | "startsOn" | "endsOn">) {
  const mandateStatus = status === "refund-due" || status === "closed" ? "ended" : "active";
  return { mandateStatus, mandateFrom: startsOn, mandateUntil: endsOn } as const;
}

/**
 * The two accounts of a mandate, empty, each with a copy of what every posting must check: the mandate's state and term
 * (invariant I6). Copies, because a transaction may touch an item once: the condition must be on the account itself.
 */
export function mandateAccounts(mandate: Mandate, now: Date): { committed: Account; cash: Account } {
  const conditions = { ...moneyTermOf(mandate), mandateId: mandate.id, potId: mandate.potId };
  const openedOn = dateIn(now);
  return {
    committed: { ...emptyAccount(accountIds.committed(mandate.id), openedOn), ...conditions },
    cash: { ...emptyAccount(accountIds.cash(mandate.id), openedOn), ...conditions },
  };
}
