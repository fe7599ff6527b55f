import { next } from "../change.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import type { Deps } from "../ports.ts";
import type { StoredFile } from "./file.ts";
import { type FileView, viewFile } from "./view.ts";

/**
 * Judges what was uploaded, for who was found to have announced it; what was judged before is said again.
 * @throws DomainError `file-refused` with the reason at `file`; `wrong-state` when nothing was uploaded yet; `stale`.
 */
export async function judgeUpload(deps: Deps, file: StoredFile): Promise<FileView> {
  if (file.status === "clean") return viewFile(file);
  if (file.status === "refused") throw refusal(file.refusal ?? "file-type");
  const judged = await deps.files.accept(file);
  if (judged === undefined)
    throw new DomainError("wrong-state", "Nothing was uploaded yet.", { details: { why: "not-uploaded" } });
  if (judged.outcome === "refused") {
    await deps.store.commit([next("file", file, { status: "refused", refusal: judged.reason })]);
    throw refusal(judged.reason);
  }
  const { contentType, sizeBytes, storedSha256 } = judged;
  const clean: StoredFile = { ...file, contentType, sizeBytes, storedSha256, status: "clean" };
  await deps.store.commit([next("file", file, clean)]);
  return viewFile(clean);
}

function refusal(reason: FieldCode): DomainError {
  return new DomainError("file-refused", `This file cannot be kept: ${reason}.`, {
    fields: [{ path: "file", code: reason }],
    details: { why: reason },
  });
}
