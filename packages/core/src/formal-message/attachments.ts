import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import type { FormalMessageId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { FormalAttachment, FormalMessage } from "./formal-message.ts";

/**
 * Gives uploaded files to a message, for good: from then on nobody else can send them along.
 * @throws DomainError `invalid` with `file-unknown` at a file that is not clean, or is of another message.
 */
export async function claimAttachments(
  deps: Deps,
  messageId: FormalMessageId,
  asked: readonly FormalAttachment[],
): Promise<{ readonly kept: FormalMessage["attachments"]; readonly changes: readonly Change[] }> {
  const files = await Promise.all(asked.map(({ fileId: id }) => deps.store.get("file", { id })));
  const isTwice = new Set(asked.map(({ fileId }) => fileId)).size !== asked.length;
  const isClaimable = (file: (typeof files)[number]) =>
    file?.purpose === "message" && file.status === "clean" && file.messageId === undefined;
  const wrong = files.flatMap((file, at) => (isClaimable(file) && !isTwice ? [] : [at]));
  if (wrong.length > 0)
    throw new DomainError("invalid", "There is no such file to send along.", {
      fields: wrong.map((at) => ({ path: `attachments.${at}.fileId`, code: isTwice ? "twice" : "file-unknown" })),
    });
  const claimed = files.flatMap((file) => (file === undefined ? [] : [file]));
  return {
    kept: asked.flatMap(({ fileId, name }, at) => {
      const sha256 = files[at]?.sha256;
      return sha256 === undefined ? [] : [{ fileId, name, sha256 }];
    }),
    changes: claimed.map((file) =>
      next("file", file, { messageId, forgetOn: undefined }, [
        { field: "messageId", is: "absent", refusal: "conflict" },
      ]),
    ),
  };
}
