import { dateIn, type IsoDate } from "../calendar.ts";
import { inDistrict } from "../district/districts.ts";
import { invariant } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Deps } from "../ports.ts";
import type { Change, Guard } from "../store.ts";
import type { Account, Journal } from "./account.ts";
import { accountIds, mandateAccounts } from "./open.ts";
import { book, type Posted, type Posting, post, readAccounts } from "./post.ts";

/** Who books, and who agreed before. */
export interface Hands {
  readonly by: PersonId;
  readonly approvers: readonly PersonId[];
}

function aboutMandate(mandate: Mandate, { by, approvers }: Hands) {
  return {
    decisionReference: mandate.decisionReference,
    description: mandate.title,
    potId: mandate.potId,
    mandateId: mandate.id,
    enterpriseId: mandate.enterpriseId,
    ...inDistrict(mandate.district),
    by,
    approvers: [...approvers],
  };
}

/**
 * `COMMIT`: opens the mandate's accounts and moves its whole amount from the pot. The caller puts the mandate itself in
 * the same commit. Refused by the database: `not-enough-money` in the pot, `conflict` when the accounts exist.
 */
export async function commitMandate(deps: Deps, mandate: Mandate, hands: Hands): Promise<Posted> {
  const { committed, cash } = mandateAccounts(mandate, deps.clock.now());
  const { journal, changes } = await post(deps, {
    kind: "COMMIT",
    source: accountIds.pot(mandate.potId),
    destination: committed.id,
    amountCents: mandate.amountCents,
    effectDate: dateIn(deps.clock.now()),
    opens: committed,
    ...aboutMandate(mandate, hands),
  });
  return { journal, changes: [...changes, { put: "account", record: cash }] };
}

/** What ending a mandate does with its money, in cents. */
export interface EndedMandate {
  /** The `RELEASE`; absent when everything was paid. */
  readonly journal?: Journal;
  readonly changes: readonly Change[];
  /** Flows back to the pot with this commit. */
  readonly releasedCents: number;
  /** Still held by the enterprise: to be refunded. */
  readonly leftCents: number;
}

/**
 * `RELEASE`: moves what was never paid back to the pot and ends the mandate on both accounts, so that nothing can be
 * paid, spent or corrected after it. Refused by the database as `wrong-state` while a transfer or an expense is
 * pending, and as `mandate-not-active` the second time.
 */
export async function endMandate(deps: Deps, mandate: Mandate, hands: Hands): Promise<EndedMandate> {
  const [{ source: committed, destination: pot }, cash] = await Promise.all([
    readAccounts(deps, accountIds.committed(mandate.id), accountIds.pot(mandate.potId)),
    deps.store.get("account", { id: accountIds.cash(mandate.id) }),
  ]);
  invariant(committed !== undefined && cash !== undefined, `mandate ${mandate.id} has its accounts`);
  const left = { leftCents: cash.posted, releasedCents: committed.posted };
  if (committed.posted === 0) return { ...left, changes: [end(committed), end(cash)] };
  const release: Posting = {
    kind: "RELEASE",
    source: committed.id,
    destination: accountIds.pot(mandate.potId),
    amountCents: committed.posted,
    effectDate: dateIn(deps.clock.now()),
    endsMandate: true,
    ...aboutMandate(mandate, hands),
  };
  const { journal, changes } = await book(deps, release, { source: committed, destination: pot });
  return { ...left, journal, changes: [...changes, end(cash)] };
}

/** The end of a mandate on an account that has no posting in the same commit; its balance is still the one that was read. */
function end(account: Account): Change {
  const when: readonly Guard<Account>[] = [
    { field: "mandateStatus", is: "equal", value: "active", refusal: "mandate-not-active" },
    { field: "reserved", is: "equal", value: 0, refusal: "wrong-state" },
    { field: "sequence", is: "equal", value: account.sequence, refusal: "stale" },
  ];
  return { patch: "account", ref: { id: account.id }, set: { mandateStatus: "ended" }, when };
}

/** A refund as finance found it on the bank statement. */
export interface Refund {
  readonly amountCents: number;
  readonly receivedOn: IsoDate;
  readonly bankReference: string;
}

/**
 * `REFUND`: cash of the enterprise that came back to the municipality. `leftCents` is what is still to come; it is right
 * when the commit succeeds. It was set apart when it was prepared, so there is enough.
 */
export async function refundCash(
  deps: Deps,
  mandate: Mandate,
  refund: Refund,
  hands: Hands,
): Promise<Posted & { readonly leftCents: number }> {
  const accounts = await readAccounts(deps, accountIds.cash(mandate.id), accountIds.pot(mandate.potId));
  const cash = accounts.source;
  invariant(cash !== undefined, `mandate ${mandate.id} has its accounts`);
  const posting: Posting = {
    kind: "REFUND",
    isReserved: true,
    source: cash.id,
    destination: accountIds.pot(mandate.potId),
    amountCents: refund.amountCents,
    effectDate: refund.receivedOn,
    bankReference: refund.bankReference,
    ...aboutMandate(mandate, hands),
  };
  return { ...(await book(deps, posting, accounts)), leftCents: cash.posted - refund.amountCents };
}
