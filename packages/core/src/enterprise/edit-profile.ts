import * as z from "zod";
import { assertBoard } from "../actor.ts";
import { next, revised } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { EnterpriseId } from "../ids.ts";
import { limits } from "../limits.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { type Enterprise, EnterpriseProfile, type Recheck } from "./enterprise.ts";
import { findEnterprise } from "./find.ts";
import { claimKvk } from "./kvk-claim.ts";
import { claimName } from "./name-claim.ts";
import type { NameDoubt } from "./name-doubt.ts";
import { assertProfileFits } from "./profile-checks.ts";
import { rechecked } from "./recheck.ts";

const perDay = { name: "profile-edits", max: limits.profileEditsPerEnterpriseDayMax, minutes: 24 * 60 };

/** Input of changing a profile; `revision` is the one that was read, so that two who edit do not undo each other. */
export const ProfileEdit = z
  .strictObject({ profile: EnterpriseProfile, revision: z.int("required").min(0) })
  .meta({ id: "ProfileEdit" });

/**
 * Changes what an enterprise tells about itself. After a refusal this applies again; a change of name, legal form or KvK
 * number after verification asks for a new check.
 * @throws DomainError `invalid`; `stale` when somebody else changed the enterprise since it was read; `limit-reached`;
 * `idempotency-mismatch`.
 */
export async function editProfile(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof ProfileEdit> & Keyed & { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const { enterpriseId, idempotencyKey: key, ...edit } = input;
  const find = async () => {
    const enterprise = await findEnterprise(deps, enterpriseId);
    assertBoard(actor, enterprise);
    const { profile, revision } = parse(ProfileEdit, edit);
    assertRevision(enterprise, revision);
    return { enterprise, profile };
  };
  const uses = async () => {
    await assertProfileFits(deps, (await find()).profile, enterpriseId);
    return [{ rule: perDay, subject: enterpriseId }];
  };
  const request = { verb: "editEnterprise", by: askedBy(actor), enterpriseId, ...edit };
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { enterprise, profile } = await find();
    const changed = { profile, ...applied(enterprise), ...rechecked(enterprise, changes(enterprise.profile, profile)) };
    const claimed = await claimName(deps, enterprise, revised(enterprise, changed));
    const number = await claimKvk(deps, enterprise, revised(enterprise, changed));
    const edited = {
      ...changed,
      ...doubted(enterprise, profile, claimed.doubts),
      ...(isLookedAtAnew(enterprise, profile, "kvkNumber") ? { kvkDoubt: number.doubt } : {}),
    };
    return {
      changes: [next("enterprise", enterprise, edited), ...claimed.changes, ...number.changes],
      result: viewBoard(deps, actor, revised(enterprise, edited)),
    };
  });
}

/** Throws `stale` when the enterprise is not the one that was read; the database checks it again at the moment of writing. */
export function assertRevision(enterprise: Enterprise, revision: number): void {
  if (enterprise.revision !== revision)
    throw new DomainError("stale", "Somebody else changed this in the meantime.", {
      details: { revision: enterprise.revision },
    });
}

/** What was looked at stays looked at; another name or number, or applying again, is looked at anew. */
const isLookedAtAnew = (
  { status, profile: before }: Enterprise,
  after: EnterpriseProfile,
  what: "name" | "kvkNumber",
): boolean => before[what] !== after[what] || status === "refused";

function doubted(
  enterprise: Enterprise,
  after: EnterpriseProfile,
  doubts: readonly NameDoubt[],
): { nameDoubts?: NameDoubt[] | undefined } {
  if (!isLookedAtAnew(enterprise, after, "name")) return {};
  return { nameDoubts: doubts.length === 0 ? undefined : [...doubts] };
}

/** A refused enterprise that changes its profile asks to be looked at again. */
function applied(enterprise: Enterprise) {
  return enterprise.status === "refused" ? { status: "registered" as const, refusal: undefined } : {};
}

function changes(before: EnterpriseProfile, after: EnterpriseProfile): readonly Recheck[] {
  const changed: Recheck[] = [];
  if (before.name !== after.name) changed.push("name");
  if (before.legalForm !== after.legalForm) changed.push("legal-form");
  if (before.kvkNumber !== after.kvkNumber) changed.push("kvk-number");
  return changed;
}
