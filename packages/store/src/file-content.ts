import { type FilePurpose, FileType, limits } from "@hevel/core";
import { fileTypeFromBuffer } from "file-type";

/** A file after it was looked into. */
export type Content =
  | { readonly outcome: "clean"; readonly bytes: Uint8Array; readonly contentType: FileType }
  | { readonly outcome: "refused"; readonly reason: "file-type" | "file-broken" };

/** Good enough to read the small print of a receipt. */
const jpegQuality = 88;

/**
 * Decides by its content what a file is, and refuses what is not the type it was announced as. Pictures are decoded and
 * encoded again: that removes all metadata, such as where a photo was taken, and whatever was hidden behind the picture.
 * A PDF is kept as it is: it is evidence, and never served as anything but an attachment.
 */
export async function cleanContent(
  bytes: Uint8Array,
  announced: { readonly contentType: FileType; readonly purpose: FilePurpose },
): Promise<Content> {
  const found = FileType.safeParse((await fileTypeFromBuffer(bytes))?.mime);
  if (!found.success || found.data !== announced.contentType) return { outcome: "refused", reason: "file-type" };
  const contentType = found.data;
  if (contentType === "application/pdf") {
    if (announced.purpose === "photo") return { outcome: "refused", reason: "file-type" };
    return { outcome: "clean", bytes, contentType };
  }
  try {
    return { outcome: "clean", bytes: await encodeAgain(bytes, contentType, announced.purpose), contentType };
  } catch {
    // Whatever the decoder says of it: a picture that cannot be decoded, or is larger than any camera makes, is no picture.
    return { outcome: "refused", reason: "file-broken" };
  }
}

async function encodeAgain(bytes: Uint8Array, type: "image/jpeg" | "image/png", purpose: FilePurpose) {
  // Loaded when a picture is there: a static import would be lifted to the top of the bundle and paid at every cold start.
  const { default: sharp } = await import("sharp");
  const picture = sharp(bytes, { limitInputPixels: limits.imagePixelsMax, failOn: "error" }).autoOrient();
  if (purpose === "photo") {
    const side = limits.photoSideMax;
    picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  }
  const encoded = type === "image/jpeg" ? picture.jpeg({ quality: jpegQuality }) : picture.png();
  return new Uint8Array(await encoded.toBuffer());
}
