import type { IsoDate } from "../calendar.ts";
import type { Change, Guard } from "../store.ts";
import type { Account } from "./account.ts";

/** The account takes entries for an active mandate on this date (invariant I6). */
export function mandateGuards(on: IsoDate): readonly Guard<Account>[] {
  return [
    { field: "mandateStatus", is: "equal", value: "active", refusal: "mandate-not-active" },
    { field: "mandateFrom", is: "at-most", value: on, refusal: "mandate-not-active" },
    { field: "mandateUntil", is: "at-least", value: on, refusal: "mandate-not-active" },
  ];
}

/**
 * Sets money of a mandate's account apart for a pending transfer or expense (recipe R1): it fails here, not at payment.
 * `on` is the date that must lie in the mandate's term.
 */
export function reserve(accountId: string, amountCents: number, on: IsoDate): Change {
  return {
    patch: "account",
    ref: { id: accountId },
    add: { available: -amountCents, reserved: amountCents },
    when: [
      { field: "status", is: "equal", value: "open", refusal: "period-closed" },
      ...mandateGuards(on),
      { field: "available", is: "at-least", value: amountCents, refusal: "not-enough-money" },
    ],
  };
}

/** Sets money of an enterprise apart that came back and waits for a second person; its mandate is over by then. */
export function reserveRefund(accountId: string, amountCents: number): Change {
  return {
    patch: "account",
    ref: { id: accountId },
    add: { available: -amountCents, reserved: amountCents },
    when: [
      { field: "status", is: "equal", value: "open", refusal: "period-closed" },
      { field: "mandateStatus", is: "equal", value: "ended", refusal: "wrong-state" },
      { field: "available", is: "at-least", value: amountCents, refusal: "not-enough-money" },
    ],
  };
}

/** Gives back what was set apart, when the transfer or expense is refused or expires (recipe R4). */
export function giveBack(accountId: string, amountCents: number): Change {
  return {
    patch: "account",
    ref: { id: accountId },
    add: { available: amountCents, reserved: -amountCents },
    when: [{ field: "reserved", is: "at-least", value: amountCents, refusal: "wrong-state" }],
  };
}
