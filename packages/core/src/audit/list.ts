import * as z from "zod";
import { assertRole } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import type { Actor, Deps } from "../ports.ts";
import { AuditLine } from "./audit.ts";

/** A line of the audit trail as who administers and who audits read it. */
export const AuditLineView = z
  .object(AuditLine.omit({ by: true }).shape)
  .meta({ id: "AuditLine", description: "`facts` depend on the act." });
export type AuditLineView = z.infer<typeof AuditLineView>;

/** The newest first of one month (`YYYY-MM`; without: this month). @throws DomainError `unauthenticated`, `forbidden`. */
export async function listAudit(
  deps: Deps,
  actor: Actor,
  input: { readonly month?: string; readonly cursor?: string } = {},
): Promise<{ items: AuditLineView[]; cursor?: string }> {
  assertRole(actor, "admin", "auditor");
  const month = input.month ?? dateIn(deps.clock.now()).slice(0, 7);
  const paging = { newestFirst: true, ...(input.cursor === undefined ? {} : { cursor: input.cursor }) };
  const page = await deps.store.list("audit-of-month", { month }, paging);
  const items = page.items.map((line) => AuditLineView.parse(line));
  return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
