import type { Enterprise } from "../enterprise/enterprise.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { visibilityOfProposal } from "../visibility/visibility.ts";
import type { Hidden, ModerationTarget } from "./moderation.ts";

/** A target as it is now: what it says, whose it is, and how it is hidden or shown. */
export interface FoundTarget {
  readonly enterprise: Enterprise;
  /** The title of the page it stands on. */
  readonly title: string;
  /** The words an officer judges. */
  readonly words: string;
  /** The page it stands on. */
  readonly path: string;
  readonly hidden: Hidden | undefined;
  /** Whether everybody can read it now. */
  readonly isReadable: boolean;
  /** Who wrote it: the board of the enterprise, somebody at city hall, or a resident of whom no address is kept. */
  readonly author: "board" | "resident" | PersonId;
  /** It cannot be hidden: what was decided stays public, and so does the proposal it is about. */
  readonly staysPublic?: true;
  /** Hides it (or, without, shows it again), under the condition that it is still as it was read. */
  readonly mark: (hidden: Hidden | undefined) => readonly Change[];
}

/** The refusal for what is not there. */
export const missing = () => new DomainError("not-found", "There is no such thing on the site.");

/** Refuses what would hide a decision. */
export const decidedStays = () =>
  new DomainError("wrong-state", "What was decided stays public; hide a passage of its plan instead.");

/** A target of one kind. */
export type Of<K extends ModerationTarget["kind"]> = Extract<ModerationTarget, { kind: K }>;

/** A proposal that was sent in, with what it hangs on. @throws DomainError `not-found`. */
export async function readProposal(deps: Deps, proposalId: Of<"proposal">["proposalId"]) {
  const proposal = await deps.store.get("proposal", { id: proposalId });
  if (proposal?.plan === undefined) throw missing();
  const enterprise = await findEnterprise(deps, proposal.enterpriseId);
  return { proposal, plan: proposal.plan, enterprise, visibility: visibilityOfProposal(proposal, enterprise) };
}
