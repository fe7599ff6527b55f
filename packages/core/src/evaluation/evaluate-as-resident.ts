import * as z from "zod";
import { seatOf } from "../actor.ts";
import { endOfTerm } from "../calendar.ts";
import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { findMandate, type MandateCase } from "../mandate/find.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import { isSameMailbox } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { isUnwanted, type LetterCaller, refusalPathFor, usesOfLetter } from "../sign-in/letter-asked.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { Email } from "../text.ts";
import { maySee, publicIdentity } from "../visibility/visibility.ts";
import { ResidentEvaluation } from "./evaluation.ts";
import { assertNotOfBoard, authorOf, findVoice, hear } from "./hear.ts";
import type { ResidentHeard } from "./view.ts";
import type { VoiceRequest } from "./voice-request.ts";
import { assertWritable, stillWritable } from "./write.ts";

/** Input of a resident's voice. Without `email`: the address somebody is signed in with. */
export const ResidentVoice = z
  .strictObject({ ...ResidentEvaluation.shape, email: Email.optional() })
  .meta({ id: "ResidentVoice" });

/**
 * A resident gives a score and a sentence, once for each human. A signed-in resident is heard at once. Any other address
 * gets a letter to confirm it first, and the answer is the same whether it was heard before, or sits on the board:
 * nobody learns what somebody else said. @throws DomainError `not-found`, `invalid`, `wrong-state`, `own-interest`,
 * `conflict` (the signed-in resident was heard before), `limit-reached`,
 * `idempotency-mismatch`.
 */
export async function evaluateAsResident(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof ResidentVoice> & Keyed & { readonly mandateId: MandateId },
  caller: LetterCaller,
): Promise<ResidentHeard> {
  const { mandateId, idempotencyKey: key, ...rest } = input;
  const own = actor.kind === "resident" ? actor.email : undefined;
  const { email = "", ...content } = parse(
    ResidentVoice,
    rest.email === undefined ? { ...rest, email: own ?? "" } : rest,
  );
  const isOwn = own !== undefined && isSameMailbox(email, own);
  const find = async () => {
    const found = await findMandate(deps, mandateId);
    if (!maySee(actor, found.enterprise)) throw new DomainError("not-found", "There is no such mandate.");
    assertWritable(found.mandate);
    return found;
  };
  // What cannot be evaluated is refused before it counts.
  const uses = () => find().then(() => usesOfLetter(deps, "evaluate", email, caller));
  const request = { verb: "evaluateAsResident", by: askedBy(actor), mandateId, email, ...content };
  return once<ResidentHeard>(
    deps,
    { key, request, remembered: "for-a-while", ...(isOwn ? {} : { uses }) },
    async () => {
      const found = await find();
      const { enterprise, mandate } = found;
      const heard = { title: mandate.title, enterprise: publicIdentity(enterprise).name };
      if (!isOwn) {
        const changes = await askToConfirm(deps, found, { email, content, caller });
        return { changes, result: { status: "letter-sent", ...heard } };
      }
      const author = authorOf(deps, email);
      assertNotOfBoard(deps, enterprise, author);
      if (seatOf(actor, enterprise) !== undefined)
        throw new DomainError("own-interest", "The board has a voice of its own.");
      const changes = hear(deps, mandate, { id: deps.ids.next("eva"), author, content });
      return { changes, result: { status: "confirmed", ...heard } };
    },
  );
}

/** Keeps what was said until its own letter is confirmed. */
async function askToConfirm(
  deps: Deps,
  { mandate, enterprise }: MandateCase,
  said: { readonly email: string; readonly content: ResidentEvaluation; readonly caller: LetterCaller },
): Promise<readonly Change[]> {
  const { email, content, caller } = said;
  if (await isUnwanted(deps, email, caller)) return [];
  const author = authorOf(deps, email);
  // Heard before: what was confirmed stays, and the answer tells no stranger that it was.
  if ((await findVoice(deps, mandate.id, author)) !== undefined) return [];
  const now = deps.clock.now();
  const secret = deps.ids.secret();
  const request: VoiceRequest = {
    id: deps.ids.next("eva"),
    mandateId: mandate.id,
    author,
    content,
    confirmHash: deps.digest.of(secret),
    askedAt: now.toISOString(),
    expiresAt: endOfTerm(now, limits.voiceConfirmDays),
  };
  return [
    { put: "voice-request", record: request },
    stillWritable(mandate),
    writeLetter(deps, "evaluation-confirm", email, {
      title: mandate.title,
      enterprise: publicIdentity(enterprise).name,
      refusalPath: refusalPathFor(deps, email, caller),
      ...content,
      path: sitePaths.evaluationConfirmation(mandate.id, request.id, secret),
    }),
  ];
}
