import { assertRole, hasRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import { dateIn, type IsoDate } from "../calendar.ts";
import { type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import type { ErrorCode } from "../errors.ts";
import type { PersonId, TransferId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { whyMoneyRests } from "../mandate/phase.ts";
import type { Person } from "../person/person.ts";
import type { Actor, Deps } from "../ports.ts";
import { maskIban } from "../typed/mask-iban.ts";
import { accountOf, isAccountChanged, isSameAccount } from "./account.ts";
import { readAbout, readTransfer, type TransferCase } from "./case.ts";
import { type PaidTo, type Transfer, transferTransitions } from "./transfer.ts";
import { summarizeTransfer, type TransferView } from "./view.ts";

/** A transfer for city hall. @throws DomainError `forbidden`, `not-found`. */
export async function getTransfer(
  deps: Deps,
  actor: Actor,
  input: { readonly transferId: TransferId },
): Promise<TransferView> {
  assertRole(actor, "finance", "council", "officer", "auditor");
  const about = await readAbout(deps, await readTransfer(deps, input.transferId));
  const { transfer, mandate, enterprise } = about;
  const find = async (id: PersonId | undefined) => (id === undefined ? undefined : deps.store.get("person", { id }));
  const [me, proposer, approver, payer, refuser] = await Promise.all(
    [actor.personId, transfer.proposedBy, transfer.approvedBy, transfer.paidBy, transfer.refusedBy].map(find),
  );
  const name = (field: string, person: Person | undefined) =>
    person === undefined ? {} : { [field]: person.name ?? person.email };
  const { proposedAt, approvedAt, refusedAt, bankReference } = transfer;
  const isFinance = hasRole(actor, "finance");
  return {
    ...summarizeTransfer(transfer),
    title: mandate.title,
    enterprise: enterprise.profile.name,
    decisionReference: mandate.decisionReference,
    proposedBy: proposer?.name ?? proposer?.email ?? "",
    proposedAt,
    payUntil: mandate.endsOn,
    ...(approvedAt === undefined ? {} : { approvedAt }),
    ...(bankReference === undefined ? {} : { bankReference }),
    ...name("approvedBy", approver),
    ...name("paidBy", payer),
    ...name("refusedBy", refuser),
    ...(refusedAt === undefined ? {} : { refusedAt }),
    ...(isFinance && enterprise.iban !== undefined ? { iban: enterprise.iban } : {}),
    ...(await readAccount(deps, enterprise)),
    ...(transfer.account === undefined ? {} : { approvedAccount: masked(transfer.account) }),
    isAccountChanged: isAccountChanged(transfer, enterprise),
    enterpriseStatus: enterprise.status,
    enterpriseRevision: enterprise.revision,
    ...refusals(deps, actor, about, me),
  };
}

/** Where the money goes, and whether that is where this enterprise was last paid. */
async function readAccount(deps: Deps, enterprise: Enterprise) {
  const { id: enterpriseId, iban, ibanHolder, ibanSince } = enterprise;
  const mandates = await deps.store.listAll("mandates-of-enterprise", { enterpriseId });
  const last = lastPaid(mandates.flatMap(({ instalments }) => instalments));
  const paidTo = last === undefined ? undefined : (await deps.store.get("transfer", { id: last.transferId }))?.account;
  const since = ibanSince === undefined ? undefined : dateIn(new Date(ibanSince));
  const changed = last === undefined ? undefined : changeSince(enterprise, last.paidOn, paidTo);
  return {
    ...(iban === undefined ? {} : { maskedIban: maskIban(iban) }),
    ...(ibanHolder === undefined ? {} : { ibanHolder }),
    ...(since === undefined ? {} : { ibanSince: since }),
    ...(changed?.before === undefined ? {} : { ibanBefore: changed.before }),
    ...(last === undefined ? {} : { lastPaidOn: last.paidOn }),
    isIbanNew: changed !== undefined,
  };
}

const masked = ({ iban, holder }: PaidTo) => ({ maskedIban: maskIban(iban), holder });

const lastPaid = (instalments: Mandate["instalments"]) =>
  instalments
    .flatMap(({ paidOn, transferId }) =>
      paidOn === undefined || transferId === undefined ? [] : [{ paidOn, transferId }],
    )
    .toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : 1))
    .at(-1);

/**
 * Which account was paid last, when it is not the one of now. Before the account was kept with the approval only the day of
 * the change tells; on the day of the payment too, because the bank's date has no hour.
 */
function changeSince(enterprise: Enterprise, paidOn: IsoDate, paidTo: PaidTo | undefined) {
  const { ibanSince, ibanBefore: before } = enterprise;
  if (paidTo === undefined)
    return ibanSince !== undefined && paidOn <= dateIn(new Date(ibanSince)) ? { before } : undefined;
  if (isSameAccount(paidTo, accountOf(enterprise))) return undefined;
  return { before: masked(paidTo) };
}

/** Why the reader may not act: the same rules as the verbs, so that a page can say so before a button is pressed. */
function refusals(deps: Deps, actor: Actor, { transfer, mandate, enterprise }: TransferCase, me: Person | undefined) {
  const isPayee = me === undefined || isOnBoard(me, enterprise) || transfer.payees.includes(me.id);
  const own = isPayee ? "own-interest" : undefined;
  const obstacle = moneyObstacles(enterprise).length > 0 ? "cannot-hold-money" : undefined;
  const today = dateIn(deps.clock.now());
  const approvedOn = transfer.approvedAt === undefined ? today : dateIn(new Date(transfer.approvedAt));
  const isLate = transfer.expiresAt < deps.clock.now().toISOString();
  const same = (person: PersonId | undefined) => (me !== undefined && person === me.id ? "four-eyes" : undefined);
  const state = ({ from }: { from: readonly Transfer["status"][] }) =>
    from.includes(transfer.status) ? undefined : "wrong-state";
  const first = (...reasons: (ErrorCode | undefined)[]) => reasons.find((reason) => reason !== undefined);
  const council = hasRole(actor, "council") ? undefined : "forbidden";
  const finance = hasRole(actor, "finance") ? undefined : "forbidden";
  const third = deps.municipality.threePeople ? same(transfer.proposedBy) : undefined;
  const { approve, refuse, pay } = transferTransitions;
  const found = {
    approveRefusal: first(
      council,
      state(approve),
      isLate ? "wrong-state" : undefined,
      same(transfer.proposedBy),
      own,
      obstacle,
      whyMoneyRests(mandate, today),
    ),
    refuseRefusal: first(council, state(refuse), own),
    payRefusal: first(
      finance,
      state(pay),
      same(transfer.approvedBy),
      third,
      own,
      obstacle,
      isAccountChanged(transfer, enterprise) ? "account-changed" : undefined,
      whyMoneyRests(mandate, approvedOn),
    ),
  };
  const { approveRefusal, refuseRefusal, payRefusal } = found;
  return {
    ...(approveRefusal === undefined ? {} : { approveRefusal }),
    ...(refuseRefusal === undefined ? {} : { refuseRefusal }),
    ...(payRefusal === undefined ? {} : { payRefusal }),
  };
}
