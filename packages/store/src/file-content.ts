import type { FilePurpose, FileType, RefusedFile } from "@hevel/core";
import { fileTypeFromBuffer } from "file-type";
import { looksLikePdf, pdfProblem } from "./pdf-content.ts";
import { encodeAgain, type KeptPicture, type PictureType, TooManyPixels } from "./picture-content.ts";

/** A file after it was looked into; of a photo there are several copies, the largest first. */
export type Content =
  | { readonly outcome: "clean"; readonly contentType: FileType; readonly copies: KeptPicture["copies"] }
  | { readonly outcome: "refused"; readonly reason: RefusedFile };

/** What pictures are called, by what they are read as. Telephones keep several pictures in one file. */
const pictureTypes: Readonly<Record<string, PictureType>> = {
  "image/jpeg": "image/jpeg",
  "image/png": "image/png",
  "image/apng": "image/png",
  "image/heic": "image/heic",
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heic",
};

const refused = (reason: RefusedFile): Content => ({ outcome: "refused", reason });

/**
 * Decides by its content, and by nothing else, what a file is and whether it can be kept. Pictures are encoded again
 * (picture-content.ts). A PDF is kept as it is: it is evidence, and never served as anything but an attachment.
 */
export async function cleanContent(bytes: Uint8Array, purpose: FilePurpose): Promise<Content> {
  const picture = pictureTypes[(await fileTypeFromBuffer(bytes))?.mime ?? ""];
  if (picture === undefined) {
    if (!looksLikePdf(bytes) || purpose === "photo") return refused("file-type");
    const problem = await pdfProblem(bytes);
    if (problem !== undefined) return refused(problem);
    return { outcome: "clean", contentType: "application/pdf", copies: [{ width: undefined, bytes }] };
  }
  try {
    return { outcome: "clean", ...(await encodeAgain(bytes, picture, purpose)) };
  } catch (error) {
    // Whatever the decoder says of it: a picture that cannot be decoded is no picture.
    return refused(error instanceof TooManyPixels ? "file-pixels" : "file-broken");
  }
}
