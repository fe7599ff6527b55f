import { DomainError } from "@hevel/core";

/** Cursors hide the table's keys from the outside (API design rule hide-implementation). */
export function writeCursor(key: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Reads a cursor of ours; it cannot reach into another municipality. @throws DomainError `invalid`. */
export function readCursor(cursor: string, municipality: string): Record<string, string> {
  const refuse = () =>
    new DomainError("invalid", "This cursor is not one of ours.", { fields: [{ path: "cursor", code: "cursor" }] });
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw refuse();
  }
  const entries = key !== null && typeof key === "object" ? Object.entries(key) : [];
  const isOurs = entries.every(
    ([name, value]) =>
      /^(GSI[123])?[PS]K$/.test(name) &&
      typeof value === "string" &&
      (name.endsWith("SK") || value.startsWith(`${municipality}#`)),
  );
  if (!isOurs || entries.length < 2) throw refuse();
  return Object.fromEntries(entries);
}
