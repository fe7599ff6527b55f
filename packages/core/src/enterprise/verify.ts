import * as z from "zod";
import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { fromStates, next, revised } from "../change.ts";
import { recordEvent } from "../event/record.ts";
import type { EnterpriseId, PersonId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { text } from "../text.ts";
import { assertFrom } from "../transition.ts";
import { sortProposals } from "../visibility/sort-proposals.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { assertRevision } from "./edit-profile.ts";
import { type Enterprise, type EnterpriseStatus, enterpriseTransitions, moneyObstacles } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { claimKvk } from "./kvk-claim.ts";
import { claimName } from "./name-claim.ts";

/** After a refusal nothing of an earlier check stands: who applies again begins anew. */
const nothingVerified = { recheck: undefined, verifiedAs: undefined, verifiedAt: undefined, verifiedBy: undefined };

const revision = z.int("required").min(0);

/** Input of an officer's check. `revision` is what was looked at: nothing else gets verified. */
export const Verification = z
  .discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("verify"), revision }),
    z.strictObject({ outcome: z.literal("refuse"), reason: text(limits.noteLengthMax), revision }),
  ])
  .meta({ id: "Verification" });

/**
 * An officer verifies an enterprise, from when on it is public with all it sent in, or refuses it with a reason the board
 * reads, from when on nothing of it is; never one's own board.
 * @throws DomainError `invalid`; `own-interest`; `wrong-state`; `stale` when it changed since it was looked at;
 * `idempotency-mismatch`.
 */
export async function verifyEnterprise(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof Verification> & Keyed & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, idempotencyKey: key, ...rest } = input;
  assertRole(actor, "officer");
  const verification = parse(Verification, rest);
  const request = { verb: "verifyEnterprise", by: actor.personId, enterpriseId, ...verification };
  const view = await once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    const officer = await deps.store.get("person", { id: actor.personId });
    assertNotPayee({ id: actor.personId, email: officer?.email ?? "" }, enterprise);
    assertFrom(enterpriseTransitions[verification.outcome], enterprise.status);
    assertRevision(enterprise, verification.revision);
    // Listed before it becomes public: the lists only sort, what is public is decided at every read.
    if (verification.outcome === "verify") await sortProposals(deps, enterpriseId, "listed");
    const judged = judgedAs(deps, verification, actor.personId);
    const changes: readonly Change[] = [
      stillHas("officer", actor),
      next("enterprise", enterprise, judged, [fromStates(enterpriseTransitions[verification.outcome])]),
      ...(await claimName(deps, enterprise, named(enterprise, judged.status))).changes,
      ...(await claimKvk(deps, enterprise, named(enterprise, judged.status))).changes,
      ...tell(deps, enterprise, verification),
    ];
    return { changes, result: viewBoard(deps, actor, revised(enterprise, judged)) };
  });
  // As it is now: a repeat of this request may come after another judgement.
  if ((await findEnterprise(deps, enterpriseId)).status === "refused")
    await sortProposals(deps, enterpriseId, "unlisted");
  return view;
}

function judgedAs(deps: Deps, verification: z.infer<typeof Verification>, verifiedBy: PersonId) {
  if (verification.outcome === "refuse")
    return { status: enterpriseTransitions.refuse.to, ...nothingVerified, refusal: verification.reason };
  return {
    status: enterpriseTransitions.verify.to,
    ...nothingVerified,
    nameDoubts: undefined,
    kvkDoubt: undefined,
    refusal: undefined,
    verifiedAt: deps.clock.now().toISOString(),
    verifiedBy,
  };
}

/** The board hears what came of the check; that it was verified, everybody. */
function tell(deps: Deps, enterprise: Enterprise, verification: z.infer<typeof Verification>): readonly Change[] {
  const { id: enterpriseId, profile } = enterprise;
  if (verification.outcome === "refuse")
    return writeToBoard(deps, "enterprise-refused", enterprise, {
      enterprise: profile.name,
      path: sitePaths.boardProfile(enterpriseId),
      objectionPath: sitePaths.objectTo("onderneming", enterpriseId),
      reason: verification.reason,
    });
  return [
    recordEvent(deps, { code: "enterprise-verified", enterpriseId, facts: { name: profile.name } }),
    ...writeToBoard(deps, "enterprise-verified", enterprise, {
      enterprise: profile.name,
      path: sitePaths.board(enterpriseId),
      obstacles: missingForMoney(enterprise),
    }),
  ];
}

const missingForMoney = (enterprise: Enterprise) =>
  moneyObstacles(enterprise).filter((obstacle) => obstacle !== "not-verified");

/** As it is after the judgement, for the claims on its name and number: the earlier ones are free again. */
function named({ verifiedAs: _before, ...rest }: Enterprise, status: EnterpriseStatus): Enterprise {
  return { ...rest, status };
}
