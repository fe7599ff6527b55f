import * as z from "zod";
import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { fromStates, next, revised } from "../change.ts";
import { DomainError } from "../errors.ts";
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
import { removalForOfficer } from "./checked-board.ts";
import { assertRevision } from "./edit-profile.ts";
import { type Enterprise, type EnterpriseStatus, enterpriseTransitions, moneyObstacles } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { claimKvk } from "./kvk-claim.ts";
import { claimName } from "./name-claim.ts";
import { endSeat } from "./remove-member.ts";
import { withMember } from "./seats.ts";
import { tellBoard } from "./tell-board.ts";

/** After a refusal nothing of an earlier check stands: who applies again begins anew. */
const nothingVerified = { recheck: undefined, verifiedAs: undefined, verifiedAt: undefined, verifiedBy: undefined };

const revision = z.int("required").min(0);

/** Input of an officer's check. `revision` is what was looked at: nothing else gets verified. */
export const Verification = z
  .discriminatedUnion("outcome", [
    z.strictObject({
      outcome: z.literal("verify"),
      revision,
      /** What becomes of a removal that only an officer can answer (`BoardView.removalForOfficer`); asked where there is one. */
      removal: z.enum(["carry-out", "keep"]).optional(),
    }),
    z.strictObject({ outcome: z.literal("refuse"), reason: text(limits.noteLengthMax), revision }),
  ])
  .meta({ id: "Verification" });

/**
 * An officer verifies an enterprise, from when on it is public with all it sent in, or refuses it with a reason the board
 * reads, from when on nothing of it is; never one's own board. Verifying also says that this is the board: who came since is a
 * pair of eyes from now on, and a removal that nobody on the board can answer is answered.
 * @throws DomainError `invalid`, also at `removal` when that is to be answered; `own-interest`; `wrong-state`; `stale` when it
 * changed since it was looked at; `idempotency-mismatch`.
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
    const answered = await answerRemoval(deps, enterprise, verification);
    const answeredFor = { ...enterprise, members: answered.members };
    const judged = judgedAs(deps, answeredFor, verification, actor.personId);
    const changes: readonly Change[] = [
      stillHas("officer", actor),
      next("enterprise", enterprise, judged, [fromStates(enterpriseTransitions[verification.outcome])]),
      ...answered.changes,
      ...(await claimName(deps, enterprise, named(enterprise, judged.status))).changes,
      ...(await claimKvk(deps, enterprise, named(enterprise, judged.status))).changes,
      ...tell(deps, answeredFor, verification),
    ];
    return { changes, result: viewBoard(deps, actor, revised(enterprise, judged)) };
  });
  // As it is now: a repeat of this request may come after another judgement.
  if ((await findEnterprise(deps, enterpriseId)).status === "refused")
    await sortProposals(deps, enterpriseId, "unlisted");
  return view;
}

/** The members after the officer's answer to a removal that nobody on the board can answer. */
async function answerRemoval(
  deps: Deps,
  enterprise: Enterprise,
  verification: z.infer<typeof Verification>,
): Promise<{ members: Enterprise["members"]; changes: readonly Change[] }> {
  const { members } = enterprise;
  const member = removalForOfficer(enterprise, deps.clock.now().toISOString());
  if (member === undefined || verification.outcome === "refuse") return { members, changes: [] };
  if (verification.removal === undefined)
    throw new DomainError("invalid", "Say what becomes of the removal.", {
      fields: [{ path: "removal", code: "required" }],
    });
  const by = members.find(({ id }) => id === member.removal?.askedBy);
  if (verification.removal === "carry-out" && by !== undefined) {
    const { set, changes } = await endSeat(deps, enterprise, member, { by, leftBy: by.id });
    return { members: set.members, changes };
  }
  const { removal: _, ...kept } = member;
  return { members: withMember(enterprise, kept), changes: tellBoard(deps, enterprise, { change: "kept", member }) };
}

function judgedAs(
  deps: Deps,
  { members, boardCheckedAt, verifiedAt }: Enterprise,
  verification: z.infer<typeof Verification>,
  verifiedBy: PersonId,
) {
  const before = boardCheckedAt ?? verifiedAt;
  if (verification.outcome === "refuse")
    return {
      status: enterpriseTransitions.refuse.to,
      ...nothingVerified,
      boardCheckedAt: before,
      refusal: verification.reason,
      refusedBy: verifiedBy,
    };
  const now = deps.clock.now().toISOString();
  return {
    status: enterpriseTransitions.verify.to,
    ...nothingVerified,
    members: members.map(({ isUnchecked: _, ...member }) => member),
    boardCheckedAt: before ?? now,
    nameDoubts: undefined,
    kvkDoubt: undefined,
    refusal: undefined,
    verifiedAt: now,
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
