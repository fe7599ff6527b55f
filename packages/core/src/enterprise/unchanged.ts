import type { Change } from "../store.ts";
import type { Enterprise } from "./enterprise.ts";

/**
 * The enterprise is still as it was read: what was decided from its board or its IBAN holds at the moment of writing.
 * Refused as `stale` otherwise; commit inside `untilFresh`.
 */
export function assertUnchanged({ id, revision }: Enterprise): Change {
  return {
    check: "enterprise",
    ref: { id },
    when: [{ field: "revision", is: "equal", value: revision, refusal: "stale" }],
  };
}
