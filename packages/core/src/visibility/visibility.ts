import * as z from "zod";
import { hasRole, seatOf } from "../actor.ts";
import type { Enterprise, EnterpriseProfile } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { Hidden } from "../moderation/moderation.ts";
import type { Actor } from "../ports.ts";
import type { Proposal } from "../proposal/proposal.ts";

/** Why something is not public: it was never sent in, nobody at city hall has checked its enterprise, it was refused, or an officer hid it. */
export const HiddenBecause = z.enum(["draft", "unverified", "refused", "moderated"]);
export type HiddenBecause = z.infer<typeof HiddenBecause>;

/**
 * Whether everybody may see something, and if not, why: THE rule, asked by every public read, by every letter to people
 * outside a board and by what sorts records into the public lists. What hangs on a proposal or mandate (news, photos,
 * promises, evaluations, expenses) is as public as its proposal, and a proposal is never more public than its enterprise.
 */
export type Visibility =
  | { readonly isPublic: true }
  | { readonly isPublic: false; readonly because: HiddenBecause; readonly hidden?: Hidden };

/** What of an enterprise decides. */
type Checked = Pick<Enterprise, "status" | "verifiedAs" | "hidden">;

const open: Visibility = { isPublic: true };

/**
 * An enterprise is public from the moment an officer verified it until one refuses it. While a change of its name, form,
 * number or account waits for a new check it stays public, under what was verified (`publicIdentity`).
 */
export function visibilityOf({ status, verifiedAs, hidden }: Checked): Visibility {
  if (hidden !== undefined) return { isPublic: false, because: "moderated", hidden };
  if (status === "refused") return { isPublic: false, because: "refused" };
  const isVerified = status === "verified" || verifiedAs !== undefined;
  return isVerified ? open : { isPublic: false, because: "unverified" };
}

/** A proposal, and everything on its page: public once it was sent in, by an enterprise that is public. */
export function visibilityOfProposal(
  { status, hidden }: Pick<Proposal, "status" | "hidden">,
  enterprise: Checked,
): Visibility {
  if (hidden !== undefined) return { isPublic: false, because: "moderated", hidden };
  return status === "draft" ? { isPublic: false, because: "draft" } : visibilityOf(enterprise);
}

/** States of a proposal about which was decided. */
const decided: readonly Proposal["status"][] = ["awarded", "evaluation", "closed", "rejected"];

/**
 * What an officer hid around a decision: then its words are hidden, and what the municipality decided and paid stays public
 * (decision 0017). Undefined where everything is public, and where nothing is.
 */
export function wordsHidden(
  { status, hidden }: Pick<Proposal, "status" | "hidden">,
  { hidden: page, ...enterprise }: Checked,
): Hidden | undefined {
  return decided.includes(status) && visibilityOf(enterprise).isPublic ? (hidden ?? page) : undefined;
}

/**
 * What who holds public money is called, beside an amount: under the name that was verified, also while an officer hides its
 * page. Undefined for who was never checked, or was refused.
 */
export function nameOnRecord(enterprise: Enterprise | undefined): string | undefined {
  if (enterprise === undefined) return undefined;
  const { hidden: _page, ...rest } = enterprise;
  return isPublic(rest) ? publicIdentity(enterprise).name : undefined;
}

/** Shorthand where only the answer counts. */
export function isPublic(enterprise: Checked): boolean {
  return visibilityOf(enterprise).isPublic;
}

/** What an officer verified of an enterprise: under this it is public, also while a change waits for a new check. */
export function publicIdentity({
  profile,
  verifiedAs,
}: Pick<Enterprise, "profile" | "verifiedAs">): Pick<EnterpriseProfile, "name" | "legalForm" | "kvkNumber"> {
  const { name, legalForm, kvkNumber } = verifiedAs ?? profile;
  return { name, legalForm, ...(kvkNumber === undefined ? {} : { kvkNumber }) };
}

/** Whether somebody may look at what is not public of an enterprise: its board, and who prepares, decides or checks. */
export function isInsider(actor: Actor, enterprise: Enterprise): boolean {
  return seatOf(actor, enterprise) !== undefined || hasRole(actor, "officer", "finance", "council", "clerk", "auditor");
}

/** Whether this reader may see an enterprise, and everything that is as public as it is. */
export function maySee(actor: Actor, enterprise: Enterprise): boolean {
  return isPublic(enterprise) || isInsider(actor, enterprise);
}

/**
 * The refusal for who may not see it. What an officer hid says since when and why (`hiddenAt`, `hiddenReason`): the place
 * is known, its words are not; everything else does not exist.
 */
export function notVisible(visibility: Visibility, message: string): DomainError {
  const hidden = visibility.isPublic ? undefined : visibility.hidden;
  const details = hidden === undefined ? {} : { hiddenAt: hidden.at, hiddenReason: hidden.reason };
  return new DomainError("not-found", message, { details });
}
