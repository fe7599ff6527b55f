import type { Enterprise } from "../enterprise/enterprise.ts";
import { EnterpriseId, FollowId, MandateId, MemberId, ProposalId, UpdateId } from "../ids.ts";
import { findMailRefusal } from "../mail-refusal/mail-refusal.ts";
import type { Deps } from "../ports.ts";
import { isPublic, visibilityOfProposal } from "../visibility/visibility.ts";
import type { Letter } from "./letter.ts";

/**
 * Whether a letter that was written a while ago should still go out. Who unsubscribed gets no more (RFC 8058: at once), and
 * what came not to be public meanwhile (its enterprise was refused, an officer hid it, the invitation was taken back) goes
 * to nobody outside the board in the municipality's name. Who said "I do not know this" gets no more of it.
 */
export async function isStillWanted(deps: Deps, letter: Letter): Promise<boolean> {
  switch (letter.kind) {
    case "update":
      return isUpdateWanted(deps, letter);
    case "invitation":
      return isInvitationOpen(deps, letter);
    case "sign-in":
      return !(await isRefused(deps, letter));
    case "follow-confirm":
      return !(await isRefused(deps, letter)) && (await isSubjectPublic(deps, letter));
    case "evaluation-confirm":
      return !(await isRefused(deps, letter)) && (await isVoiceOpen(deps, letter));
    default:
      return true;
  }
}

/** The parts of the address of a letter's button: what stands before the `#`, and the parts of the secret after it. */
function addressOf({ payload }: Letter): { readonly path: string; readonly secret: readonly string[] } {
  const [path = "", secret = ""] = String(payload["path"] ?? "").split("#");
  return { path, secret: secret.split(".") };
}

/** Whether its reader refused such letters since it was written; of a sign-in, those from the network that asked for it. */
async function isRefused(deps: Deps, { kind, payload, createdAt }: Letter): Promise<boolean> {
  // `/ik-ken-dit-niet#mail.<address>.<network>.<secret>`
  const [, , address = "", network = ""] = String(payload["refusalPath"] ?? "").split(/[#.]/);
  const refusal = address === "" ? undefined : await findMailRefusal(deps, address);
  if (refusal === undefined) return false;
  const since = kind === "sign-in" ? refusal.networks.find(({ hash }) => hash === network)?.at : refusal.at;
  return since !== undefined && since >= createdAt;
}

/** While the page it is about is public, and the evaluation is not: afterwards there is nothing to confirm. */
async function isVoiceOpen(deps: Deps, letter: Letter): Promise<boolean> {
  const mandateId = MandateId.safeParse(addressOf(letter).secret[0]).data;
  const mandate = mandateId === undefined ? undefined : await deps.store.get("mandate", { id: mandateId });
  if (mandate === undefined || mandate.evaluationPublishedAt !== undefined) return false;
  return isProposalPublic(deps, mandate.proposalId);
}

async function isUpdateWanted(deps: Deps, letter: Letter): Promise<boolean> {
  const { payload } = letter;
  const follower = FollowId.safeParse(payload["followId"]).data;
  if (follower !== undefined && (await deps.store.get("follow", { id: follower }))?.status !== "confirmed")
    return false;
  const proposalId = ProposalId.safeParse(addressOf(letter).path.split("/").at(-1)).data;
  if (proposalId === undefined) return true;
  if (!(await isProposalPublic(deps, proposalId))) return false;
  const id = UpdateId.safeParse(payload["updateId"]).data;
  const update = id === undefined ? undefined : await deps.store.get("update", { id, proposalId });
  return id === undefined || (update !== undefined && update.hidden === undefined && update.isHidden === undefined);
}

async function isProposalPublic({ store }: Deps, id: ProposalId): Promise<boolean> {
  const proposal = await store.get("proposal", { id });
  const enterprise = proposal === undefined ? undefined : await store.get("enterprise", { id: proposal.enterpriseId });
  return proposal !== undefined && enterprise !== undefined && visibilityOfProposal(proposal, enterprise).isPublic;
}

/** A board may invite before anybody checked its enterprise, and not after a refusal. */
async function isInvitationOpen({ store }: Deps, letter: Letter): Promise<boolean> {
  const [enterpriseIn, memberIn] = addressOf(letter).secret;
  const id = EnterpriseId.safeParse(enterpriseIn).data;
  const memberId = MemberId.safeParse(memberIn).data;
  if (id === undefined || memberId === undefined) return true;
  const enterprise = await store.get("enterprise", { id });
  return enterprise !== undefined && !isShut(enterprise) && isInvited(enterprise, memberId);
}

const isShut = ({ status, hidden }: Enterprise) => status === "refused" || hidden !== undefined;
const isInvited = ({ members }: Enterprise, memberId: MemberId) =>
  members.some(({ id, status }) => id === memberId && status === "invited");

async function isSubjectPublic(deps: Deps, letter: Letter): Promise<boolean> {
  const id = FollowId.safeParse(addressOf(letter).secret[0]).data;
  const subject = id === undefined ? undefined : (await deps.store.get("follow", { id }))?.subject;
  if (subject?.kind === "proposal") return isProposalPublic(deps, subject.id);
  if (subject?.kind !== "enterprise") return true;
  const enterprise = await deps.store.get("enterprise", { id: subject.id });
  return enterprise !== undefined && isPublic(enterprise);
}
