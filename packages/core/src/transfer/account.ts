import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { PaidTo, Transfer } from "./transfer.ts";

/** The account of an enterprise as it counts now; undefined when it has none. */
export function accountOf({ iban, ibanHolder }: Enterprise): PaidTo | undefined {
  return iban === undefined ? undefined : { iban, holder: ibanHolder ?? "" };
}

/** Whether two accounts are one: the same number in the same name. */
export const isSameAccount = (one: PaidTo | undefined, other: PaidTo | undefined): boolean =>
  one?.iban === other?.iban && one?.holder === other?.holder;

/**
 * Whether the account changed after somebody approved that money goes there. It is not paid then: it is sent back, and who
 * approves looks at the new account first. What was approved before accounts were kept names none.
 */
export const isAccountChanged = ({ status, account }: Transfer, enterprise: Enterprise): boolean =>
  status === "approved" && account !== undefined && !isSameAccount(account, accountOf(enterprise));

/** Throws `account-changed` when money would go to another account than was approved. */
export function assertSameAccount(transfer: Transfer, enterprise: Enterprise): void {
  if (isAccountChanged(transfer, enterprise))
    throw new DomainError("account-changed", "The account changed after this was approved.");
}
