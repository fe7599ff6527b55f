import * as fc from "fast-check";

/** The part of a JSON Schema (as OpenAPI 3.1 has it) that says what a value looks like. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Lists and texts of the schema may be long; these are enough to be more than a few. */
const itemsMax = 4;
const charactersMax = 200;

/** Values that fit the schema, or nearly: so a request comes past the first check and into what it is about. */
export function fitting(schema: Schema, schemas: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const inner = (part: Schema) => fitting(part, schemas);
  if (schema.$ref !== undefined) return inner(schemas[schema.$ref.replace(/^.*\//, "")] ?? {});
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  if (schema.allOf !== undefined)
    return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts));
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length > 1) return fc.oneof(...types.map((type) => inner({ ...schema, type })));
  return ofType(types[0], schema, inner);
}

function ofType(
  type: string | undefined,
  schema: Schema,
  inner: (part: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return text(schema);
    case "integer":
      return whole(schema);
    case "number":
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(inner(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: itemsFor(schema) });
    case "object":
      return object(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const itemsFor = ({ minItems = 0, maxItems = itemsMax }: Schema) => Math.max(minItems, Math.min(maxItems, itemsMax));

function text({ pattern, minLength = 0, maxLength = charactersMax }: Schema): fc.Arbitrary<string> {
  const free = fc.string({
    unit: "grapheme",
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, charactersMax)),
  });
  if (pattern === undefined) return free;
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    // A pattern with parts that cannot be read backwards, such as a look-ahead.
    return free;
  }
}

function whole({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? (exclusiveMinimum ?? -1_000_001) + 1, Number.MIN_SAFE_INTEGER);
  const max = Math.min(maximum ?? (exclusiveMaximum ?? Number.MAX_SAFE_INTEGER) - 1, Number.MAX_SAFE_INTEGER);
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
}

function object(schema: Schema, inner: (part: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const named = fc.record(Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])), {
    requiredKeys: [...required].filter((name) => name in properties),
  });
  if (typeof additionalProperties !== "object") return named;
  return fc
    .tuple(named, fc.dictionary(fc.string({ maxLength: 20 }), inner(additionalProperties), { maxKeys: itemsMax }))
    .map(([own, others]) => ({ ...others, ...own }));
}
