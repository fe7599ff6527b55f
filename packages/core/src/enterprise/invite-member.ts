import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { addDays, dateIn, endOfTerm } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import { personByAddress } from "../person/by-address.ts";
import { humanHash, isSameHuman } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { withinLimits } from "../sign-in/within-limit.ts";
import { sitePaths } from "../site-paths.ts";
import { Email, line } from "../text.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { BoardRole, type Enterprise, type Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { assertRoom, assertSeatFree, withMember } from "./seats.ts";

/** Input of inviting somebody to the board. */
export const Invitation = z
  .strictObject({ name: line(limits.nameLengthMax), email: Email, role: BoardRole })
  .meta({ id: "Invitation" });

/** Invitations to one mailbox, of whichever board: apart from letters that others ask for. */
const perMailboxDay = { name: "invitation-mailbox-day", max: limits.lettersPerAddressDayMax, minutes: 24 * 60 };

/**
 * Invites somebody to the board by letter; inviting the same address again replaces the earlier invitation.
 * @throws DomainError `invalid` at `email` for who is on the board, at `role` for a taken seat; `limit-reached`.
 */
export async function inviteMember(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof Invitation> & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, ...rest } = input;
  assertBoard(actor, await findEnterprise(deps, enterpriseId));
  const invitation = parse(Invitation, rest);
  const uses = [{ rule: perMailboxDay, subject: humanHash(deps.digest, invitation.email) }];
  return withinLimits(deps, uses, () => write(deps, actor, enterpriseId, invitation));
}

function write(
  deps: Deps,
  actor: Actor,
  enterpriseId: EnterpriseId,
  invitation: z.infer<typeof Invitation>,
): Promise<BoardView> {
  return untilFresh(async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const { name: inviter } = assertBoard(actor, enterprise);
    const { person, changes } = await personByAddress(deps, invitation.email);
    const { member, members, secret } = invite(deps, enterprise, invitation, person.id);
    const membership = { personId: person.id, enterpriseId };
    const isIndexed = (await deps.store.get("membership", membership)) !== undefined;
    await deps.store.commit([
      next("enterprise", enterprise, { members }),
      ...changes,
      ...(isIndexed
        ? []
        : [{ put: "membership", record: { ...membership, since: member.invitedAt }, refusal: "stale" } as const]),
      writeLetter(deps, "invitation", invitation.email, {
        enterprise: enterprise.profile.name,
        inviter,
        name: member.name,
        role: member.role,
        path: sitePaths.invitation(enterpriseId, member.id, secret),
        expiresOn: addDays(dateIn(deps.clock.now()), limits.invitationDays),
      }),
    ]);
    return viewBoard(deps, actor, { ...enterprise, members, revision: enterprise.revision + 1 });
  });
}

/** The member as invited now, and the members with them. */
function invite(
  deps: Deps,
  enterprise: Enterprise,
  invitation: z.infer<typeof Invitation>,
  personId: NonNullable<Member["personId"]>,
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
    personId,
    status: "invited",
    isNamePublic: false,
    invitationHash: deps.digest.of(secret),
    invitedAt: nowText,
    invitationExpiresAt: endOfTerm(now, limits.invitationDays),
  };
  const members = earlier === undefined ? [...enterprise.members, member] : withMember(enterprise, member);
  return { member, members, secret };
}
