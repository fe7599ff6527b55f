import { answer, api, refusalOf } from "../reading/api.ts";
import { refusals } from "../words/nl.ts";
import { limits } from "./limits.ts";

/** What a photo or receipt is for; a photo is public. */
export type Purpose = "photo" | "receipt";

const typesFor = {
  photo: ["image/jpeg", "image/png"],
  receipt: ["image/jpeg", "image/png", "application/pdf"],
} as const;

type FileType = (typeof typesFor)[Purpose][number];

/** For the file dialogue. The API decides by content. */
export const acceptFor = (purpose: Purpose): string => typesFor[purpose].join(",");

/** What came of sending a file: its id, or a sentence that says what is wrong with it. */
export type Uploaded =
  | { readonly ok: true; readonly fileId: string }
  | { readonly ok: false; readonly message: string };

/** What can be told of a file before it is sent; undefined when nothing is wrong. */
export function fileProblem(file: File, purpose: Purpose): string | undefined {
  if (file.size === 0) return refusals.fields["file-empty"]();
  if (file.size > limits.fileBytes) return refusals.fields["file-too-large"]();
  return typesFor[purpose].some((type) => type === file.type) ? undefined : refusals.fields["file-type"]();
}

/**
 * Sends a file: announces it with its hash, puts the bytes where the answer says, and has it judged.
 * `onProgress` runs from 0 to 1. Never throws.
 */
export async function upload(
  file: File,
  purpose: Purpose,
  enterpriseId: string,
  onProgress: (share: number) => void,
): Promise<Uploaded> {
  const problem = fileProblem(file, purpose);
  if (problem !== undefined) return { ok: false, message: problem };
  try {
    const bytes = await file.arrayBuffer();
    const sha256 = toHex(await crypto.subtle.digest("SHA-256", bytes));
    // Checked above to be one of these.
    const contentType = file.type as FileType;
    const json = { purpose, contentType, sizeBytes: file.size, sha256, enterpriseId };
    const place = await answer(api.files.$post({ json }));
    onProgress(0);
    await put(place.url, place.headers, bytes, onProgress);
    await answer(api.files[":fileId"].uploads.$post({ param: { fileId: place.fileId } }));
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

/** The address of a public photo. */
export const photoUrl = (fileId: string): string => `/v1/photos/${encodeURIComponent(fileId)}`;

/** The address that leads to a receipt, for the board and city hall. */
export const receiptUrl = (fileId: string): string => `/v1/receipts/${encodeURIComponent(fileId)}`;
