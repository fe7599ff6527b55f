import type { Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { PublicEvent } from "./event.ts";

/** A public event as one change of a commit: what happened and its line in public are written together. */
export function recordEvent(deps: Deps, event: Omit<PublicEvent, "id" | "at">): Change {
  return {
    put: "event",
    record: { id: deps.ids.next("evt"), at: deps.clock.now().toISOString(), ...event },
  };
}
