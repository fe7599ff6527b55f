import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, FileId, FormalMessageId, PersonId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";

/**
 * Why a file is uploaded. A receipt is for the board and city hall; a photo is public; an attachment belongs to a proposal
 * and is public or not; what goes along with a formal message is for who works on it.
 */
export const FilePurpose = z.enum(["receipt", "photo", "attachment", "message"]);
export type FilePurpose = z.infer<typeof FilePurpose>;

/** Types the portal keeps; what a file is, its content decides. Photos are kept as WebP. */
export const FileType = z.enum(["application/pdf", "image/jpeg", "image/png", "image/webp"]);
export type FileType = z.infer<typeof FileType>;

/** What browsers and programs call files that may be kept. Only a name: it decides nothing but what is asked to be sent. */
export const AnnouncedType = z.enum([
  "application/pdf",
  "application/x-pdf",
  "application/octet-stream",
  "image/jpeg",
  "image/jpg",
  "image/pjpeg",
  "image/png",
  "image/x-png",
  "image/heic",
  "image/heif",
]);
export type AnnouncedType = z.infer<typeof AnnouncedType>;

/** The widths in which a photo is kept, in pixels: a card on a telephone, a card on a good screen, a whole page. */
export const photoWidths = [480, 960, limits.photoSideMax] as const;
export type PhotoWidth = (typeof photoWidths)[number];

/** Why an uploaded file is not kept. */
export const RefusedFile = z.enum([
  "file-type",
  "file-too-large",
  "sha256",
  "file-broken",
  "file-password",
  "file-pixels",
  "file-unpacked",
]);
export type RefusedFile = z.infer<typeof RefusedFile>;

/** Bytes that will be sent: what they are called, how many they are, and their SHA-256 in hex. */
export const AnnouncedFile = z
  .strictObject({
    contentType: AnnouncedType,
    sizeBytes: z.int("required").min(1, "file-empty").max(limits.fileBytesMax, "file-too-large"),
    sha256: z.string("required").regex(/^[0-9a-f]{64}$/, "sha256"),
  })
  .meta({ id: "AnnouncedFile" });

/** Input of a board that asks for a place to upload to. */
export const FileAnnouncement = z
  .strictObject({
    ...AnnouncedFile.shape,
    purpose: FilePurpose.exclude(["message"]),
    enterpriseId: EnterpriseId,
  })
  .superRefine((file, context) => {
    if (file.purpose === "photo" && /pdf$/.test(file.contentType))
      context.addIssue({ code: "custom", message: "file-type", path: ["contentType"] });
  });
export type FileAnnouncement = z.infer<typeof FileAnnouncement>;

/** An uploaded file: awaited until its bytes have been read, cleaned of metadata and hashed. */
export const StoredFile = z.strictObject({
  id: FileId,
  purpose: FilePurpose,
  /** As announced, until it was judged; then what it is kept as. */
  contentType: z.union([FileType, AnnouncedType]),
  sizeBytes: z.int(),
  /** Of the bytes as they were uploaded; recognises the same receipt. */
  sha256: z.string(),
  /** Of the bytes as they are kept, after metadata was removed. */
  storedSha256: z.string().optional(),
  status: z.enum(["awaited", "clean", "refused"]),
  /** Why it was refused. */
  refusal: RefusedFile.optional(),
  /** Whose it is; absent for what goes along with a formal message, which needs no account. */
  enterpriseId: EnterpriseId.optional(),
  uploadedBy: PersonId.optional(),
  /** The proposal an attachment belongs to: of one only, so that it is let go when that one lets it go. */
  attachedTo: ProposalId.optional(),
  /** The formal message it went along with. */
  messageId: FormalMessageId.optional(),
  createdAt: IsoInstant,
  /** From this day its bytes and this record are forgotten; absent while something refers to it. */
  forgetOn: IsoDate.optional(),
  /** The news it belongs to is hidden by the municipality. */
  isHidden: z.literal(true).optional(),
  revision: z.int().min(0),
});
export type StoredFile = z.infer<typeof StoredFile>;
