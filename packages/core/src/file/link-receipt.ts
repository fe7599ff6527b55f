import { assertBoardOrRole, assertSignedIn } from "../actor.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { DomainError } from "../errors.ts";
import type { FileId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";

/** A link to a receipt, for a minute: for the board it belongs to and for city hall. @throws DomainError `not-found`. */
export async function linkReceipt(
  deps: Deps,
  actor: Actor,
  input: { readonly fileId: FileId },
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  assertSignedIn(actor);
  const file = await deps.store.get("file", { id: input.fileId });
  if (file?.purpose !== "receipt" || file.status !== "clean")
    throw new DomainError("not-found", "There is no such receipt.");
  assertBoardOrRole(actor, await findEnterprise(deps, file.enterpriseId), "officer", "finance", "council", "auditor");
  return deps.files.link(file);
}
