import * as z from "zod";
import { IsoInstant } from "../calendar.ts";
import { FileId } from "../ids.ts";
import { FilePurpose, FileType, type StoredFile } from "./file.ts";

/** Where to PUT the announced bytes, and until when. The headers must be sent exactly so. */
export const FileUpload = z
  .object({
    fileId: FileId,
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresAt: IsoInstant,
  })
  .meta({ id: "FileUpload" });
export type FileUpload = z.infer<typeof FileUpload>;

/** A file that was judged and cleaned. `sizeBytes` is that of the kept copy. */
export const FileView = z
  .object({ id: FileId, purpose: FilePurpose, contentType: FileType, sizeBytes: z.int(), sha256: z.string() })
  .meta({ id: "File" });
export type FileView = z.infer<typeof FileView>;

/** A clean file as its board sees it. */
export function viewFile({ id, purpose, contentType, sizeBytes, sha256 }: StoredFile): FileView {
  return { id, purpose, contentType: FileType.parse(contentType), sizeBytes, sha256 };
}
