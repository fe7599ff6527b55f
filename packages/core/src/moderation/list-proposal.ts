import { next, untilFresh } from "../change.ts";
import type { ProposalId } from "../ids.ts";
import type { Deps } from "../ports.ts";

/**
 * Takes the news and the public lines of a proposal out of the lists of the municipality, or puts them back. This only sorts:
 * the page itself is hidden by its own mark, in the same commit as the judgement. May be done again, or after half of it.
 */
export async function listProposal(deps: Deps, proposalId: ProposalId, how: "listed" | "unlisted"): Promise<void> {
  const isHidden = how === "unlisted" ? (true as const) : undefined;
  const [updates, events] = await Promise.all([
    deps.store.listAll("updates-of-proposal", { proposalId }),
    deps.store.listAll("events-of-proposal", { proposalId }),
  ]);
  for (const { id } of updates) {
    await untilFresh(async () => {
      const update = await deps.store.get("update", { id, proposalId });
      if (update !== undefined && update.isHidden !== isHidden)
        await deps.store.commit([next("update", update, { isHidden })]);
    });
  }
  for (const event of events) {
    if (event.isHidden === isHidden) continue;
    const { isHidden: _before, ...bare } = event;
    const record = isHidden === undefined ? bare : { ...bare, isHidden };
    await deps.store.commit([{ replace: "event", record, when: [] }]);
  }
}
