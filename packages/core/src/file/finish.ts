import { assertBoard } from "../actor.ts";
import { untilFresh } from "../change.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { judgeUpload } from "./judge.ts";
import type { FileView } from "./view.ts";

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
  if (file?.enterpriseId === undefined) throw new DomainError("not-found", "There is no such file.");
  assertBoard(actor, await findEnterprise(deps, file.enterpriseId));
  return judgeUpload(deps, file);
}
