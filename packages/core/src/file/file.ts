import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { EnterpriseId, FileId, PersonId } from "../ids.ts";
import { limits } from "../limits.ts";

/** Why a file is uploaded. A receipt is for the board and city hall; a photo is public. */
export const FilePurpose = z.enum(["receipt", "photo"]);
export type FilePurpose = z.infer<typeof FilePurpose>;

/** Types the portal takes; what a file is, its content decides. */
export const FileType = z.enum(["application/pdf", "image/jpeg", "image/png"]);
export type FileType = z.infer<typeof FileType>;

/** Input of asking for a place to upload to. `sha256` is hex, of the bytes as they will be sent. */
export const FileAnnouncement = z
  .strictObject({
    purpose: FilePurpose,
    contentType: FileType,
    sizeBytes: z.int("required").min(1, "file-empty").max(limits.fileBytesMax, "file-too-large"),
    sha256: z.string("required").regex(/^[0-9a-f]{64}$/, "sha256"),
    enterpriseId: EnterpriseId,
  })
  .superRefine((file, context) => {
    if (file.purpose === "photo" && file.contentType === "application/pdf")
      context.addIssue({ code: "custom", message: "file-type", path: ["contentType"] });
  });
export type FileAnnouncement = z.infer<typeof FileAnnouncement>;

/** An uploaded file: awaited until its bytes have been read, cleaned of metadata and hashed. */
export const StoredFile = z.strictObject({
  id: FileId,
  purpose: FilePurpose,
  contentType: FileType,
  sizeBytes: z.int(),
  /** Of the bytes as they were uploaded; recognises the same receipt. */
  sha256: z.string(),
  /** Of the bytes as they are kept, after metadata was removed. */
  storedSha256: z.string().optional(),
  status: z.enum(["awaited", "clean", "refused"]),
  /** Why it was refused. */
  refusal: z.enum(["file-type", "file-too-large", "sha256", "file-broken"]).optional(),
  enterpriseId: EnterpriseId,
  uploadedBy: PersonId,
  createdAt: IsoInstant,
  revision: z.int().min(0),
});
export type StoredFile = z.infer<typeof StoredFile>;
