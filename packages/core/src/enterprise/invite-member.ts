import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { addDays, dateIn, endOfTerm } from "../calendar.ts";
import { next, revised } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { Name } from "../name/name.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import { personByAddress } from "../person/by-address.ts";
import { isSameHuman } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { Email } from "../text.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { disavowalPath } from "./disavow.ts";
import { BoardRole, type Enterprise, type Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { assertNotRefused } from "./may-act.ts";
import { usesOfInvitation } from "./may-invite.ts";
import { assertRoom, assertSeatFree, singleSeats, withMember } from "./seats.ts";
import { tellBoard } from "./tell-board.ts";

/** Input of inviting somebody to the board. */
export const Invitation = z
  .strictObject({ name: Name(limits.nameLengthMax), email: Email, role: BoardRole })
  .meta({ id: "Invitation" });

/**
 * Invites somebody to the board by letter; inviting the same address again replaces the earlier invitation. When it is for
 * the seat of chair or treasurer, the board is told.
 * @throws DomainError `invalid` at `email` for who is on the board or wants no letters of it, at `role` for a taken seat;
 * `not-verified` after a refusal or under a name that has to be looked at first; `limit-reached`; `idempotency-mismatch`.
 */
export async function inviteMember(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof Invitation> & Keyed & { readonly enterpriseId: EnterpriseId },
  caller: { readonly ip: string },
): Promise<BoardView> {
  const { enterpriseId, idempotencyKey: key, ...rest } = input;
  const uses = async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const inviter = assertBoard(actor, enterprise);
    return usesOfInvitation(deps, { enterprise, inviter }, parse(Invitation, rest), caller);
  };
  const request = { verb: "inviteMember", by: askedBy(actor), enterpriseId, ...rest };
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const seat = assertBoard(actor, enterprise);
    const { name: inviter, id: invitedBy } = seat;
    assertNotRefused(enterprise);
    const invitation = parse(Invitation, rest);
    const { person, changes } = await personByAddress(deps, invitation.email);
    const { member, members, secret } = invite(deps, enterprise, invitation, { personId: person.id, invitedBy });
    const membership = { personId: person.id, enterpriseId };
    const isIndexed = (await deps.store.get("membership", membership)) !== undefined;
    const commit: readonly Change[] = [
      next("enterprise", enterprise, { members }),
      ...changes,
      ...(isIndexed
        ? []
        : [{ put: "membership", record: { ...membership, since: member.invitedAt }, refusal: "stale" } as const]),
      ...(singleSeats.includes(member.role)
        ? tellBoard(deps, enterprise, { change: "invited", member, by: seat })
        : []),
      writeLetter(deps, "invitation", invitation.email, {
        enterprise: publicIdentity(enterprise).name,
        isVerified: isPublic(enterprise),
        disavowalPath: disavowalPath(deps.digest, enterpriseId, invitation.email),
        inviter,
        name: member.name,
        role: member.role,
        path: sitePaths.invitation(enterpriseId, member.id, secret),
        expiresOn: addDays(dateIn(deps.clock.now()), limits.invitationDays),
      }),
    ];
    return { changes: commit, result: viewBoard(deps, actor, revised(enterprise, { members })) };
  });
}

/** The member as invited now, and the members with them. */
function invite(
  deps: Deps,
  enterprise: Enterprise,
  invitation: z.infer<typeof Invitation>,
  who: { readonly personId: NonNullable<Member["personId"]>; readonly invitedBy: Member["id"] },
): { member: Member; members: Member[]; secret: string } {
  const now = deps.clock.now();
  const nowText = now.toISOString();
  const earlier = enterprise.members.find(
    ({ email, status }) => isSameHuman(email, invitation.email) && status !== "left",
  );
  if (earlier?.status === "confirmed")
    throw new DomainError("invalid", "This address is on the board.", { fields: [{ path: "email", code: "twice" }] });
  assertSeatFree(enterprise, { role: invitation.role, member: earlier?.id }, nowText);
  if (earlier === undefined) assertRoom(enterprise, nowText);
  const secret = deps.ids.secret();
  const member: Member = {
    ...invitation,
    id: earlier?.id ?? deps.ids.next("mem"),
    ...who,
    status: "invited",
    isNamePublic: false,
    invitationHash: deps.digest.of(secret),
    invitedAt: nowText,
    invitationExpiresAt: endOfTerm(now, limits.invitationDays),
  };
  const members = earlier === undefined ? [...enterprise.members, member] : withMember(enterprise, member);
  return { member, members, secret };
}
