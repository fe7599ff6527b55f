import type { JournalId } from "../ids.ts";
import type { Deps } from "../ports.ts";
import type { Journal } from "./account.ts";

/** Which of these lines were reversed, each with the line that did. */
export async function reversedAmong(
  deps: Deps,
  journals: readonly Journal[],
): Promise<ReadonlyMap<JournalId, JournalId>> {
  const marks = await Promise.all(
    journals
      .filter(({ kind }) => kind !== "REVERSAL")
      .map(({ id: journalId }) => deps.store.get("reversal-mark", { journalId })),
  );
  return new Map(marks.flatMap((mark) => (mark === undefined ? [] : [[mark.journalId, mark.by] as const])));
}
