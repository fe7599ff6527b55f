import { assertBoard } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, MemberId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { boardOf, type Enterprise, type Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { mayRemove, withMember } from "./seats.ts";

/**
 * Takes somebody off the board, or an invitation back. Everybody may leave, except the last; others are removed by the
 * chair (or by anybody where there is none). Who left stays in the records, because their acts do.
 * @throws DomainError `not-found`; `forbidden`; `wrong-state` for the last one.
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
    assertMayRemove(enterprise, seat, member);
    const members = without(enterprise, member);
    const membership = member.personId === undefined ? undefined : { personId: member.personId, enterpriseId };
    const isIndexed = membership !== undefined && (await deps.store.get("membership", membership)) !== undefined;
    await deps.store.commit([
      next("enterprise", enterprise, { members }),
      ...(isIndexed ? [{ remove: "membership", ref: membership, when: [] } as const] : []),
    ]);
    return viewBoard(deps, actor, { ...enterprise, members, revision: enterprise.revision + 1 });
  });
}

function assertMayRemove(enterprise: Enterprise, seat: Member, member: Member): void {
  if (!mayRemove(enterprise, seat, member))
    throw new DomainError("forbidden", "Only the chair removes others.", { details: { needs: "chair" } });
  if (member.status === "confirmed" && boardOf(enterprise).length === 1)
    throw new DomainError("wrong-state", "The last member cannot leave.", { details: { why: "last-member" } });
}

/** An invitation that is taken back leaves nothing; a member who leaves stays as somebody who was there. */
function without(enterprise: Enterprise, member: Member): Member[] {
  if (member.status === "invited") return enterprise.members.filter(({ id }) => id !== member.id);
  return withMember(enterprise, { ...member, status: "left", isNamePublic: false });
}
