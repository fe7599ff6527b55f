import type * as z from "zod";
import { DomainError } from "../errors.ts";
import type { FormalMessageId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { type Act, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { claimAttachments } from "./attachments.ts";
import { copyOfSupplement } from "./copy.ts";
import { type FormalCase, FormalSupplement, openToSender } from "./formal-message.ts";
import { findByLink, findMessage, messagePath } from "./link.ts";
import type { FormalReceipt } from "./send.ts";
import { stepOf } from "./step.ts";

const perMessage = { name: "formal-supplement", max: limits.formalSupplementsDayMax, minutes: 24 * 60 };

/**
 * Adds words and files to a message, by the link of its letter: grounds may follow later (Awb 6:6). It has a receipt of its
 * own; what was sent before stays as it was.
 * @throws DomainError `invalid`, `not-found`; `wrong-state` when it is over; `limit-reached`, `idempotency-mismatch`.
 */
export async function supplementMessage(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof FormalSupplement> & { readonly messageId: FormalMessageId } & Keyed,
): Promise<FormalReceipt> {
  const { messageId, idempotencyKey: key, ...rest } = input;
  const supplement = parse(FormalSupplement, rest);
  const request = { supplementMessage: { messageId, ...supplement } };
  const uses = async () => [{ rule: perMessage, subject: messageId }];
  return once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const found = await findByLink(deps, messageId, supplement.secret);
    assertFrom(openToSender, found.status);
    if (found.steps >= limits.formalStepsMax)
      throw new DomainError("limit-reached", "There is as much added as can be.", {
        details: { max: limits.formalStepsMax },
      });
    return add(deps, found, supplement);
  });
}

async function add(deps: Deps, found: FormalCase, supplement: FormalSupplement): Promise<Act<FormalReceipt>> {
  const { id, reference, dueOn, isLate, kind, publicTitle, decisionReference, objectionUntil } = found;
  const [{ email }, { kept, changes: claims }] = await Promise.all([
    findMessage(deps, id),
    claimAttachments(deps, id, supplement.attachments),
  ]);
  const at = deps.clock.now().toISOString();
  const said = { act: "supplemented", words: supplement.words, attachments: kept } as const;
  const copy = copyOfSupplement(reference, { messageId: id, step: found.steps, at, ...said });
  const sha256 = deps.digest.of(copy);
  const { changes } = stepOf(deps, found, openToSender.from, { ...said, sha256 });
  const path = messagePath(deps.digest, id);
  const term = objectionUntil === undefined ? {} : { objectionUntil };
  const receipt = writeLetter(deps, "formal-receipt", email, {
    messageKind: kind,
    reference,
    receivedAt: at,
    sha256,
    attachments: kept.length,
    ...(publicTitle === undefined ? {} : { about: publicTitle }),
    ...(decisionReference === undefined ? {} : { decisionReference }),
    answerBy: dueOn,
    ...term,
    isLate,
    isSupplement: true,
    path,
  });
  return {
    changes: [...changes, ...claims, receipt],
    result: { id, reference, receivedAt: at, sha256, copy, answerBy: dueOn, ...term, isLate, path },
  };
}
