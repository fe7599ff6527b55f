import type * as z from "zod";
import { DomainError } from "../errors.ts";
import { Confirmation } from "../follow/confirm.ts";
import type { EvaluationId, MandateId } from "../ids.ts";
import { findMandate } from "../mandate/find.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { assertNotOfBoard, findVoice, hear } from "./hear.ts";
import type { ResidentHeard } from "./view.ts";
import { assertWritable } from "./write.ts";

/**
 * Confirms what was said by the secret of its letter: these words, and no others, count from then on. Pressing twice is
 * confirmed once. @throws DomainError `not-found`, `code-wrong`, `own-interest` for an address on the board, `conflict`
 * when other words of the same human were heard before, `wrong-state` when the evaluation was published meanwhile.
 */
export async function confirmEvaluation(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof Confirmation> & { readonly mandateId: MandateId; readonly evaluationId: EvaluationId },
): Promise<ResidentHeard> {
  const { mandateId, evaluationId: id, ...rest } = input;
  const { secret } = parse(Confirmation, rest);
  const { mandate, enterprise } = await findMandate(deps, mandateId);
  const request = await deps.store.get("voice-request", { mandateId, id });
  if (request === undefined || deps.digest.of(secret) !== request.confirmHash)
    throw new DomainError("code-wrong", "This link does not fit.", { details: { why: "wrong" } });
  const { author, content, expiresAt } = request;
  const heard: ResidentHeard = {
    status: "confirmed",
    title: mandate.title,
    enterprise: publicIdentity(enterprise).name,
  };
  const isHeard = async () => (await findVoice(deps, mandateId, author))?.id === id;
  if (await isHeard()) return heard;
  if (expiresAt <= deps.clock.now().toISOString())
    throw new DomainError("code-wrong", "This link is over time.", { details: { why: "expired" } });
  assertWritable(mandate);
  assertNotOfBoard(deps, enterprise, author);
  try {
    await deps.store.commit(hear(deps, mandate, { id, author, content }));
  } catch (error) {
    // Pressed twice at the same moment: the other press confirmed these very words.
    const isTwin = error instanceof DomainError && error.code === "conflict" && (await isHeard());
    if (!isTwin) throw error;
  }
  return heard;
}
