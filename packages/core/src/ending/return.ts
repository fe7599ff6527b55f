import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import type { EndingId, MandateId } from "../ids.ts";
import { findMandateForStaff } from "../mandate/find.ts";
import { mandateTransitions } from "../mandate/mandate.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { endingTransitions } from "./ending.ts";
import { findEnding } from "./find.ts";

/**
 * Sends a prepared ending back to the officers, with the reason; the evaluation is open again until another is prepared.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state`.
 */
export async function returnEnding(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId; readonly endingId: EndingId; readonly reason: string } & Keyed,
): Promise<void> {
  assertRole(actor, "council");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "returnEnding", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findMandateForStaff(deps, actor, "council", input.mandateId);
    const { mandate, enterprise } = found;
    const ending = await findEnding(deps, mandate, input.endingId);
    assertFrom(endingTransitions.return, ending.status);
    const { returnEnding } = mandateTransitions;
    const returned = { status: endingTransitions.return.to, returnedReason: input.reason };
    const changes: readonly Change[] = [
      next(
        "mandate",
        mandate,
        { status: returnEnding.to, endingId: undefined, turnSince: deps.clock.now().toISOString() },
        [fromStates(returnEnding)],
      ),
      next("ending", ending, returned, [fromStates(endingTransitions.return)]),
      stillTheSame(enterprise),
      stillHas("council", found.actor),
    ];
    return { changes, result: undefined };
  });
}
