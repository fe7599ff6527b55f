import { findEnterprise } from "../enterprise/find.ts";
import { DomainError, invariant } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { isInsider, isPublic, maySee } from "../visibility/visibility.ts";
import { type FileType, type PhotoWidth, photoWidths } from "./file.ts";

/**
 * A photo, for everybody as long as its enterprise is public, else for its board and city hall; a receipt is no
 * photo. Its hash comes at once, its bytes when they are asked for: who has them already needs no more than the hash.
 * @throws DomainError `not-found`.
 */
export async function readPhoto(
  deps: Deps,
  actor: Actor,
  { fileId, width }: { readonly fileId: FileId; readonly width?: PhotoWidth | undefined },
): Promise<{
  readonly read: () => Promise<{ readonly bytes: Uint8Array; readonly contentType: FileType }>;
  readonly sha256: string;
  readonly isPublic: boolean;
}> {
  const file = await deps.store.get("file", { id: fileId });
  const refuse = () => new DomainError("not-found", "There is no such photo.");
  if (file?.purpose !== "photo" || file.status !== "clean" || file.enterpriseId === undefined) throw refuse();
  const enterprise = await findEnterprise(deps, file.enterpriseId);
  if (!maySee(actor, enterprise) || (file.isHidden && !isInsider(actor, enterprise))) throw refuse();
  const { storedSha256 } = file;
  invariant(storedSha256 !== undefined, `photo ${fileId} has a hash`);
  const read = async () => {
    let copy: Awaited<ReturnType<Deps["files"]["read"]>>;
    for (const kept of nearest(width)) {
      copy = await deps.files.read(fileId, "photo", kept);
      if (copy !== undefined) break;
    }
    invariant(copy !== undefined, `the bytes of photo ${fileId} are kept`);
    return copy;
  };
  return { read, sha256: storedSha256, isPublic: isPublic(enterprise) && file.isHidden === undefined };
}

/**
 * The widths to look for, the one that was asked first: a photo of before a width was kept has fewer copies. A larger one
 * shows as well and only costs more to send, so those come before the smaller; the largest is always there.
 */
function nearest(asked: PhotoWidth | undefined): readonly (PhotoWidth | undefined)[] {
  if (asked === undefined) return [undefined];
  const larger = photoWidths.filter((width) => width > asked);
  return [asked, ...larger, ...photoWidths.filter((width) => width < asked).toReversed()];
}
