import { assertBoard } from "../actor.ts";
import { dateIn, endOfTerm, type IsoInstant } from "../calendar.ts";
import { next, revised, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, MemberId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { markOf, needsSecond, openRemoval, removalForOfficer } from "./checked-board.ts";
import { boardOf, type Enterprise, type Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { mayRemove } from "./may-remove.ts";
import { rechecked } from "./recheck.ts";
import { singleSeats, withMember } from "./seats.ts";
import { tellBoard } from "./tell-board.ts";

/**
 * Takes somebody off the board, or an invitation back. Everybody may leave, except the last; others are removed by the
 * chair (or by anybody where there is none). Chair and treasurer of a checked board leave only when a second member does
 * the same, or an officer where there is none: the first time asks. Who left stays in the records, because their acts do.
 * @throws DomainError `not-found`; `forbidden`; `four-eyes` for who asked; `wrong-state` for the last one.
 */
export function removeMember(
  deps: Deps,
  actor: Actor,
  input: { readonly enterpriseId: EnterpriseId; readonly memberId: MemberId },
): Promise<BoardView> {
  const { enterpriseId, memberId } = input;
  return untilFresh(async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const seat = assertBoard(actor, enterprise);
    const member = enterprise.members.find(({ id, status }) => id === memberId && status !== "left");
    if (member === undefined) throw new DomainError("not-found", "There is no such member.");
    const now = deps.clock.now().toISOString();
    assertMayRemove(enterprise, seat, member, now);
    const isAsk =
      seat.id !== member.id && needsSecond(enterprise, member) && openRemoval(enterprise, member, now) === undefined;
    const { set, changes } = isAsk
      ? ask(deps, enterprise, seat, member)
      : await endSeat(deps, enterprise, member, { by: seat, leftBy: seat.id });
    await deps.store.commit([next("enterprise", enterprise, set), ...changes]);
    return viewBoard(deps, actor, revised(enterprise, set));
  });
}

function assertMayRemove(enterprise: Enterprise, seat: Member, member: Member, now: IsoInstant): void {
  if (!mayRemove(enterprise, seat, member, now)) {
    if (openRemoval(enterprise, member, now)?.askedBy === seat.id)
      throw new DomainError("four-eyes", "Somebody else confirms this.");
    throw new DomainError("forbidden", "Only the chair removes others.", { details: { needs: "chair" } });
  }
  if (member.status === "confirmed" && boardOf(enterprise).length === 1)
    throw new DomainError("wrong-state", "The last member cannot leave.", { details: { why: "last-member" } });
}

function ask(deps: Deps, enterprise: Enterprise, by: Member, member: Member) {
  const now = deps.clock.now();
  const removal = { askedBy: by.id, askedAt: now.toISOString(), expiresAt: endOfTerm(now, limits.removalDays) };
  const members = withMember(enterprise, { ...member, removal });
  const isForOfficer = removalForOfficer({ ...enterprise, members }, removal.askedAt) !== undefined;
  const heldBy = isForOfficer ? ("officer" as const) : ("board" as const);
  const expiresOn = dateIn(new Date(removal.expiresAt));
  return {
    set: { members, ...(isForOfficer ? rechecked(enterprise, ["board"]) : {}) },
    changes: tellBoard(deps, enterprise, { change: "removal-asked", member, by, heldBy, expiresOn }),
  };
}

/**
 * Ends a seat, or takes an invitation back: what the enterprise becomes, and what goes along in the commit. An officer looks
 * again when the seat of chair or treasurer is empty, when somebody was removed by another, or when only an officer is left
 * to answer a removal.
 */
export async function endSeat(
  deps: Deps,
  enterprise: Enterprise,
  member: Member,
  { by, leftBy }: { readonly by: Member | undefined; readonly leftBy: MemberId },
): Promise<{ set: ReturnType<typeof rechecked> & Pick<Enterprise, "members">; changes: readonly Change[] }> {
  const membership =
    member.personId === undefined ? undefined : { personId: member.personId, enterpriseId: enterprise.id };
  const isIndexed = membership !== undefined && (await deps.store.get("membership", membership)) !== undefined;
  const unindexed: readonly Change[] = isIndexed ? [{ remove: "membership", ref: membership, when: [] }] : [];
  // An invitation that is taken back leaves nothing; a member who leaves stays as somebody who was there.
  if (member.status === "invited")
    return { set: { members: enterprise.members.filter(({ id }) => id !== member.id) }, changes: unindexed };
  const leftAt = deps.clock.now().toISOString();
  const { removal: _, ...rest } = member;
  const left: Member = { ...rest, status: "left", isNamePublic: false, leftAt, leftBy, ...markOf(enterprise) };
  const members = withMember(enterprise, left);
  const after = { ...enterprise, members };
  const isOwnAct = leftBy === member.id;
  const isLookedAt = !isOwnAct || singleSeats.includes(member.role) || removalForOfficer(after, leftAt) !== undefined;
  const set = { members, ...(isLookedAt ? rechecked(enterprise, ["board"]) : {}) };
  const change = isOwnAct ? "left" : "removed";
  const heldBy = "recheck" in set ? "officer" : undefined;
  return {
    set,
    changes: [...unindexed, ...tellBoard(deps, after, { change, member, by, heldBy })],
  };
}
