import { assertRole } from "../actor.ts";
import { stillHas, stillTheSame } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { publishObstacles } from "../evaluation/obstacles.ts";
import type { EndingId, MandateId } from "../ids.ts";
import { findMandateForStaff } from "../mandate/find.ts";
import { type Mandate, mandateTransitions } from "../mandate/mandate.ts";
import { type Keyed, once } from "../once.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import { callAtOnce } from "../work-list/call.ts";
import type { Ending, EndingDraft } from "./ending.ts";
import { readSums } from "./find.ts";

/**
 * An officer prepares the end of a mandate, to be decided by somebody else: reasons, and a claim exactly when money is left
 * at the enterprise. The amounts are those of the ledger. Until it is taken or returned nobody adds to the evaluation.
 * @throws DomainError `unauthenticated`, `forbidden`, `own-interest`, `not-found`, `wrong-state` (with `details.obstacles`:
 * what must be settled first), `invalid` for a claim that is missing, or that there is no money for,
 * `idempotency-mismatch`.
 */
export async function prepareEnding(
  deps: Deps,
  actor: Actor,
  input: { readonly mandateId: MandateId; readonly draft: EndingDraft } & Keyed,
): Promise<{ endingId: EndingId }> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...asked } = input;
  const request = { verb: "prepareEnding", by: actor.personId, ...asked };
  return once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const found = await findMandateForStaff(deps, actor, "officer", input.mandateId);
    const { mandate, enterprise } = found;
    assertFrom(mandateTransitions.prepareEnding, mandate.status);
    await assertSettled(deps, mandate);
    const sums = await readSums(deps, mandate);
    assertClaimFits(input.draft, sums.refundDueCents);
    const ending: Ending = {
      id: deps.ids.next("end"),
      mandateId: mandate.id,
      proposalId: mandate.proposalId,
      enterpriseId: enterprise.id,
      draft: input.draft,
      sums,
      status: "prepared",
      preparedBy: found.actor.personId,
      preparedAt: deps.clock.now().toISOString(),
      revision: 0,
    };
    const { prepareEnding } = mandateTransitions;
    const after: Mandate = {
      ...mandate,
      status: prepareEnding.to,
      endingId: ending.id,
      turnSince: ending.preparedAt,
    };
    const changes: readonly Change[] = [
      next("mandate", mandate, after, [fromStates(prepareEnding)]),
      { put: "ending", record: ending },
      stillTheSame(enterprise),
      stillHas("officer", found.actor),
      ...(await callAtOnce(deps, { enterprise, proposal: found.proposal, mandate: after, ending })),
    ];
    return { changes, result: { endingId: ending.id } };
  });
}

/** Throws `wrong-state` with everything that must be settled before the mandate can end. */
export async function assertSettled(deps: Deps, mandate: Mandate): Promise<void> {
  const obstacles = await publishObstacles(deps, mandate);
  if (obstacles.length > 0)
    throw new DomainError("wrong-state", "This must be settled first.", {
      details: { status: mandate.status, obstacles: obstacles.join(" ") },
    });
}

function assertClaimFits({ claim }: EndingDraft, refundDueCents: number): void {
  const code = refundDueCents > 0 && claim === undefined ? "required" : undefined;
  const problem = refundDueCents === 0 && claim !== undefined ? "choice" : code;
  if (problem !== undefined)
    throw new DomainError("invalid", "The claim does not fit the money that is left.", {
      fields: [{ path: "claim", code: problem }],
    });
}
