import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { FileId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { line } from "../text.ts";

/** Input of adding a file to a proposal: an upload with purpose `attachment`, under a name that people read. */
export const NewAttachment = z
  .strictObject({
    fileId: FileId,
    name: line(limits.nameLengthMax),
    /** Whether it is as public as its proposal; otherwise it is for the board and city hall only. */
    isPublic: z.boolean("required"),
  })
  .meta({ id: "NewAttachment" });
export type NewAttachment = z.infer<typeof NewAttachment>;

/** A file that belongs to a proposal. It takes one of the slots of the proposal, so that there are never too many. */
export const Attachment = z.strictObject({
  ...NewAttachment.shape,
  proposalId: ProposalId,
  slot: z
    .int()
    .min(0)
    .max(limits.attachmentsMax - 1),
  addedBy: PersonId,
  addedAt: IsoInstant,
  /** An officer hid it: its name and its bytes are for the board and city hall. */
  hidden: Hidden.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** In which states of a proposal its board adds files, and in which it takes them away: what was judged stays. */
export const attachmentStates = {
  add: { from: ["draft", "submitted", "completion-asked"] },
  remove: { from: ["draft", "submitted"] },
} as const;
