import type { Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId, UpdateId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import type { Page } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type UpdateView, viewUpdate } from "./view.ts";

/** News of a proposal, newest first, a part at a time. Public. @throws DomainError `not-found`, `invalid` (cursor). */
export async function listUpdates(
  deps: Deps,
  actor: Actor,
  input: { readonly proposalId: ProposalId; readonly cursor?: string | undefined },
): Promise<Page<UpdateView>> {
  const { enterprise } = await findProposal(deps, actor, input.proposalId);
  return readUpdates(deps, enterprise, input);
}

/** One piece of news. Public. @throws DomainError `not-found`. */
export async function getUpdate(
  deps: Deps,
  actor: Actor,
  { proposalId, updateId }: { readonly proposalId: ProposalId; readonly updateId: UpdateId },
): Promise<UpdateView> {
  const [{ enterprise }, update] = await Promise.all([
    findProposal(deps, actor, proposalId),
    deps.store.get("update", { id: updateId, proposalId }),
  ]);
  if (update === undefined) throw new DomainError("not-found", "There is no such news.");
  return viewUpdate(update, () => publicIdentity(enterprise).name);
}

/** A part of the news of a proposal that the reader may see. */
export async function readUpdates(
  deps: Deps,
  enterprise: Enterprise,
  { proposalId, cursor }: { readonly proposalId: ProposalId; readonly cursor?: string | undefined },
): Promise<Page<UpdateView>> {
  const paging = { limit: limits.updatesShownMax, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) };
  const page = await deps.store.list("updates-of-proposal", { proposalId }, paging);
  return { ...page, items: page.items.map((update) => viewUpdate(update, () => publicIdentity(enterprise).name)) };
}
