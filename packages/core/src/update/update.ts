import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { Districts } from "../district/districts.ts";
import { EnterpriseId, FileId, PersonId, ProposalId, UpdateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Hidden } from "../moderation/moderation.ts";
import { line, text } from "../text.ts";

/** Input of an update: a few words about how it goes, with or without a photo. */
export const UpdateDraft = z
  .strictObject({
    title: line(limits.titleLengthMax),
    body: text(limits.textLengthMax),
    photoId: FileId.optional(),
    photoAlt: line(200).optional(),
  })
  .superRefine((draft, context) => {
    if (draft.photoId !== undefined && draft.photoAlt === undefined)
      context.addIssue({ code: "custom", message: "required", path: ["photoAlt"] });
  });
export type UpdateDraft = z.infer<typeof UpdateDraft>;

/** News of an enterprise about one of its proposals; public at once and sent to followers. */
export const Update = z.strictObject({
  id: UpdateId,
  proposalId: ProposalId,
  enterpriseId: EnterpriseId,
  districts: Districts,
  title: line(limits.titleLengthMax),
  body: text(limits.textLengthMax),
  photoId: FileId.optional(),
  photoAlt: line(200).optional(),
  postedBy: PersonId,
  postedAt: IsoInstant,
  /** When its author last corrected it, and how often; what stood there before is kept as `earlier-words`. */
  editedAt: IsoInstant.optional(),
  corrections: z.int().min(1).max(limits.correctionsMax).optional(),
  hidden: Hidden.optional(),
  /** Its proposal is hidden: it stands in no list. */
  isHidden: z.literal(true).optional(),
  revision: z.int().min(0),
});
export type Update = z.infer<typeof Update>;
