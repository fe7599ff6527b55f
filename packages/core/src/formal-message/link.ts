import { DomainError } from "../errors.ts";
import type { FormalMessageId } from "../ids.ts";
import type { Deps, Digest } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { FormalCase } from "./formal-message.ts";

/** Made from the id, because every letter to the sender carries it and nothing of it has to be kept. */
const secretOf = (digest: Digest, id: FormalMessageId) => digest.keyed(`formal-message:${id}`);

/** Where the sender sees how it stands, adds to it and takes it back. */
export function messagePath(digest: Digest, id: FormalMessageId): string {
  return sitePaths.formalMessage(id, secretOf(digest, id));
}

/** Finds a message for who has the link of its letter. @throws DomainError `not-found` when the secret does not fit. */
export async function findByLink(deps: Deps, id: FormalMessageId, secret: string): Promise<FormalCase> {
  const found = secret === secretOf(deps.digest, id) ? await deps.store.get("formal-case", { id }) : undefined;
  if (found === undefined) throw new DomainError("not-found", "There is no such link.");
  return found;
}

/** The address of the sender. @throws DomainError `not-found`. */
export async function findMessage({ store }: Deps, id: FormalMessageId) {
  const message = await store.get("formal-message", { id });
  if (message === undefined) throw new DomainError("not-found", "There is no such message.");
  return message;
}
