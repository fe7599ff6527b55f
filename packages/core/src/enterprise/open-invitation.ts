import * as z from "zod";
import { dateIn, IsoDate } from "../calendar.ts";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, MemberId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { isPublic, publicIdentity } from "../visibility/visibility.ts";
import { BoardRole, boardOf, type Enterprise, type Member } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { isActive } from "./seats.ts";

/** Input of reading or declining an invitation: the letter's secret, or nothing for who is signed in as the invited. */
export const InvitationKey = z
  .strictObject({ secret: z.string().min(20, "code").max(100, "code").optional() })
  .meta({ id: "InvitationKey" });

/** What an invitation says to who was invited, before they say yes or no. */
export const InvitationView = z
  .object({
    enterprise: z.string(),
    /** Whether anybody at city hall checked it: if not, its name is a stranger's word. */
    isVerified: z.boolean(),
    /** Who invited; absent when they are not on the board any more. */
    inviter: z.string().optional(),
    /** As the inviter wrote it. */
    name: z.string(),
    role: BoardRole,
    expiresOn: IsoDate,
  })
  .meta({ id: "OpenInvitation" });
export type InvitationView = z.infer<typeof InvitationView>;

type Input = z.input<typeof InvitationKey> & { readonly enterpriseId: EnterpriseId; readonly memberId: MemberId };

/**
 * What an open invitation says, for who has the letter or is signed in as the invited. Reading it spends nothing.
 * @throws DomainError `code-wrong`; `forbidden`; `unauthenticated`; `not-found`; `wrong-state` when it was used.
 */
export async function readInvitation(deps: Deps, actor: Actor, input: Input): Promise<InvitationView> {
  const { enterprise, member } = await findInvitation(deps, actor, input);
  const inviter = inviterOf(enterprise, member);
  return {
    enterprise: publicIdentity(enterprise).name,
    isVerified: isPublic(enterprise),
    ...(inviter === undefined ? {} : { inviter: inviter.name }),
    name: member.name,
    role: member.role,
    expiresOn: dateIn(new Date(member.invitationExpiresAt ?? member.invitedAt)),
  };
}

/**
 * Says no to an invitation: it is gone, and who invited is told by letter (or the board, when they left it). Once.
 * @throws DomainError as `readInvitation`.
 */
export function declineInvitation(deps: Deps, actor: Actor, input: Input): Promise<void> {
  return untilFresh(async () => {
    const { enterprise, member } = await findInvitation(deps, actor, input);
    const members = enterprise.members.filter(({ id }) => id !== member.id);
    const ref = member.personId === undefined ? undefined : { personId: member.personId, enterpriseId: enterprise.id };
    const isIndexed = ref !== undefined && (await deps.store.get("membership", ref)) !== undefined;
    const inviter = inviterOf(enterprise, member);
    const told = new Set((inviter === undefined ? boardOf(enterprise) : [inviter]).map(({ email }) => email));
    await deps.store.commit([
      next("enterprise", enterprise, { members }),
      ...(isIndexed ? [{ remove: "membership", ref, when: [] } as const] : []),
      ...[...told].map((to) =>
        writeLetter(deps, "invitation-declined", to, {
          enterprise: publicIdentity(enterprise).name,
          name: member.name,
          role: member.role,
          path: sitePaths.boardMembers(enterprise.id),
        }),
      ),
    ]);
  });
}

async function findInvitation(
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<{ enterprise: Enterprise; member: Member }> {
  const { enterpriseId, memberId, ...rest } = input;
  const { secret } = parse(InvitationKey, rest);
  const enterprise = await findEnterprise(deps, enterpriseId);
  const member = enterprise.members.find(({ id }) => id === memberId);
  if (member?.personId === undefined) throw new DomainError("not-found", "There is no such invitation.");
  assertInvited(deps, actor, member, secret);
  if (member.status !== "invited")
    throw new DomainError("wrong-state", "This invitation is not open.", { details: { status: member.status } });
  if (!isActive(member, deps.clock.now().toISOString()))
    throw new DomainError("code-wrong", "This invitation is over time.", { details: { why: "expired" } });
  return { enterprise, member };
}

function inviterOf(enterprise: Enterprise, { invitedBy }: Member): Member | undefined {
  return boardOf(enterprise).find(({ id }) => id === invitedBy);
}

/** Throws unless this is the invited: signed in as such, or with the secret of the letter. */
export function assertInvited(deps: Deps, actor: Actor, member: Member, secret: string | undefined): void {
  if (actor.kind !== "visitor" && actor.personId !== member.personId)
    throw new DomainError("forbidden", "This invitation is for another address.", { details: { needs: "invited" } });
  if (actor.kind === "resident") return;
  if (secret === undefined) throw new DomainError("unauthenticated", "Sign in, or use the link of the letter.");
  // After use there is no hash any more; who has the right link then reads that it was used.
  const isOpen = member.status === "invited";
  if (isOpen && deps.digest.of(secret) !== member.invitationHash)
    throw new DomainError("code-wrong", "This link does not fit.", { details: { why: "wrong" } });
}
