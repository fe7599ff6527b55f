import type { Actor, Deps } from "../ports.ts";
import type { Change } from "../store.ts";
import type { AuditAct, AuditLine } from "./audit.ts";

/** A line of the audit trail as one change of the commit it is about: the act and its line are written, or neither. */
export function writeAudit(
  deps: Deps,
  actor: Extract<Actor, { kind: "staff" }>,
  act: AuditAct,
  facts: AuditLine["facts"] = {},
): Change {
  const at = deps.clock.now().toISOString();
  return {
    put: "audit-line",
    record: { id: deps.ids.next("aud"), at, act, by: actor.personId, byName: actor.name, facts },
  };
}
