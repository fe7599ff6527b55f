import { assertRole } from "../actor.ts";
import type { Actor, Deps } from "../ports.ts";
import { publishLedger } from "./publication.ts";
import type { LedgerVerification } from "./verify.ts";

/** Adds the whole ledger up now, for who has reason to ask, and publishes what came of it. For city hall. */
export async function refreshVerification(deps: Deps, actor: Actor): Promise<LedgerVerification> {
  assertRole(actor, "officer", "council", "finance", "clerk", "auditor");
  return publishLedger(deps);
}
