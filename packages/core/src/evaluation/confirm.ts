import type * as z from "zod";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { Confirmation } from "../follow/confirm.ts";
import type { EvaluationId, MandateId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { maySee, publicIdentity } from "../visibility/visibility.ts";
import { assertNotOfBoard } from "./evaluate-as-resident.ts";
import type { ResidentHeard } from "./view.ts";
import { assertWritable, stillWritable } from "./write.ts";

/**
 * Confirms the address of a resident's voice by the secret of the letter: from then on it counts. Pressing twice is
 * confirmed once. @throws DomainError `not-found`, `code-wrong`, `own-interest` for an address on the board,
 * `wrong-state` when the evaluation was published meanwhile.
 */
export function confirmEvaluation(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof Confirmation> & { readonly mandateId: MandateId; readonly evaluationId: EvaluationId },
): Promise<ResidentHeard> {
  const { mandateId, evaluationId, ...rest } = input;
  const { secret } = parse(Confirmation, rest);
  return untilFresh(async () => {
    const { mandate, enterprise } = await findMandate(deps, mandateId);
    if (!maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
    const voices = await deps.store.listAll("evaluations-of-mandate", { mandateId });
    const voice = voices.find(({ id }) => id === evaluationId);
    if (voice?.by !== "resident" || deps.digest.of(secret) !== voice.confirmHash)
      throw new DomainError("code-wrong", "This link does not fit.", { details: { why: "wrong" } });
    if (voice.status !== "confirmed") {
      assertWritable(mandate);
      assertNotOfBoard(deps, enterprise, voice.author);
      await deps.store.commit([next("evaluation", voice, { status: "confirmed" }), stillWritable(mandate)]);
    }
    return { status: "confirmed", title: mandate.title, enterprise: publicIdentity(enterprise).name };
  });
}
