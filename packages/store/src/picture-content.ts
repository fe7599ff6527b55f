import { type FilePurpose, limits, photoWidths } from "@hevel/core";
import type { ResizeOptions, Sharp } from "sharp";

/** What the decoders tell a picture to be. */
export type PictureType = "image/jpeg" | "image/png" | "image/heic";

/** A picture as it is kept: one copy, or of a photo one for each width. */
export interface KeptPicture {
  readonly contentType: "image/jpeg" | "image/png" | "image/webp";
  /** The largest copy first. */
  readonly copies: readonly { readonly width: number | undefined; readonly bytes: Uint8Array }[];
}

/** The picture is larger than is decoded. */
export class TooManyPixels extends Error {
  override readonly name = "TooManyPixels";
}

/** Good enough to read the small print of a receipt. */
const jpegQuality = 88;
/** Tried in turn until a photo is small enough to send to a telephone. */
const photoQualities = [80, 65, 50, 35, 20] as const;
/** Half the time of the usual effort for a few kB more. */
const webpEffort = 2;

/**
 * Decodes a picture and encodes it again: that removes all metadata, such as where it was taken, and whatever was hidden
 * behind the picture. What it says of its size is read first; one that is too large is not decoded. A JPEG may be larger
 * than others, because it is made smaller while it is read.
 * @throws TooManyPixels; Error of the decoder when it is broken.
 */
export async function encodeAgain(bytes: Uint8Array, type: PictureType, purpose: FilePurpose): Promise<KeptPicture> {
  const picture = type === "image/heic" ? await decodeHeic(bytes) : await open(bytes, type);
  if (purpose === "photo") return { contentType: "image/webp", copies: await photoCopies(picture) };
  const side = limits.receiptSideMax;
  picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  const isPng = type === "image/png";
  const encoded = await (isPng ? picture.png() : picture.jpeg({ quality: jpegQuality })).toBuffer();
  const contentType = isPng ? "image/png" : "image/jpeg";
  return { contentType, copies: [{ width: undefined, bytes: new Uint8Array(encoded) }] };
}

async function photoCopies(picture: Sharp): Promise<KeptPicture["copies"]> {
  const { default: sharp } = await import("sharp");
  const side = limits.photoSideMax;
  picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const copies = [];
  for (const width of photoWidths.toReversed())
    copies.push({ width, bytes: await smallEnough((asked) => sharp(data, { raw }).resize(asked), width) });
  return copies;
}

/** As WebP of at most `limits.photoBytesMax`: first with less detail, then with fewer pixels. */
async function smallEnough(make: (size: ResizeOptions) => Sharp, longest: number): Promise<Uint8Array> {
  for (let side = longest; ; side = Math.ceil(side / 2))
    for (const quality of photoQualities) {
      const size = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
      const encoded = await make(size).webp({ quality, effort: webpEffort }).toBuffer();
      if (encoded.length <= limits.photoBytesMax) return new Uint8Array(encoded);
    }
}

async function open(bytes: Uint8Array, type: "image/jpeg" | "image/png"): Promise<Sharp> {
  if (type === "image/png") {
    // The header of a PNG stands at a fixed place; a decoder would already set memory apart for one row.
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    assertDecodable(header.getUint32(16), header.getUint32(20), limits.imagePixelsMax);
  }
  // Loaded when a picture is there: a static import would be lifted to the top of the bundle and paid at every cold start.
  const { default: sharp } = await import("sharp");
  const largest = type === "image/jpeg" ? limits.jpegPixelsMax : limits.imagePixelsMax;
  const picture = sharp(bytes, { limitInputPixels: largest, failOn: "error" });
  // Only the header is read. A progressive JPEG is held in memory whole, as others are.
  const { width, height, isProgressive } = await sharp(bytes, { limitInputPixels: false }).metadata();
  assertDecodable(width, height, isProgressive === true ? limits.imagePixelsMax : largest);
  return picture.autoOrient();
}

async function decodeHeic(bytes: Uint8Array): Promise<Sharp> {
  const [{ default: sharp }, { default: decode }] = await Promise.all([import("sharp"), import("heic-decode")]);
  const pictures = await decode.all({ buffer: bytes });
  try {
    const [first] = pictures;
    if (first === undefined) throw new Error("no picture");
    assertDecodable(first.width, first.height, limits.imagePixelsMax);
    const { width, height, data } = await first.decode();
    return sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } }).flatten({ background: "#fff" });
  } finally {
    pictures.dispose();
  }
}

function assertDecodable(width: number, height: number, pixelsMax: number): void {
  if (Math.max(width, height) > limits.imageSideMax || width * height > pixelsMax) throw new TooManyPixels();
}
