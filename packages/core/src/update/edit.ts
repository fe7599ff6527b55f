import * as z from "zod";
import { assertBoard, assertResident } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import { next, untilFresh } from "../change.ts";
import { keepEarlier } from "../earlier-words/keep.ts";
import { assertPublic } from "../enterprise/may-act.ts";
import { DomainError } from "../errors.ts";
import type { ProposalId, UpdateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { caseIdOf } from "../moderation/moderation.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { findProposal } from "../proposal/find.ts";
import { line, text } from "../text.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { type UpdateView, viewUpdate } from "./view.ts";

/** Input of correcting news: the words as they should be. The photo stays. */
export const UpdateCorrection = z
  .strictObject({ title: line(limits.titleLengthMax), body: text(limits.textLengthMax) })
  .meta({ id: "UpdateCorrection" });

/**
 * The board corrects its news: the page says "aangepast op", the earlier words are kept, followers get no second letter.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `invalid`; `wrong-state` when it is hidden;
 * `limit-reached` after `limits.correctionsMax`.
 */
export async function editUpdate(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof UpdateCorrection> & { readonly proposalId: ProposalId; readonly updateId: UpdateId },
): Promise<UpdateView> {
  const { proposalId, updateId, ...rest } = input;
  assertResident(actor);
  return untilFresh(async () => {
    const { enterprise } = await findProposal(deps, actor, proposalId);
    assertBoard(actor, enterprise);
    assertPublic(enterprise);
    const words = parse(UpdateCorrection, rest);
    const [update, events] = await Promise.all([
      deps.store.get("update", { id: updateId, proposalId }),
      deps.store.listAll("events-of-proposal", { proposalId }),
    ]);
    if (update === undefined) throw new DomainError("not-found", "There is no such news.");
    if (update.hidden !== undefined) throw new DomainError("wrong-state", "This was hidden by the municipality.");
    const nameOf = () => publicIdentity(enterprise).name;
    if (words.title === update.title && words.body === update.body) return viewUpdate(update, nameOf);
    const editedAt = deps.clock.now().toISOString();
    const { change, corrections } = keepEarlier(
      caseIdOf({ kind: "update", proposalId, updateId }),
      update.corrections,
      {
        words: { title: update.title, body: update.body },
        until: editedAt,
        by: actor.personId,
      },
    );
    const event = events.find(({ facts }) => facts["updateId"] === updateId);
    await deps.store.commit([
      next("update", update, { ...words, editedAt, corrections }),
      change,
      stillTheSame(enterprise),
      ...(event === undefined
        ? []
        : [
            {
              replace: "event" as const,
              record: { ...event, facts: { ...event.facts, headline: words.title } },
              when: [],
            },
          ]),
    ]);
    return viewUpdate({ ...update, ...words, editedAt }, nameOf);
  });
}
