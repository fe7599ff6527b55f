import type { IsoInstant } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import type { MemberId, PersonId } from "../ids.ts";
import { limits } from "../limits.ts";
import { isSameHuman } from "../person/mailbox.ts";
import type { BoardRole, Enterprise, Member } from "./enterprise.ts";

/** Seats of which a board has one: who is responsible for the money, and who leads. */
export const singleSeats: readonly BoardRole[] = ["chair", "treasurer"];

/** Whether a member counts: confirmed, or asked and still able to say yes. */
export function isActive(member: Member, now: IsoInstant): boolean {
  if (member.status === "invited") return member.invitationExpiresAt !== undefined && member.invitationExpiresAt >= now;
  return member.status === "confirmed";
}

/** Throws `invalid` at `role` when the one seat of this kind is taken by, or promised to, somebody else. */
export function assertSeatFree(
  enterprise: Enterprise,
  seat: { readonly role: BoardRole; readonly member?: MemberId | undefined },
  now: IsoInstant,
): void {
  if (!singleSeats.includes(seat.role)) return;
  const isTaken = enterprise.members.some(
    (member) => member.id !== seat.member && member.role === seat.role && isActive(member, now),
  );
  if (isTaken)
    throw new DomainError("invalid", `There is a ${seat.role} already.`, {
      fields: [{ path: "role", code: "seat-taken" }],
    });
}

/** Throws `limit-reached` when one more would make the board, or its history, too large. */
export function assertRoom(enterprise: Enterprise, now: IsoInstant): void {
  const active = enterprise.members.filter((member) => isActive(member, now)).length;
  if (active >= limits.membersMax || enterprise.members.length >= limits.memberRecordsMax)
    throw new DomainError("limit-reached", "The board is full.", { details: { max: limits.membersMax } });
}

/** Whether a person is `me`, or had a seat under another address of mine: two addresses are not four eyes. */
export function isSameEyes(enterprise: Enterprise, personId: PersonId | undefined, me: Member): boolean {
  if (personId === undefined || personId === me.personId) return personId !== undefined;
  return enterprise.members.some((member) => member.personId === personId && isSameHuman(member.email, me.email));
}

/** Throws `four-eyes` when the first half was done by me under another address; under this one the database refuses it. */
export function assertOtherEyes(enterprise: Enterprise, personId: PersonId | undefined, me: Member): void {
  if (personId !== me.personId && isSameEyes(enterprise, personId, me))
    throw new DomainError("four-eyes", "Somebody else does the second half.");
}

/** The members with one of them changed. */
export function withMember(enterprise: Enterprise, changed: Member): Member[] {
  return enterprise.members.map((member) => (member.id === changed.id ? changed : member));
}
