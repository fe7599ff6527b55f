import { dateIn } from "../calendar.ts";
import { letGoOf } from "../file/forget.ts";
import { limits } from "../limits.ts";
import { listUpTo } from "../list-up-to.ts";
import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";

/**
 * Forgets the messages whose day has come, the earliest first: the words, the steps and where it stood; their files on the
 * same day, by `forgetFiles`. Resolves with how many. May be done again, or after half of it.
 */
export async function forgetMessages(deps: Deps): Promise<number> {
  const today = dateIn(deps.clock.now());
  const { items } = await listUpTo(deps.store, "messages-to-forget", {}, limits.forgottenAtOnceMax);
  let forgotten = 0;
  for (const { id, forgetOn = "9999" } of items) {
    if (forgetOn > today) break;
    const [message, steps] = await Promise.all([
      deps.store.get("formal-message", { id }),
      deps.store.listAll("steps-of-message", { messageId: id }),
    ]);
    const files = [...(message?.attachments ?? []), ...steps.flatMap(({ attachments }) => attachments)];
    const released = await letGoOf(
      deps,
      files.map(({ fileId }) => fileId),
    );
    for (const change of released) await deps.store.commit([change]);
    const changes: Change[] = steps.map(({ step }) => ({
      remove: "formal-step",
      ref: { messageId: id, step },
      when: [],
    }));
    if (message !== undefined) changes.push({ remove: "formal-message", ref: { id }, when: [] });
    await deps.store.commit([...changes, { remove: "formal-case", ref: { id }, when: [] }]);
    forgotten++;
  }
  return forgotten;
}
