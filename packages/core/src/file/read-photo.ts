import { findEnterprise } from "../enterprise/find.ts";
import { DomainError, invariant } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { isPublic, maySee } from "../visibility/visibility.ts";
import type { FileType } from "./file.ts";

/**
 * A photo's bytes, for everybody as long as its enterprise is public, else for its board and city hall; a receipt is no
 * photo. @throws DomainError `not-found`.
 */
export async function readPhoto(
  deps: Deps,
  actor: Actor,
  input: { readonly fileId: FileId },
): Promise<{
  readonly bytes: Uint8Array;
  readonly contentType: FileType;
  readonly sha256: string;
  readonly isPublic: boolean;
}> {
  const file = await deps.store.get("file", { id: input.fileId });
  const refuse = () => new DomainError("not-found", "There is no such photo.");
  if (file?.purpose !== "photo" || file.status !== "clean") throw refuse();
  const enterprise = await findEnterprise(deps, file.enterpriseId);
  if (!maySee(actor, enterprise)) throw refuse();
  const copy = await deps.files.read(file.id, file.purpose);
  invariant(copy !== undefined && file.storedSha256 !== undefined, `the bytes of photo ${file.id} are kept`);
  return { ...copy, sha256: file.storedSha256, isPublic: isPublic(enterprise) };
}
