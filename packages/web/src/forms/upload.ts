import { answer, api, refusalOf } from "../reading/api.ts";
import { refusals } from "../words/nl.ts";
import { limits } from "./limits.ts";

/** What a photo or receipt is for; a photo is public. */
export type Purpose = "photo" | "receipt" | "attachment" | "message";
type OfBoard = Exclude<Purpose, "message">;

const pictures = [
  "image/jpeg",
  "image/jpg",
  "image/pjpeg",
  "image/png",
  "image/x-png",
  "image/heic",
  "image/heif",
] as const;
const pdfs = ["application/pdf", "application/x-pdf"] as const;
/** What a program says that does not know; then the API finds out. */
const unknown = "application/octet-stream";
type AnnouncedType = (typeof pictures)[number] | (typeof pdfs)[number] | typeof unknown;

/** What files that may be kept are called. */
const namesFor = {
  photo: pictures,
  receipt: [...pictures, ...pdfs],
  attachment: [...pictures, ...pdfs],
  message: [...pictures, ...pdfs],
} as const;

/** The type to announce a file as; undefined when it says of itself that it is something else. */
function announcedAs(file: File, purpose: Purpose): AnnouncedType | undefined {
  if (file.type === "" || file.type === unknown) return unknown;
  return namesFor[purpose].find((type) => type === file.type);
}

/** For the file dialogue: with the endings, because not every device knows the type of a HEIC. The API decides by content. */
export const acceptFor = (purpose: Purpose): string => [...namesFor[purpose], ".heic", ".heif"].join(",");

/** What came of sending a file: its id, or a sentence that says what is wrong with it. */
export type Uploaded =
  | { readonly ok: true; readonly fileId: string }
  | { readonly ok: false; readonly message: string };

/** What can be told of a file before it is sent; undefined when nothing is wrong. */
export function fileProblem(file: File, purpose: Purpose): string | undefined {
  if (file.size === 0) return refusals.fields["file-empty"]();
  if (file.size > limits.fileBytes) return refusals.fields["file-too-large"]();
  return announcedAs(file, purpose) === undefined ? refusals.fields["file-type"]() : undefined;
}

/**
 * Sends a file: announces it with its hash, puts the bytes where the answer says, and has it judged.
 * `onProgress` runs from 0 to 1. Never throws.
 */
export function upload(
  file: File,
  purpose: OfBoard,
  enterpriseId: string,
  onProgress: (share: number) => void,
): Promise<Uploaded> {
  return sendFile(file, purpose, onProgress, {
    announce: (bytes) => answer(api.files.$post({ json: { ...bytes, purpose, enterpriseId } })),
    finish: (fileId) => answer(api.files[":fileId"].uploads.$post({ param: { fileId } })),
  });
}

/** The same for a file that goes along with a formal message: without an account. */
export function uploadFormal(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  const route = api["formal-files"];
  return sendFile(file, "message", onProgress, {
    announce: (json) => answer(route.$post({ json })),
    finish: (fileId) => answer(route[":fileId"].uploads.$post({ param: { fileId } })),
  });
}

interface Announced {
  readonly contentType: AnnouncedType;
  readonly sizeBytes: number;
  readonly sha256: string;
}

interface Place {
  readonly fileId: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function sendFile(
  file: File,
  purpose: Purpose,
  onProgress: (share: number) => void,
  steps: {
    readonly announce: (bytes: Announced) => Promise<Place>;
    readonly finish: (fileId: string) => Promise<unknown>;
  },
): Promise<Uploaded> {
  const problem = fileProblem(file, purpose);
  if (problem !== undefined) return { ok: false, message: problem };
  try {
    const bytes = await file.arrayBuffer();
    const sha256 = toHex(await crypto.subtle.digest("SHA-256", bytes));
    const contentType = announcedAs(file, purpose) ?? unknown;
    const place = await steps.announce({ contentType, sizeBytes: file.size, sha256 });
    onProgress(0);
    await put(place.url, place.headers, bytes, onProgress);
    await steps.finish(place.fileId);
    onProgress(1);
    return { ok: true, fileId: place.fileId };
  } catch (error) {
    const refusal = refusalOf(error);
    const first = refusal.ok ? undefined : (refusal.message ?? refusal.errors?.[0]?.message);
    return { ok: false, message: first ?? refusals.unreachable };
  }
}

const toHex = (hash: ArrayBuffer) =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** `fetch` does not tell how far sending is. */
function put(
  url: string,
  headers: Readonly<Record<string, string>>,
  bytes: ArrayBuffer,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    // The browser sets the length itself and refuses to have it set.
    for (const [name, value] of Object.entries(headers))
      if (name.toLowerCase() !== "content-length") request.setRequestHeader(name, value);
    // Judging takes a moment too: the last of the bar is for that.
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? (loaded / total) * 0.9 : 0),
    );
    request.addEventListener("load", () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new Error(`upload answered ${request.status}`)),
    );
    request.addEventListener("error", () => reject(new Error("upload failed")));
    request.send(bytes);
  });
}

/** The address that leads to a receipt, for the board and city hall. */
export const receiptUrl = (fileId: string): string => `/v1/receipts/${encodeURIComponent(fileId)}`;

/** The receipt to look at in the browser, instead of to keep. */
export const shownReceiptUrl = (fileId: string): string => `${receiptUrl(fileId)}?view=inline`;
