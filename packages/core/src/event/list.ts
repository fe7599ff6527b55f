import type { ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import type { Page } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import type { PublicEvent } from "./event.ts";
import { type EventView, viewEvent } from "./view.ts";

/** What happened to a proposal, newest first, a part at a time. Public. @throws DomainError `not-found`, `invalid` (cursor). */
export async function listEvents(
  deps: Deps,
  actor: Actor,
  input: { readonly proposalId: ProposalId; readonly cursor?: string | undefined },
): Promise<Page<EventView>> {
  const { enterprise } = await findProposal(deps, actor, input.proposalId);
  const page = await readEvents(deps, input);
  return { ...page, items: page.items.map((event) => viewEvent(event, () => publicIdentity(enterprise).name)) };
}

/** A part of what happened to a proposal. */
export function readEvents(
  deps: Deps,
  { proposalId, cursor }: { readonly proposalId: ProposalId; readonly cursor?: string | undefined },
): Promise<Page<PublicEvent>> {
  const paging = { limit: limits.eventsShownMax, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) };
  return deps.store.list("events-of-proposal", { proposalId }, paging);
}
