import type * as z from "zod";
import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { placeIn } from "../district/district-item.ts";
import { assertPublic } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId, FileId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import type { ProposalStatus } from "../proposal/proposal.ts";
import { planOf, tell } from "../proposal/step.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type Update, UpdateDraft } from "./update.ts";
import { type UpdateView, viewUpdate } from "./view.ts";

/** States in which there is news: everything public that did not end without money. */
const statesWithNews = [
  "submitted",
  "in-review",
  "completion-asked",
  "advised",
  "decision-prepared",
  "awarded",
  "evaluation",
  "closed",
] as const satisfies readonly ProposalStatus[];

const perDay = { name: "updates-day", max: limits.updatesPerProposalDayMax, minutes: 24 * 60 };
const perEnterprise = { name: "updates-enterprise", max: limits.updatesPerEnterpriseDayMax, minutes: 24 * 60 };

/**
 * Posts news about a proposal: public at once, and mailed to everybody who follows the proposal, its enterprise or its
 * district. Those letters are written afterwards (`fanOut`), because there may be more than fit in one transaction; that
 * they must be is part of it. @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `invalid` (also a photo
 * that is not a clean photo of this enterprise), `not-verified` while the enterprise is not public, `wrong-state`,
 * `limit-reached`.
 */
export async function postUpdate(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof UpdateDraft> & Keyed & { readonly proposalId: ProposalId },
): Promise<UpdateView> {
  const { proposalId, idempotencyKey: key, ...rest } = input;
  const uses = async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, proposalId);
    assertBoard(actor, enterprise);
    assertPublic(enterprise);
    const { photoId } = parse(UpdateDraft, rest);
    if (photoId !== undefined) await assertOwnPhoto(deps, photoId, enterprise.id);
    assertFrom({ from: statesWithNews }, proposal.status);
    return [
      { rule: perDay, subject: proposalId },
      { rule: perEnterprise, subject: enterprise.id },
    ];
  };
  assertSignedIn(actor);
  const request = { verb: "postUpdate", by: actor.personId, proposalId, ...rest };
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const draft = parse(UpdateDraft, rest);
    const found = await findProposal(deps, actor, proposalId);
    assertBoard(actor, found.enterprise);
    assertPublic(found.enterprise);
    const update: Update = {
      id: deps.ids.next("upd"),
      proposalId,
      enterpriseId: found.enterprise.id,
      districts: planOf(found.proposal).districts,
      ...draft,
      postedBy: actor.personId,
      postedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    const changes: readonly Change[] = [
      { put: "update", record: update },
      ...placeIn(update.districts, {
        kind: "update",
        at: update.postedAt,
        proposalId,
        updateId: update.id,
        enterpriseId: update.enterpriseId,
      }),
      { put: "fan-out", record: { id: update.id, proposalId, createdAt: update.postedAt } },
      {
        check: "proposal",
        ref: { id: proposalId },
        when: [{ field: "status", is: "in", value: statesWithNews, refusal: "wrong-state" }],
      },
      stillTheSame(found.enterprise),
      tell(deps, found.proposal, "update-posted", { headline: update.title, updateId: update.id }),
    ];
    return { changes, result: viewUpdate(update, () => publicIdentity(found.enterprise).name) };
  });
}

async function assertOwnPhoto(deps: Deps, id: FileId, enterpriseId: EnterpriseId): Promise<void> {
  const file = await deps.store.get("file", { id });
  if (file?.purpose === "photo" && file.status === "clean" && file.enterpriseId === enterpriseId) return;
  throw new DomainError("invalid", "This is not a photo of this enterprise.", {
    fields: [{ path: "photoId", code: "file-unknown" }],
  });
}
