import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { type DraftView, viewDraft } from "./draft-view.ts";
import { countDraftStarted } from "./drafts.ts";
import type { PlanDraft, Proposal } from "./proposal.ts";
import { assertRoomForDraft } from "./within-caps.ts";

/**
 * Starts a draft. Any member of the board may; only the board sees it. An enterprise has at most
 * `limits.draftsPerEnterpriseMax` drafts at a time, fewer before it was verified.
 * @throws DomainError `not-found`, `unauthenticated`, `forbidden`, `not-verified` after a refusal, `limit-reached`.
 */
export async function startProposal(
  deps: Deps,
  actor: Actor,
  input: { enterpriseId: EnterpriseId; draft?: PlanDraft } & Keyed,
): Promise<DraftView> {
  assertSignedIn(actor);
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "startProposal", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const enterprise = await deps.store.get("enterprise", { id: input.enterpriseId });
    if (enterprise === undefined) throw new DomainError("not-found", "This enterprise does not exist.");
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    const earlier = await deps.store.listAll("proposals-of-enterprise", { enterpriseId: enterprise.id });
    const max = assertRoomForDraft(enterprise, earlier);
    const counted = await countDraftStarted(deps, enterprise.id, max);
    const now = deps.clock.now().toISOString();
    const record: Proposal = {
      id: deps.ids.next("prp"),
      enterpriseId: enterprise.id,
      status: "draft",
      draft: input.draft ?? {},
      version: 0,
      createdAt: now,
      createdBy: actor.personId,
      statusSince: now,
      revision: 0,
    };
    const changes: readonly Change[] = [{ put: "proposal", record }, counted, stillTheSame(enterprise)];
    return { changes, result: viewDraft(deps, actor, record, enterprise) };
  });
}
