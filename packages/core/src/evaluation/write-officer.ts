import type * as z from "zod";
import { stillHas } from "../at-commit.ts";
import { untilFresh } from "../change.ts";
import type { MandateId } from "../ids.ts";
import { findMandateForStaff } from "../mandate/find.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { OfficerEvaluation } from "./evaluation.ts";
import type { WrittenEvaluation } from "./view.ts";
import { keepEvaluation } from "./write.ts";

/**
 * An officer says how it went and what to do with it; it may be written again until it is published.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`, `own-interest`, `invalid`, `wrong-state`.
 */
export function writeOfficerEvaluation(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof OfficerEvaluation> & { readonly mandateId: MandateId },
): Promise<WrittenEvaluation> {
  const { mandateId, ...rest } = input;
  return untilFresh(async () => {
    const found = await findMandateForStaff(deps, actor, "officer", mandateId);
    const content = parse(OfficerEvaluation, rest);
    const still = [stillHas("officer", found.actor)];
    return keepEvaluation(deps, found.mandate, found.actor, { by: "officer", content }, still);
  });
}
