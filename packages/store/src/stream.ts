import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { MunicipalityCode, RecordKind, Records } from "@hevel/core";
import { fromItem } from "./item.ts";
import { placements } from "./keys.ts";

/** A record as the table's stream tells of it, with the municipality it belongs to. */
export type StreamedRecord = {
  [K in RecordKind]: { readonly municipality: MunicipalityCode; readonly kind: K; readonly record: Records[K] };
}[RecordKind];

/** Reads an image of the stream, as Lambda hands it over (JSON); undefined for what is no record, such as a counter. */
export function readImage(image: Readonly<Record<string, unknown>>): StreamedRecord | undefined {
  // Lambda's attribute values and the SDK's are the same JSON; only their types have different names.
  const item = unmarshall(image as Record<string, AttributeValue>);
  const { PK, kind_: kind } = item;
  if (typeof PK !== "string" || typeof kind !== "string" || !Object.hasOwn(placements, kind)) return undefined;
  const municipality = PK.slice(0, PK.indexOf("#"));
  // `kind` is a key of the placements, and each item was written as a record of its kind.
  return { municipality, kind, record: fromItem(kind as RecordKind, item) } as StreamedRecord;
}
