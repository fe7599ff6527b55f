import { invariant, type RecordKind, type Records, type Refs } from "@hevel/core";
import { type Key, placements } from "./keys.ts";

/** An item of the table: keys, kind, and the record as its fields. */
export type Item = Record<string, unknown>;

/** Attributes that are the table's own and not the record's. */
const ownAttributes = new Set(["PK", "SK", "GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK", "GSI3PK", "GSI3SK", "kind_", "ttl"]);

/** The full primary key of a record of this municipality. */
export function primaryKey<K extends RecordKind>(
  municipality: string,
  kind: K,
  ref: Refs[K],
): { PK: string; SK: string } {
  const { pk, sk } = placements[kind].key(ref);
  return { PK: `${municipality}#${pk}`, SK: sk };
}

/** A record as an item, with every index key it should have now. */
export function toItem<K extends RecordKind>(municipality: string, kind: K, record: Records[K]): Item {
  const placement = placements[kind];
  // A record always holds the fields that find it: Refs are Picks of Records.
  const item: Item = { ...record, ...primaryKey(municipality, kind, record as unknown as Refs[K]), kind_: kind };
  const indexes: readonly [string, ((record: Records[K]) => Key | undefined) | undefined][] = [
    ["GSI1", placement.gsi1],
    ["GSI2", placement.gsi2],
    ["GSI3", placement.gsi3],
  ];
  for (const [name, place] of indexes) {
    const key = place?.(record);
    if (key === undefined) continue;
    item[`${name}PK`] = `${municipality}#${key.pk}`;
    item[`${name}SK`] = key.sk;
  }
  const expiresAt = placement.ttl?.(record);
  if (expiresAt !== undefined) item["ttl"] = Math.floor(Date.parse(expiresAt) / 1000);
  return item;
}

/** The record in an item. Pair assertion: what was written as one kind is read as that kind. */
export function fromItem<K extends RecordKind>(kind: K, item: Item): Records[K] {
  invariant(item["kind_"] === kind, `item ${String(item["PK"])} is a ${String(item["kind_"])}, not a ${kind}`);
  const record = Object.fromEntries(Object.entries(item).filter(([name]) => !ownAttributes.has(name)));
  // Written by `toItem` only, from a typed record; the kind was checked above.
  return record as unknown as Records[K];
}
