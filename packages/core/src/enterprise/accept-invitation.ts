import * as z from "zod";
import { next, revised, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, MemberId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { parse } from "../parse.ts";
import { type OpenedSession, openSession } from "../person/open-session.ts";
import type { Actor, Deps } from "../ports.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { markOf } from "./checked-board.ts";
import type { Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { assertNameOfPerson } from "./may-invite.ts";
import { assertInvited } from "./open-invitation.ts";
import { rechecked } from "./recheck.ts";
import { assertSeatFree, isActive, withMember } from "./seats.ts";
import { tellBoard } from "./tell-board.ts";

/**
 * Input of saying yes to an invitation. The invited gives their own name: that is what makes the yes theirs, and not that
 * of a mail scanner which presses the first button it finds. Without `secret` only for who is signed in as the invited.
 */
export const Acceptance = z
  .strictObject({
    secret: z.string().min(20, "code").max(100, "code").optional(),
    name: Name(limits.nameLengthMax),
    isNamePublic: z.boolean("required"),
  })
  .meta({ id: "Acceptance" });

/** A confirmed seat; `opened` when the letter's secret also signed the person in. */
export interface Accepted {
  readonly board: BoardView;
  readonly opened: OpenedSession | undefined;
}

type Input = z.input<typeof Acceptance> & { readonly enterpriseId: EnterpriseId; readonly memberId: MemberId };

/**
 * Takes the seat. The letter's secret proves the mailbox, so it signs a visitor in; somebody who is signed in with
 * another address is refused. Once, within `limits.invitationDays`. On a board that an officer looked at, an officer looks
 * again: until then the new member is no pair of eyes on money. The board is told.
 * @throws DomainError `invalid`; `code-wrong`; `forbidden`; `wrong-state` when it was accepted or withdrawn.
 */
export function acceptInvitation(deps: Deps, actor: Actor, input: Input): Promise<Accepted> {
  const { enterpriseId, memberId, ...rest } = input;
  const { secret, name, isNamePublic } = parse(Acceptance, rest);
  return untilFresh(async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const member = enterprise.members.find(({ id }) => id === memberId);
    if (member?.personId === undefined) throw new DomainError("not-found", "There is no such invitation.");
    const now = deps.clock.now().toISOString();
    assertInvited(deps, actor, member, secret);
    if (member.status !== "invited")
      throw new DomainError("wrong-state", "This invitation is not open.", { details: { status: member.status } });
    if (!isActive(member, now))
      throw new DomainError("code-wrong", "This invitation is over time.", { details: { why: "expired" } });
    assertSeatFree(enterprise, { role: member.role, member: member.id }, now);
    assertNameOfPerson(deps, name);
    const { invitationHash: _hash, invitationExpiresAt: _until, ...seat } = member;
    const confirmed: Member = {
      ...seat,
      name,
      isNamePublic,
      status: "confirmed",
      confirmedAt: now,
      ...markOf(enterprise),
    };
    const set = { members: withMember(enterprise, confirmed), ...rechecked(enterprise, ["board"]) };
    const heldBy = "recheck" in set ? "officer" : undefined;
    const person = await deps.store.get("person", { id: member.personId });
    if (person === undefined) throw new DomainError("not-found", "There is no such invitation.");
    const opened = actor.kind === "resident" ? undefined : openSession(deps, person.id, "resident");
    await deps.store.commit([
      next("enterprise", enterprise, set),
      ...tellBoard(
        deps,
        { ...enterprise, members: set.members },
        { change: "came", member: confirmed, by: confirmed, heldBy },
      ),
      ...(person.name === undefined ? [next("person", person, { name })] : []),
      ...(opened === undefined ? [] : [opened.change]),
    ]);
    const you: Actor = { kind: "resident", personId: person.id, email: member.email };
    return { opened, board: viewBoard(deps, you, revised(enterprise, set)) };
  });
}
