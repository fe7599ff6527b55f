import * as z from "zod";
import { hasRole, seatOf } from "../actor.ts";
import { dateIn, IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, MemberId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { maskIban } from "../typed/mask-iban.ts";
import { HiddenBecause, visibilityOf } from "../visibility/visibility.ts";
import { isChecked, openRemoval, waitsForOfficer } from "./checked-board.ts";
import {
  BoardRole,
  type Enterprise,
  EnterpriseProfile,
  EnterpriseStatus,
  type Member,
  MoneyObstacle,
  moneyObstacles,
  Recheck,
} from "./enterprise.ts";
import { isAnotherThanProposer, openIbanProposal } from "./iban-proposal.ts";
import { KvkDoubt } from "./kvk-doubt.ts";
import { mayRemove } from "./may-remove.ts";
import { isActive } from "./seats.ts";

/** A member as the board and city hall see them. `email` only for the board itself and for officers. */
export const MemberView = z
  .object({
    id: MemberId,
    name: z.string(),
    email: z.string().optional(),
    role: BoardRole,
    status: z.enum(["invited", "invitation-expired", "confirmed", "left"]),
    isNamePublic: z.boolean(),
    isYou: z.boolean(),
    mayBeRemovedByYou: z.boolean(),
    invitationExpiresAt: IsoInstant.optional(),
    /** Since when they are on the board, or off it, and who asked for it or did it (absent: they themselves). */
    since: IsoInstant.optional(),
    by: z.string().optional(),
    /** Came or left since an officer looked at the board; who came enters and confirms nothing until then. */
    isUnchecked: z.boolean(),
    /** Somebody asked to take them off the board: who, until when it can be confirmed, and whose answer it waits for. */
    removal: z
      .object({ by: z.string(), isByYou: z.boolean(), expiresAt: IsoInstant, heldBy: z.enum(["board", "officer"]) })
      .optional(),
  })
  .meta({ id: "Member" });
export type MemberView = z.infer<typeof MemberView>;

/** An enterprise from the inside: for its board and for city hall. `revision` goes along with a change of it. */
export const BoardView = z
  .object({
    id: EnterpriseId,
    status: EnterpriseStatus,
    profile: EnterpriseProfile,
    members: z.array(MemberView),
    iban: z.string().optional(),
    ibanHolder: z.string().optional(),
    /** The day since when this account counts, and the one before it. */
    ibanSince: IsoDate.optional(),
    ibanBefore: z.object({ maskedIban: z.string(), holder: z.string() }).optional(),
    /** Another account that waits for a second member; masked for city hall. */
    ibanProposal: z
      .object({
        iban: z.string(),
        holder: z.string(),
        proposedBy: z.string(),
        proposedAt: IsoInstant,
        expiresAt: IsoInstant,
        isByYou: z.boolean(),
        mayBeConfirmedByYou: z.boolean(),
      })
      .optional(),
    refusal: z.string().optional(),
    recheck: z.array(Recheck),
    /** Whom the name looks like, so that an officer looks first; which other enterprise is for city hall only. */
    nameDoubts: z.array(
      z.object({
        like: z.enum(["municipality", "authority", "enterprise"]),
        authority: z.string().optional(),
        enterpriseId: EnterpriseId.optional(),
        name: z.string().optional(),
      }),
    ),
    /** For city hall: who else gave this KvK number. */
    kvkDoubt: KvkDoubt.optional(),
    /** For city hall: a mandate of it is not closed. */
    hasMandate: z.boolean().optional(),
    /** For city hall: how many who got a letter from it said that they do not know it. */
    disavowals: z.int().optional(),
    /** Why only its board and city hall see it; absent when it is public. */
    hidden: HiddenBecause.optional(),
    /** The name under which it is public while another waits for a check. */
    publicName: z.string().optional(),
    obstacles: z.array(MoneyObstacle),
    registeredAt: IsoInstant,
    verifiedAt: IsoInstant.optional(),
    revision: z.int(),
  })
  .meta({ id: "Board" });
export type BoardView = z.infer<typeof BoardView>;

/** The board of an enterprise for somebody who may see it (the caller checked that). */
export function viewBoard(deps: Deps, actor: Actor, enterprise: Enterprise): BoardView {
  const now = deps.clock.now().toISOString();
  const you = actor.kind === "resident" ? seatOf(actor, enterprise) : undefined;
  const seesAddresses = you !== undefined || hasRole(actor, "officer");
  const { id, status, profile, iban, ibanHolder, refusal, registeredAt, verifiedAt, revision } = enterprise;
  const visibility = visibilityOf(enterprise);
  const members = enterprise.members.map((member): MemberView => {
    const { id, name, email, role, isNamePublic, invitationExpiresAt } = member;
    const isOver = member.status === "invited" && !isActive(member, now);
    return {
      id,
      name,
      ...(seesAddresses ? { email } : {}),
      role,
      status: isOver ? "invitation-expired" : member.status,
      isNamePublic,
      isYou: you?.id === id,
      mayBeRemovedByYou: you !== undefined && mayRemove(enterprise, you, member, now),
      ...(member.status === "invited" && invitationExpiresAt !== undefined ? { invitationExpiresAt } : {}),
      isUnchecked: !isChecked(member),
      ...changeOf(enterprise, member),
      ...removalFor(you, enterprise, member, now),
    };
  });
  return {
    id,
    status,
    profile,
    members,
    ...(iban === undefined ? {} : { iban: seesNumber(actor, enterprise) ? iban : maskIban(iban) }),
    ...(ibanHolder === undefined ? {} : { ibanHolder }),
    ...(enterprise.ibanSince === undefined ? {} : { ibanSince: dateIn(new Date(enterprise.ibanSince)) }),
    ...(enterprise.ibanBefore === undefined ? {} : { ibanBefore: enterprise.ibanBefore }),
    ...proposalFor(you, enterprise, now),
    ...(refusal === undefined ? {} : { refusal }),
    recheck: enterprise.recheck ?? [],
    nameDoubts: doubtsFor(actor, enterprise),
    ...(actor.kind === "staff" && enterprise.kvkDoubt !== undefined ? { kvkDoubt: enterprise.kvkDoubt } : {}),
    ...(actor.kind === "staff" ? { disavowals: enterprise.disavowals ?? 0 } : {}),
    ...(visibility.isPublic ? {} : { hidden: visibility.because }),
    ...(enterprise.verifiedAs === undefined ? {} : { publicName: enterprise.verifiedAs.name }),
    obstacles: [...moneyObstacles(enterprise)],
    registeredAt,
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    revision,
  };
}

function changeOf({ members }: Enterprise, member: Member): Pick<MemberView, "since" | "by"> {
  const since = member.status === "left" ? member.leftAt : member.confirmedAt;
  const other = member.status === "left" ? member.leftBy : member.invitedBy;
  const by = members.find(({ id }) => id === other && id !== member.id)?.name;
  return { ...(since === undefined ? {} : { since }), ...(by === undefined ? {} : { by }) };
}

function removalFor(you: Member | undefined, enterprise: Enterprise, member: Member, now: string) {
  const removal = openRemoval(enterprise, member, now);
  if (removal === undefined) return {};
  const by = enterprise.members.find(({ id }) => id === removal.askedBy)?.name ?? "";
  const heldBy = waitsForOfficer(enterprise, member, now) ? ("officer" as const) : ("board" as const);
  return { removal: { by, isByYou: you?.id === removal.askedBy, expiresAt: removal.expiresAt, heldBy } };
}

/** Who needs the whole number: the board itself, who pays, and who checks the account while that is to be done. */
function seesNumber(actor: Actor, enterprise: Enterprise): boolean {
  if (actor.kind === "resident" || hasRole(actor, "finance")) return true;
  return hasRole(actor, "officer") && enterprise.status !== "verified";
}

function proposalFor(you: Member | undefined, enterprise: Enterprise, now: string): Pick<BoardView, "ibanProposal"> {
  const proposal = openIbanProposal(enterprise, now);
  if (proposal === undefined) return {};
  const { iban, holder, proposedBy, proposedAt, expiresAt } = proposal;
  return {
    ibanProposal: {
      iban: you === undefined ? maskIban(iban) : iban,
      holder,
      proposedBy: enterprise.members.find(({ id }) => id === proposedBy)?.name ?? "",
      proposedAt,
      expiresAt,
      isByYou: you?.id === proposedBy,
      mayBeConfirmedByYou: you !== undefined && isChecked(you) && isAnotherThanProposer(enterprise, proposal, you),
    },
  };
}

function doubtsFor(actor: Actor, { nameDoubts = [] }: Enterprise): BoardView["nameDoubts"] {
  return nameDoubts.map((doubt) =>
    doubt.like === "enterprise" && actor.kind !== "staff" ? { like: doubt.like } : doubt,
  );
}
