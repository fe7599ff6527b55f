import { assertBoard } from "../actor.ts";
import { next, untilFresh } from "../change.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError, type FieldCode } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import type { StoredFile } from "./file.ts";
import { type FileView, viewFile } from "./view.ts";

/**
 * Has an uploaded file judged and cleaned. Asking again gives the same answer.
 * @throws DomainError `file-refused` with the reason at `file`; `wrong-state` when nothing was uploaded yet.
 */
export function finishUpload(deps: Deps, actor: Actor, input: { readonly fileId: FileId }): Promise<FileView> {
  // Asked by many at once, the first judges and the others find its answer when they read again.
  return untilFresh(() => finish(deps, actor, input));
}

async function finish(deps: Deps, actor: Actor, input: { readonly fileId: FileId }): Promise<FileView> {
  const file = await deps.store.get("file", { id: input.fileId });
  if (file === undefined) throw new DomainError("not-found", "There is no such file.");
  assertBoard(actor, await findEnterprise(deps, file.enterpriseId));
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
