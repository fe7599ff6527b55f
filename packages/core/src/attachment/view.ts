import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { FileType } from "../file/file.ts";
import { FileId } from "../ids.ts";
import { Hidden } from "../moderation/moderation.ts";

/** The files of a proposal that the reader may open, in the order in which they were added. Sizes in bytes. */
export const AttachmentsView = z
  .object({
    items: z.array(
      z.object({
        fileId: FileId,
        /** Empty for everybody where an officer hid the file. */
        name: z.string(),
        isPublic: z.boolean(),
        contentType: FileType,
        sizeBytes: z.int(),
        addedAt: IsoInstant,
        /** An officer hid it: since when, and why. The board and city hall can still open it. */
        hidden: Hidden.optional(),
      }),
    ),
    /** How many more the reader may add now. */
    room: z.int(),
    /** Whether the reader may take files away now. */
    mayRemove: z.boolean(),
    /** Whether what is added or taken away now stands in the versions of the proposal: it was sent in. */
    isKept: z.boolean(),
  })
  .meta({ id: "Attachments" });
export type AttachmentsView = z.infer<typeof AttachmentsView>;
