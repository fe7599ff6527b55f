import { assertBoard, assertSignedIn } from "../actor.ts";
import { stillTheSame } from "../at-commit.ts";
import type { ProposalId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { findProposal } from "./find.ts";
import { letterSubject, step, tell } from "./step.ts";

/**
 * Takes a proposal back before a decision is prepared. Its page stays, with the reason when one was given.
 * @throws DomainError `not-found`, `forbidden`, `wrong-state`.
 */
export async function withdrawProposal(
  deps: Deps,
  actor: Actor,
  input: { proposalId: ProposalId; reason: string } & Keyed,
): Promise<void> {
  assertSignedIn(actor);
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "withdrawProposal", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const { proposal, enterprise } = await findProposal(deps, actor, input.proposalId);
    assertBoard(actor, enterprise);
    const changed = { withdrawnReason: input.reason, dueOn: undefined, completionAsked: undefined };
    const { after, change } = step(deps, proposal, "withdraw", changed);
    const withdrawnAt = deps.clock.now().toISOString();
    const changes: readonly Change[] = [
      change,
      stillTheSame(enterprise),
      ...writeToBoard(deps, "withdrawn", enterprise, { ...letterSubject(after, enterprise), withdrawnAt }),
      tell(deps, after, "proposal-withdrawn"),
    ];
    return { changes, result: undefined };
  });
}
