import * as z from "zod";
import { assertRole } from "../actor.ts";
import { assertNotPayee, stillHas } from "../at-commit.ts";
import { writeAudit } from "../audit/write.ts";
import { dateIn, lastDayToObject } from "../calendar.ts";
import { next } from "../change.ts";
import { boardOf } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { PersonId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { text } from "../text.ts";
import { firstCharacters } from "../typed/typed.ts";
import { sortProposals } from "../visibility/sort-proposals.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { findTarget } from "./find-target.ts";
import { decidedStays, type FoundTarget } from "./found-target.ts";
import { listProposal } from "./list-proposal.ts";
import { caseIdOf, type Hidden, type ModerationCase, ModerationTarget } from "./moderation.ts";

/** Input of an officer's judgement on what was reported, or on what an officer saw. */
export const ModerationJudgement = z
  .discriminatedUnion("outcome", [
    /** Nobody reads it any more; the reason stands in its place. */
    z.strictObject({ outcome: z.literal("hide"), target: ModerationTarget, reason: text(limits.noteLengthMax) }),
    /** Everybody reads it again. */
    z.strictObject({ outcome: z.literal("restore"), target: ModerationTarget, reason: text(limits.noteLengthMax) }),
    /** It stays as it is; the reports are answered. */
    z.strictObject({ outcome: z.literal("keep"), target: ModerationTarget, reason: text(limits.noteLengthMax) }),
  ])
  .meta({ id: "ModerationJudgement" });
export type ModerationJudgement = z.infer<typeof ModerationJudgement>;

const acts = { hide: "content-hidden", restore: "content-restored", keep: "reports-dismissed" } as const;

/**
 * An officer hides something with a reason, shows it again, or leaves it as it is. Each is a line of the audit trail; the
 * board that wrote it hears why and how to object. Nothing is deleted. Never about one's own board.
 * @throws DomainError `invalid`, `forbidden`, `not-found`, `own-interest`; `wrong-state` when it is hidden, shown or answered
 * already; `idempotency-mismatch`.
 */
export async function judgeContent(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof ModerationJudgement> & Keyed,
): Promise<void> {
  assertRole(actor, "officer");
  const { idempotencyKey: key, ...rest } = input;
  const judgement = parse(ModerationJudgement, rest);
  const { target, outcome, reason } = judgement;
  const request = { verb: "judgeContent", by: actor.personId, ...judgement };
  await once(deps, { key, request, remembered: "for-a-while" }, async () => {
    const [officer, found, earlier] = await Promise.all([
      deps.store.get("person", { id: actor.personId }),
      findTarget(deps, target),
      deps.store.get("moderation-case", { id: caseIdOf(target) }),
    ]);
    assertNotPayee({ id: actor.personId, email: officer?.email ?? "" }, found.enterprise);
    assertJudgeable(outcome, found, earlier);
    const at = deps.clock.now().toISOString();
    const hidden: Hidden | undefined = outcome === "hide" ? { at, reason } : undefined;
    const changes: readonly Change[] = [
      stillHas("officer", actor),
      settle(
        earlier,
        { target, enterpriseId: found.enterprise.id, title: found.title },
        outcome === "keep"
          ? { hidden: earlier?.hidden, hiddenBy: earlier?.hiddenBy }
          : { hidden, hiddenBy: hidden === undefined ? undefined : actor.personId },
      ),
      ...(outcome === "keep" ? [] : found.mark(hidden)),
      writeAudit(deps, actor, acts[outcome], { what: target.kind, title: found.title, reason, path: found.path }),
      ...letters(deps, judgement, found, await addressesOf(deps, found)),
    ];
    return { changes, result: {} };
  });
  if (outcome === "keep") return;
  // As it is now: a repeat of this request may come after another judgement.
  const { hidden } = await findTarget(deps, target);
  await sort(deps, target, hidden === undefined ? "listed" : "unlisted");
}

function assertJudgeable(
  outcome: ModerationJudgement["outcome"],
  { hidden, staysPublic }: FoundTarget,
  earlier: ModerationCase | undefined,
): void {
  if (outcome === "hide" && staysPublic === true) throw decidedStays();
  const isPossible =
    outcome === "hide"
      ? hidden === undefined
      : outcome === "restore"
        ? hidden !== undefined
        : earlier?.openSince !== undefined;
  if (!isPossible) throw new DomainError("wrong-state", "This was judged already.");
}

function settle(
  earlier: ModerationCase | undefined,
  about: Pick<ModerationCase, "target" | "enterpriseId" | "title">,
  now: { readonly hidden: Hidden | undefined; readonly hiddenBy: PersonId | undefined },
): Change {
  if (earlier !== undefined) return next("moderation-case", earlier, { openSince: undefined, ...now });
  const record = { id: caseIdOf(about.target), ...about, ...now, reports: [], reportCount: 0, revision: 0 };
  return { put: "moderation-case", record, refusal: "stale" };
}

/**
 * Where who wrote it hears of it. Of a resident who gave an opinion no address is kept: the audit trail holds the decision,
 * and the page says in its place why, and how to object.
 */
async function addressesOf(deps: Deps, { author, enterprise }: FoundTarget): Promise<readonly string[]> {
  if (author === "resident") return [];
  if (author === "board") return [...new Set(boardOf(enterprise).map(({ email }) => email))];
  const person = await deps.store.get("person", { id: author });
  return person === undefined ? [] : [person.email];
}

function letters(
  deps: Deps,
  { outcome, target, reason }: ModerationJudgement,
  { enterprise, title, words, path }: FoundTarget,
  addresses: readonly string[],
): readonly Change[] {
  if (outcome === "keep") return [];
  const excerpt = firstCharacters(words.split("\n", 1)[0] ?? "", limits.titleLengthMax);
  const about = { title, enterprise: publicIdentity(enterprise).name, path, excerpt, reason };
  const on = dateIn(deps.clock.now());
  const hidden = {
    ...about,
    ...(target.kind === "enterprise" || target.kind === "proposal" ? { page: target.kind } : {}),
    hiddenOn: on,
    objectionUntil: lastDayToObject(on),
    objectionAddress: deps.municipality.objectionAddress,
    objectionPath: sitePaths.objectTo("verborgen", caseIdOf(target)),
  };
  return addresses.map((to) =>
    outcome === "hide"
      ? writeLetter(deps, "content-hidden", to, hidden)
      : writeLetter(deps, "content-restored", to, { ...about, restoredOn: on }),
  );
}

/** What hangs on a page that is hidden leaves the lists of the municipality, and comes back with it. */
async function sort(deps: Deps, target: ModerationTarget, how: "listed" | "unlisted"): Promise<void> {
  if (target.kind === "enterprise") await sortProposals(deps, target.enterpriseId, how);
  if (target.kind === "proposal") await listProposal(deps, target.proposalId, how);
}
