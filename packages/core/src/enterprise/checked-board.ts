import type { IsoInstant } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { isSameHuman } from "../person/mailbox.ts";
import { boardOf, type Enterprise, type Member, type Removal } from "./enterprise.ts";
import { singleSeats } from "./seats.ts";

/**
 * Who is a pair of eyes on money: whom an officer saw on the board. One human with two mailboxes fills two seats, and only a
 * person at city hall can see that. So who came after the check neither enters nor confirms anything until an officer looked.
 */
export const isChecked = ({ isUnchecked }: Member): boolean => isUnchecked !== true;

/** Whether an officer ever looked at this board: from then on each change of it is looked at too. */
export function wasBoardChecked({ boardCheckedAt, verifiedAt }: Enterprise): boolean {
  return (boardCheckedAt ?? verifiedAt) !== undefined;
}

/** What a seat that somebody takes or leaves now is marked with. */
export function markOf(enterprise: Enterprise): Pick<Member, "isUnchecked"> {
  return wasBoardChecked(enterprise) ? { isUnchecked: true } : {};
}

/** Throws `not-verified` for who came to the board after the check. */
export function assertChecked(seat: Member): void {
  if (!isChecked(seat))
    throw new DomainError("not-verified", "The municipality looks at the new board first.", {
      details: { why: "board-unchecked" },
    });
}

/** Members of the board whom an officer saw, as different people. */
export function checkedPeople(enterprise: Enterprise): number {
  return new Set(
    boardOf(enterprise)
      .filter(isChecked)
      .map(({ personId }) => personId),
  ).size;
}

/** Whether one person alone cannot end this seat: chair or treasurer of a board that was checked. */
export function needsSecond(enterprise: Enterprise, member: Member): boolean {
  const isSingle = member.status === "confirmed" && singleSeats.includes(member.role);
  return isSingle && isChecked(member) && wasBoardChecked(enterprise);
}

/** The removal that waits: in time, and asked by somebody who still is on the board. */
export function openRemoval(enterprise: Enterprise, { status, removal }: Member, now: IsoInstant): Removal | undefined {
  if (status !== "confirmed" || removal === undefined || removal.expiresAt < now) return undefined;
  return boardOf(enterprise).some(({ id }) => id === removal.askedBy) ? removal : undefined;
}

/** Whether `other` may be the second person: checked, not the one it is about, and not who asked under any address. */
export function isSecond(enterprise: Enterprise, about: Member, removal: Removal, other: Member): boolean {
  const asker = enterprise.members.find(({ id }) => id === removal.askedBy);
  if (other.status !== "confirmed" || !isChecked(other) || other.id === about.id || asker === undefined) return false;
  return other.id !== asker.id && !isSameHuman(other.email, asker.email) && !isSameHuman(other.email, about.email);
}

/** Whether nobody on the board can be the second person, so that an officer has to be. */
export function waitsForOfficer(enterprise: Enterprise, about: Member, now: IsoInstant): boolean {
  const removal = openRemoval(enterprise, about, now);
  return removal !== undefined && !enterprise.members.some((other) => isSecond(enterprise, about, removal, other));
}

/** The member whose removal an officer decides on; undefined where there is none. */
export function removalForOfficer(enterprise: Enterprise, now: IsoInstant): Member | undefined {
  return enterprise.members.find((member) => waitsForOfficer(enterprise, member, now));
}
