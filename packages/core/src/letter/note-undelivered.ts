import { DomainError } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { Letter, Undelivered } from "./letter.ts";

/** Notes on a letter what the mail system reported about it. A letter that is not known (any more) is left alone. */
export async function noteUndelivered(
  deps: Deps,
  ref: Pick<Letter, "id" | "createdAt">,
  undelivered: Undelivered,
): Promise<void> {
  try {
    await deps.store.commit([{ patch: "letter", ref, set: { undelivered }, when: [] }]);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "not-found")) throw error;
  }
}
