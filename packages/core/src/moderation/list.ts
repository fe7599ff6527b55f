import * as z from "zod";
import { assertRole } from "../actor.ts";
import { IsoInstant } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import { EnterpriseId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { findTarget } from "./find-target.ts";
import { Hidden, type ModerationCase, ModerationTarget, Report } from "./moderation.ts";

/** What was reported or hidden, with the words themselves, for city hall. */
export const ModerationRow = z
  .object({
    target: ModerationTarget,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }),
    title: z.string(),
    words: z.string(),
    path: z.string(),
    /** It was decided on meanwhile, so it cannot be hidden. */
    staysPublic: z.literal(true).optional(),
    reports: z.array(Report),
    reportCount: z.int(),
    openSince: IsoInstant.optional(),
    hidden: Hidden.optional(),
  })
  .meta({ id: "ModerationRow" });
export type ModerationRow = z.infer<typeof ModerationRow>;

/** Reports that wait, oldest first, and what is hidden now, newest first; each a page with its own cursor. */
export const ModerationView = z
  .object({ items: z.array(ModerationRow), cursor: z.string().optional() })
  .meta({ id: "Moderation" });
export type ModerationView = z.infer<typeof ModerationView>;

/** So many a page: of each the words are read by their key. */
const perPage = 20;

/**
 * Reports that wait for an officer, or what is hidden now.
 * @throws DomainError `unauthenticated`, `forbidden`, `invalid` (cursor).
 */
export async function listModeration(
  deps: Deps,
  actor: Actor,
  input: { readonly state: "open" | "hidden"; readonly cursor?: string | undefined },
): Promise<ModerationView> {
  assertRole(actor, "officer", "council", "clerk", "auditor");
  const query = input.state === "open" ? "moderation-open" : "moderation-hidden";
  const page = await deps.store.list(
    query,
    {},
    {
      limit: perPage,
      newestFirst: input.state === "hidden",
      ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
    },
  );
  const rows = await Promise.all(page.items.map((each) => rowOf(deps, each)));
  return {
    items: rows.filter((row) => row !== undefined),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

/** Nothing for what is gone since. */
async function rowOf(deps: Deps, of: ModerationCase): Promise<ModerationRow | undefined> {
  try {
    const { enterprise, title, words, path, staysPublic } = await findTarget(deps, of.target);
    const { target, reports, reportCount, openSince, hidden } = of;
    return {
      target,
      enterprise: { id: enterprise.id, name: enterprise.profile.name },
      title,
      words,
      path,
      ...(staysPublic === undefined ? {} : { staysPublic }),
      reports: [...reports],
      reportCount,
      ...(openSince === undefined ? {} : { openSince }),
      ...(hidden === undefined ? {} : { hidden }),
    };
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
