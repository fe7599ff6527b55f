import { boardOf, type Enterprise } from "../enterprise/enterprise.ts";
import { DomainError } from "../errors.ts";
import type { EvaluationId } from "../ids.ts";
import type { Mandate } from "../mandate/mandate.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { Evaluation, ResidentEvaluation } from "./evaluation.ts";
import { stillWritable } from "./write.ts";

type Resident = Extract<Evaluation, { by: "resident" }>;

/** Under which name a resident's voice is kept: once for each human, without telling whose. */
export function authorOf(deps: Deps, email: string): Resident["author"] {
  return `resident-${humanHash(deps.digest, email)}`;
}

/** Throws `own-interest` when this is the voice of somebody on the board, under any name. */
export function assertNotOfBoard(deps: Deps, enterprise: Enterprise, author: string): void {
  if (boardOf(enterprise).some(({ email }) => authorOf(deps, email) === author))
    throw new DomainError("own-interest", "The board has a voice of its own.");
}

/** The voice of this author, once it is heard. */
export async function findVoice(deps: Deps, mandateId: Mandate["id"], author: string): Promise<Resident | undefined> {
  const voice = await deps.store.get("evaluation", { mandateId, author });
  return voice?.by === "resident" ? voice : undefined;
}

/** Lets a voice be heard, once for each author: `conflict` when this author was heard before. */
export function hear(
  deps: Deps,
  mandate: Mandate,
  said: { readonly id: EvaluationId; readonly author: string; readonly content: ResidentEvaluation },
): readonly Change[] {
  const writtenAt = deps.clock.now().toISOString();
  const record: Evaluation = { ...said, by: "resident", mandateId: mandate.id, writtenAt, revision: 0 };
  return [{ put: "evaluation", record, refusal: "conflict" }, stillWritable(mandate)];
}
