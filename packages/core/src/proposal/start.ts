import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import { assertNotRefused } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { type DraftView, viewDraft } from "./draft-view.ts";
import type { PlanDraft, Proposal } from "./proposal.ts";
import { assertRoomForDraft } from "./within-caps.ts";

/**
 * Starts a draft. Any member of the board may; only the board sees it. An enterprise has at most
 * `limits.draftsPerEnterpriseMax` drafts at a time, fewer before it was verified.
 * @throws DomainError `not-found`, `unauthenticated`, `forbidden`, `not-verified` after a refusal, `limit-reached`.
 */
export function startProposal(
  deps: Deps,
  actor: Actor,
  input: { enterpriseId: EnterpriseId; draft?: PlanDraft },
): Promise<DraftView> {
  assertSignedIn(actor);
  return untilFresh(async () => {
    const enterprise = await deps.store.get("enterprise", { id: input.enterpriseId });
    if (enterprise === undefined) throw new DomainError("not-found", "This enterprise does not exist.");
    assertBoard(actor, enterprise);
    assertNotRefused(enterprise);
    const earlier = await deps.store.listAll("proposals-of-enterprise", { enterpriseId: enterprise.id });
    assertRoomForDraft(enterprise, earlier);
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
    await deps.store.commit([{ put: "proposal", record }, stillTheSame(enterprise)]);
    return viewDraft(deps, actor, record, enterprise);
  });
}
