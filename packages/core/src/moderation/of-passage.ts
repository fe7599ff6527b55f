import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import { passageOf } from "../proposal/public-plan.ts";
import { sitePaths } from "../site-paths.ts";
import { type FoundTarget, missing, type Of, readProposal } from "./found-target.ts";

/**
 * A passage of a plan that was awarded. Before that the whole proposal can be hidden, and its board can change the words.
 * @throws DomainError `not-found`; `wrong-state` before the award.
 */
export async function ofPassage(deps: Deps, { proposalId, passage }: Of<"passage">): Promise<FoundTarget> {
  const { proposal, plan, enterprise, visibility } = await readProposal(deps, proposalId);
  if (proposal.mandateId === undefined)
    throw new DomainError("wrong-state", "It was not awarded: hide the proposal as a whole.");
  const words = passageOf(plan, passage);
  if (words === "") throw missing();
  const others = (proposal.hiddenPassages ?? []).filter((each) => each.passage !== passage);
  const found = proposal.hiddenPassages?.find((each) => each.passage === passage);
  const hidden = found === undefined ? undefined : { at: found.at, reason: found.reason };
  return {
    enterprise,
    title: plan.title,
    words,
    path: sitePaths.proposal(proposalId),
    hidden,
    isReadable: visibility.isPublic && hidden === undefined,
    author: "board",
    mark: (mark) => {
      const all = mark === undefined ? others : [...others, { passage, ...mark }];
      return [next("proposal", proposal, { hiddenPassages: all.length === 0 ? undefined : all })];
    },
  };
}
