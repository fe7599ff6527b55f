import { DomainError, invariant } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import type { FileType } from "./file.ts";

/** A photo's bytes, for everybody; a receipt is no photo. @throws DomainError `not-found`. */
export async function readPhoto(
  deps: Deps,
  _actor: Actor,
  input: { readonly fileId: FileId },
): Promise<{ readonly bytes: Uint8Array; readonly contentType: FileType; readonly sha256: string }> {
  const file = await deps.store.get("file", { id: input.fileId });
  if (file?.purpose !== "photo" || file.status !== "clean")
    throw new DomainError("not-found", "There is no such photo.");
  const copy = await deps.files.read(file.id, file.purpose);
  invariant(copy !== undefined && file.storedSha256 !== undefined, `the bytes of photo ${file.id} are kept`);
  return { ...copy, sha256: file.storedSha256 };
}
