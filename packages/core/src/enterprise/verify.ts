import * as z from "zod";
import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { fromStates, next } from "../change.ts";
import { recordEvent } from "../event/record.ts";
import type { EnterpriseId } from "../ids.ts";
import { writeToBoard } from "../letter/to-board.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { text } from "../text.ts";
import { assertFrom } from "../transition.ts";
import { sortProposals } from "../visibility/sort-proposals.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { assertRevision } from "./edit-profile.ts";
import { type Enterprise, type EnterpriseStatus, enterpriseTransitions, moneyObstacles } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
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
 * @throws DomainError `invalid`; `own-interest`; `wrong-state`; `stale` when it changed since it was looked at.
 */
export async function verifyEnterprise(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof Verification> & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, ...rest } = input;
  assertRole(actor, "officer");
  const enterprise = await findEnterprise(deps, enterpriseId);
  const officer = await deps.store.get("person", { id: actor.personId });
  assertNotPayee({ id: actor.personId, email: officer?.email ?? "" }, enterprise);
  const verification = parse(Verification, rest);
  assertFrom(enterpriseTransitions[verification.outcome], enterprise.status);
  assertRevision(enterprise, verification.revision);
  const about = { enterprise: enterprise.profile.name, path: sitePaths.board(enterpriseId) };
  const guards = [fromStates(enterpriseTransitions[verification.outcome])];
  if (verification.outcome === "refuse") {
    const { reason } = verification;
    const status = enterpriseTransitions.refuse.to;
    await deps.store.commit([
      stillHas("officer", actor),
      next("enterprise", enterprise, { status, ...nothingVerified, refusal: reason }, guards),
      ...(await claimName(deps, enterprise, judged(enterprise, status))).changes,
      ...writeToBoard(deps, "enterprise-refused", enterprise, {
        ...about,
        path: sitePaths.boardProfile(enterpriseId),
        objectionPath: sitePaths.objectTo("onderneming", enterpriseId),
        reason,
      }),
    ]);
    await sortProposals(deps, enterpriseId, "unlisted");
  } else {
    await sortProposals(deps, enterpriseId, "listed");
    const verifiedAt = deps.clock.now().toISOString();
    const status = enterpriseTransitions.verify.to;
    await deps.store.commit([
      stillHas("officer", actor),
      next(
        "enterprise",
        enterprise,
        {
          status,
          ...nothingVerified,
          nameDoubts: undefined,
          refusal: undefined,
          verifiedAt,
          verifiedBy: actor.personId,
        },
        guards,
      ),
      ...(await claimName(deps, enterprise, judged(enterprise, status))).changes,
      recordEvent(deps, { code: "enterprise-verified", enterpriseId, facts: { name: enterprise.profile.name } }),
      ...writeToBoard(deps, "enterprise-verified", enterprise, { ...about, obstacles: missingForMoney(enterprise) }),
    ]);
  }
  return viewBoard(deps, actor, await findEnterprise(deps, enterpriseId));
}

const missingForMoney = (enterprise: Enterprise) =>
  moneyObstacles(enterprise).filter((obstacle) => obstacle !== "not-verified");

/** As it is after the judgement, for the claims on its name: the earlier name is free again. */
function judged({ verifiedAs: _before, ...rest }: Enterprise, status: EnterpriseStatus): Enterprise {
  return { ...rest, status };
}
