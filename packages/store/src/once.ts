import { createHash } from "node:crypto";
import { type Change, DomainError, type Idempotency } from "@hevel/core";
import { actionsOf, transact } from "./commit.ts";
import type { StoreOptions } from "./options.ts";
import type { Read } from "./reader.ts";
import type { Action } from "./translate.ts";

/** Canonical JSON: equal content gives equal text, whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const keyOf = (municipality: string, key: string) => ({ PK: `${municipality}#IDEMP#${key}`, SK: "#" });
const requestHashOf = (request: unknown) => createHash("sha256").update(canonical(request)).digest("hex");

/** The result of an earlier `commitOnce` with this key. @throws DomainError `idempotency-mismatch` on other content. */
export async function replay<T>(
  { municipality }: StoreOptions,
  read: Read,
  key: string,
  request: unknown,
): Promise<T | undefined> {
  const item = await read(keyOf(municipality, key));
  if (item === undefined) return undefined;
  if (item["requestHash"] !== requestHashOf(request))
    throw new DomainError("idempotency-mismatch", "This Idempotency-Key was used for another request.");
  // Written below, by the same verb with the same key: the result has the type that verb asks for.
  return item["result"] as T;
}

/**
 * Commits together with an item, permanent for money, that holds the request's hash and the result (reference: money 1.5). That item
 * is the first of the transaction and must not exist: it alone decides, there is no reading beforehand to race with.
 */
export async function commitOnce<T>(
  options: StoreOptions,
  read: Read,
  changes: readonly Change[],
  once: Idempotency<T>,
): Promise<T> {
  const { table, municipality } = options;
  const { key, request, result, expiresAt } = once;
  const ttl = expiresAt === undefined ? {} : { ttl: Math.floor(Date.parse(expiresAt) / 1_000) };
  const item = {
    ...keyOf(municipality, key),
    kind_: "idempotency",
    requestHash: requestHashOf(request),
    result,
    ...ttl,
  };
  const mark: Action = {
    item: { Put: { TableName: table, Item: item, ConditionExpression: "attribute_not_exists(PK)" } },
    key: `${item.PK} ${item.SK}`,
    guards: [],
    existence: "conflict",
    isPut: true,
  };
  try {
    await transact(options, [mark, ...actionsOf(table, municipality, changes)]);
    return result;
  } catch (error) {
    // The first try may have been written although its reply was lost, or a twin was first: then its result is the answer.
    if (!(error instanceof DomainError)) throw error;
    const first = await replay<T>(options, read, key, request);
    if (first !== undefined) return first;
    throw error;
  }
}
