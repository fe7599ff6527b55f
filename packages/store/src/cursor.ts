import { DomainError } from "@hevel/core";

/** Cursors hide the table's keys from the outside (API design rule hide-implementation). */
export function writeCursor(key: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** What the list it continues reads: which index (`""` for the table), which partition of it, and how its sort keys begin. */
export interface Continued {
  readonly municipality: string;
  readonly index: string;
  readonly partition: string;
  readonly begins: string;
}

/** DynamoDB's own limits on a key, in bytes. */
const partitionBytesMax = 2048;
const sortBytesMax = 1024;

/**
 * Reads a cursor of ours. It names a place in this very list: a made-up one reaches into no other list or municipality, and is nothing the
 * database refuses.
 *
 * @throws DomainError `invalid`.
 */
export function readCursor(cursor: string, list: Continued): Record<string, string> {
  const key = keyIn(cursor);
  const names = [...new Set(["PK", "SK", `${list.index}PK`, `${list.index}SK`])];
  const fits = (name: string) => {
    const value = key[name];
    if (typeof value !== "string" || value === "" || !value.isWellFormed()) return false;
    if (name.endsWith("SK")) {
      const begins = name === `${list.index}SK` ? list.begins : "";
      return value.startsWith(begins) && Buffer.byteLength(value) <= sortBytesMax;
    }
    const isThere = name === `${list.index}PK` ? value === list.partition : value.startsWith(`${list.municipality}#`);
    return isThere && Buffer.byteLength(value) <= partitionBytesMax;
  };
  if (Object.keys(key).length !== names.length || !names.every(fits))
    throw new DomainError("invalid", "This cursor is not one of ours.", {
      fields: [{ path: "cursor", code: "cursor" }],
    });
  return Object.fromEntries(names.map((name) => [name, String(key[name])]));
}

function keyIn(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return key !== null && typeof key === "object" ? { ...key } : {};
  } catch {
    return {};
  }
}
