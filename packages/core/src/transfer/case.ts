import { assertNotPayee } from "../at-commit.ts";
import { next } from "../change.ts";
import { inDistrict } from "../district/districts.ts";
import { checkedPeople } from "../enterprise/checked-board.ts";
import { boardOf, type Enterprise, moneyObstacles } from "../enterprise/enterprise.ts";
import { DomainError, invariant } from "../errors.ts";
import type { EventCode } from "../event/event.ts";
import { recordEvent } from "../event/record.ts";
import type { TransferId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Person } from "../person/person.ts";
import type { Deps, SignedIn } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Transfer } from "./transfer.ts";

/** A transfer with everything an act on it must look at. */
export interface TransferCase {
  readonly transfer: Transfer;
  readonly mandate: Mandate;
  readonly enterprise: Enterprise;
}

/** Reads a transfer. @throws DomainError `not-found`. */
export async function readTransfer(deps: Deps, id: TransferId): Promise<Transfer> {
  const transfer = await deps.store.get("transfer", { id });
  if (transfer === undefined) throw new DomainError("not-found", "There is no such transfer.");
  return transfer;
}

/** Reads what a transfer is about. */
export async function readAbout(deps: Deps, transfer: Transfer): Promise<TransferCase> {
  const [mandate, enterprise] = await Promise.all([
    deps.store.get("mandate", { id: transfer.mandateId }),
    deps.store.get("enterprise", { id: transfer.enterpriseId }),
  ]);
  invariant(
    mandate !== undefined && enterprise !== undefined,
    `transfer ${transfer.id} has a mandate and an enterprise`,
  );
  return { transfer, mandate, enterprise };
}

/** As `readAbout`, for an actor who must not sit on the receiving board. @throws DomainError `own-interest`. */
export async function readAboutAsOutsider(deps: Deps, transfer: Transfer, actor: SignedIn): Promise<TransferCase> {
  const [about, person] = await Promise.all([readAbout(deps, transfer), readSelf(deps, actor)]);
  assertNotPayee(person, about.enterprise);
  return about;
}

/** The actor's own record. @throws DomainError `forbidden` when it is gone. */
export async function readSelf(deps: Deps, actor: SignedIn): Promise<Person> {
  const person = await deps.store.get("person", { id: actor.personId });
  if (person === undefined) throw new DomainError("forbidden", "You are not known here any more.");
  return person;
}

/** Throws `cannot-hold-money` with every obstacle when the enterprise may not receive money (now). */
export function assertMayHoldMoney(enterprise: Enterprise): void {
  const obstacles = moneyObstacles(enterprise);
  if (obstacles.length > 0)
    throw new DomainError("cannot-hold-money", "The enterprise may not hold money yet.", {
      details: { obstacles: obstacles.join(" ") },
    });
}

/**
 * Throws `cannot-hold-money` when nobody else on the board could confirm what the treasurer enters, `not-verified` when
 * nobody could whom an officer saw on it. Only that: money that
 * was paid can be spent and answered for, also while name or account wait to be checked again.
 */
export function assertTwoOnBoard(enterprise: Enterprise): void {
  if (moneyObstacles(enterprise).includes("board-too-small"))
    throw new DomainError("cannot-hold-money", "Somebody else on the board must be able to confirm.", {
      details: { obstacles: "board-too-small" },
    });
  if (checkedPeople(enterprise) < 2)
    throw new DomainError("not-verified", "The municipality looks at the new board first.", {
      details: { why: "board-unchecked" },
    });
}

type InstalmentState =
  | { readonly status: "planned" }
  | { readonly status: "proposed" | "approved"; readonly transferId: TransferId }
  | { readonly status: "paid"; readonly transferId: TransferId; readonly paidOn: string };

/** Marks in the mandate where one instalment is; the others stay as they are. */
export function markInstalment(mandate: Mandate, instalmentId: string, state: InstalmentState): Change {
  const instalments = mandate.instalments.map((part) => {
    if (part.id !== instalmentId) return part;
    const { id, amountCents, plannedOn } = part;
    return { id, amountCents, plannedOn, ...state };
  });
  return next("mandate", mandate, { instalments });
}

/** The public line of what happened to a transfer. */
export function transferEvent(deps: Deps, { transfer, mandate }: TransferCase, code: EventCode): Change {
  return recordEvent(deps, {
    code,
    enterpriseId: transfer.enterpriseId,
    proposalId: transfer.proposalId,
    ...inDistrict(mandate.district),
    facts: { amountCents: transfer.amountCents, title: mandate.title },
  });
}

/** Person ids of the receiving board. */
export function payeesOf(enterprise: Enterprise): Transfer["payees"] {
  return boardOf(enterprise).flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
}
