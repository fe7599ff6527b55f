import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EnterpriseId, FormalMessageId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { textOrEmpty } from "../text.ts";

/** What city hall works on: a proposal with everything that comes of it, an enterprise that waits to be verified, or a formal message. */
export const CaseId = z.union([ProposalId, EnterpriseId, FormalMessageId]);
export type CaseId = z.infer<typeof CaseId>;

/** The roles that act on cases. Each has a case for its own part, so an officer and somebody of finance may have the same one. */
export const CaseRole = z.enum(["officer", "council", "finance"]);
export type CaseRole = z.infer<typeof CaseRole>;

/** Which part of which case. */
export const CasePart = z.strictObject({ caseId: CaseId, role: CaseRole });
export type CasePart = z.infer<typeof CasePart>;

/** That somebody at city hall has a case: took it, or got it from a colleague. It counts while this person has the role. */
export const Assignment = z.strictObject({
  caseId: CaseId,
  role: CaseRole,
  personId: PersonId,
  since: IsoInstant,
  revision: z.int().min(0),
});
export type Assignment = z.infer<typeof Assignment>;

/** Input of taking a case. `seen` is who had it when the reader looked, so that two who take it at once do not both have it. */
export const Taking = z.strictObject({ seen: PersonId.optional() }).meta({ id: "Taking" });
export type Taking = z.infer<typeof Taking>;

/** Input of handing a case over to a colleague, who reads the note. */
export const HandOver = z
  .strictObject({ to: PersonId, note: textOrEmpty(limits.noteLengthMax) })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof HandOver>;

/** Somebody at city hall, as colleagues see each other. */
export const Colleague = z.object({ personId: PersonId, name: z.string() }).meta({ id: "Colleague" });
export type Colleague = z.infer<typeof Colleague>;

/** Who has a case for a role, and to whom the reader may hand it over. */
export const CaseView = z
  .object({
    caseId: CaseId,
    role: CaseRole,
    takenBy: Colleague.extend({ isMe: z.boolean() }).optional(),
    /** Everybody else who could do it: with the role now, and not on the board of the enterprise. */
    colleagues: z.array(Colleague),
  })
  .meta({ id: "Case" });
export type CaseView = z.infer<typeof CaseView>;
