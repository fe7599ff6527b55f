import type { Enterprise } from "../enterprise/enterprise.ts";
import { EnterpriseId, FollowId, MemberId, ProposalId, UpdateId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import { isPublic, visibilityOfProposal } from "../visibility/visibility.ts";
import type { Letter } from "./letter.ts";

/**
 * Whether a letter that was written a while ago should still go out. Who unsubscribed gets no more (RFC 8058: at once), and
 * what came not to be public meanwhile (its enterprise was refused, an officer hid it, the invitation was taken back) goes
 * to nobody outside the board in the municipality's name.
 */
export async function isStillWanted(deps: Deps, letter: Letter): Promise<boolean> {
  switch (letter.kind) {
    case "update":
      return isUpdateWanted(deps, letter);
    case "invitation":
      return isInvitationOpen(deps, letter);
    case "follow-confirm":
      return isSubjectPublic(deps, letter);
    default:
      return true;
  }
}

/** The parts of the address of a letter's button: what stands before the `#`, and the parts of the secret after it. */
function addressOf({ payload }: Letter): { readonly path: string; readonly secret: readonly string[] } {
  const [path = "", secret = ""] = String(payload["path"] ?? "").split("#");
  return { path, secret: secret.split(".") };
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
