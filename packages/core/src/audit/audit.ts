import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { AuditId, PersonId } from "../ids.ts";

/** What is written in the audit trail: acts of power at city hall that are no public event. */
export const AuditAct = z.enum([
  "sessions-ended",
  "group-roles-set",
  "content-hidden",
  "content-restored",
  "reports-dismissed",
  "advice-corrected",
  "message-treated",
  "message-answered",
]);
export type AuditAct = z.infer<typeof AuditAct>;

/** One line of the audit trail: who did what, when. Lines are only added. `facts` fill the sentence. */
export const AuditLine = z.strictObject({
  id: AuditId,
  at: IsoInstant,
  act: AuditAct,
  by: PersonId,
  byName: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AuditLine = z.infer<typeof AuditLine>;
