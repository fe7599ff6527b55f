import { assertBoard } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, MemberId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { findEnterprise } from "./find.ts";
import { withMember } from "./seats.ts";

/** Whether your own name stands on the public page of your enterprise; nobody decides that for somebody else. */
export function setNameVisibility(
  deps: Deps,
  actor: Actor,
  input: { readonly enterpriseId: EnterpriseId; readonly memberId: MemberId; readonly isNamePublic: boolean },
): Promise<BoardView> {
  return untilFresh(async () => {
    const enterprise = await findEnterprise(deps, input.enterpriseId);
    const seat = assertBoard(actor, enterprise);
    if (seat.id !== input.memberId)
      throw new DomainError("forbidden", "This is somebody else's name.", { details: { needs: "own-seat" } });
    const members = withMember(enterprise, { ...seat, isNamePublic: input.isNamePublic });
    await deps.store.commit([next("enterprise", enterprise, { members })]);
    return viewBoard(deps, actor, { ...enterprise, members, revision: enterprise.revision + 1 });
  });
}
