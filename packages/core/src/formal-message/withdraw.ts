import type * as z from "zod";
import { untilFresh } from "../change.ts";
import type { FormalMessageId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { assertFrom } from "../transition.ts";
import { FormalWithdrawal, openToSender } from "./formal-message.ts";
import { findByLink, findMessage, messagePath } from "./link.ts";
import { type FormalStandingView, readFormalMessage } from "./read.ts";
import { forgetOn, stepOf } from "./step.ts";

/**
 * Takes a message back, by the link of its letter (Awb 6:21). What was sent stays in the record until it is forgotten.
 * @throws DomainError `invalid`, `not-found`; `wrong-state` when it is over.
 */
export async function withdrawMessage(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof FormalWithdrawal> & { readonly messageId: FormalMessageId },
): Promise<FormalStandingView> {
  const { messageId, ...rest } = input;
  const { secret, reason } = parse(FormalWithdrawal, rest);
  await untilFresh(async () => {
    const found = await findByLink(deps, messageId, secret);
    assertFrom(openToSender, found.status);
    const { email } = await findMessage(deps, messageId);
    const { changes, step } = stepOf(
      deps,
      found,
      openToSender.from,
      { act: "withdrawn", words: reason, attachments: [] },
      { status: "withdrawn", forgetOn: forgetOn(deps) },
    );
    await deps.store.commit([
      ...changes,
      writeLetter(deps, "formal-step", email, {
        messageKind: found.kind,
        reference: found.reference,
        ...(found.publicTitle === undefined ? {} : { about: found.publicTitle }),
        happened: "withdrawn",
        at: step.at,
        path: messagePath(deps.digest, messageId),
      }),
    ]);
  });
  return readFormalMessage(deps, actor, { messageId, secret });
}
