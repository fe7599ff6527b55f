import { next, untilFresh } from "../change.ts";
import type { EnterpriseId, ProposalId } from "../ids.ts";
import type { Deps } from "../ports.ts";

/**
 * Puts everything an enterprise sent in into the public list, or takes it out. This only sorts: whether something is public
 * is decided by its enterprise at every read (`visibilityOf`), so it is listed before its enterprise becomes public, and
 * taken out after it no longer is. May be done again, or after half of it was done.
 */
export async function sortProposals(deps: Deps, enterpriseId: EnterpriseId, how: "listed" | "unlisted"): Promise<void> {
  const proposals = await deps.store.listAll("proposals-of-enterprise", { enterpriseId });
  for (const { id, status } of proposals) if (status !== "draft") await sort(deps, id, how);
}

function sort(deps: Deps, id: ProposalId, how: "listed" | "unlisted"): Promise<void> {
  const isUnlisted = how === "unlisted" ? (true as const) : undefined;
  return untilFresh(async () => {
    const proposal = await deps.store.get("proposal", { id });
    if (proposal === undefined || proposal.isUnlisted === isUnlisted) return;
    await deps.store.commit([next("proposal", proposal, { isUnlisted })]);
  });
}
