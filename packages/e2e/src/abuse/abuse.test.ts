import process from "node:process";
import { createTestApi } from "@hevel/testing/api";
import { createTestDeps, storeSession, storeStaff, testFiles } from "@hevel/testing/deps";
import { createPolicyWorld, type PolicyWorld } from "@hevel/testing/policy-world";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitting, type Schema } from "./from-schema.ts";
import { hostileBodies, hostileCursor, hostileText } from "./hostile.ts";
import { spoiled } from "./spoil.ts";

/** Requests for each operation: enough to meet every hostile value somewhere in a run; `npm run abuse -- --runs N` for more. */
const numRuns = Number(process.env["HEVEL_ABUSE_RUNS"] ?? "12");
/** What a refusal may weigh, however much was sent. */
const refusalBytesMax = 16_000;

interface Parameter {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly name: string;
  readonly schema?: Schema;
}

/** An operation of the document that the API publishes. */
interface Operation {
  readonly id: keyof PolicyWorld["bodies"];
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: Operation["id"];
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: Schema } } };
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const api = await createTestApi({ test: await createTestDeps({ files: testFiles("GM0000") }) });
const document = (await (await api.send("GET", "/v1/openapi.json")).json()) as Document;
const world = await createPolicyWorld(api.deps);
const { treasurer, chair, council } = world.money;
const cookies = await Promise.all([
  storeSession(api.deps, treasurer),
  storeSession(api.deps, chair),
  storeSession(api.deps, council),
  ...(["officer", "finance", "clerk", "auditor", "admin"] as const).map(async (role) =>
    storeSession(api.deps, await storeStaff(api.deps, role)),
  ),
]);

const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, parameters = [], requestBody }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    body: requestBody?.content["application/json"].schema,
  })),
);

/** A request as somebody would send it who means harm, or whose program is broken. */
interface Attempt {
  readonly cookie: string | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** In an address everything goes, also what is no UTF-8 once it is read back. */
const inAddress = (value: unknown) =>
  fc.constantFrom(encodeURIComponent(String(value).toWellFormed()), "%E0%A4%A", "%ED%A0%80", "..%2f..", "%00");

const parameterValue = ({ name, schema = {} }: Parameter): fc.Arbitrary<unknown> => {
  const known = world.params[name];
  return fc.oneof(
    { weight: 6, arbitrary: known === undefined ? fitting(schema, document.components.schemas) : fc.constant(known) },
    { weight: 1, arbitrary: name === "cursor" ? hostileCursor : hostileText },
  );
};

function attemptOf(operation: Operation): fc.Arbitrary<Attempt> {
  const of = (place: Parameter["in"]) => operation.parameters.filter((parameter) => parameter.in === place);
  const valuesOf = (place: Parameter["in"]) =>
    fc.record(Object.fromEntries(of(place).map((parameter) => [parameter.name, parameterValue(parameter)])));
  const readable = (value: unknown) => encodeURIComponent(String(value).toWellFormed());
  const segment = (value: unknown) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(readable(value)) }, { weight: 1, arbitrary: inAddress(value) });
  const addresses = fc.record({ path: valuesOf("path"), query: valuesOf("query") }).chain(({ path, query }) => {
    const names = Object.keys(path);
    return fc.tuple(...names.map((name) => segment(path[name]))).map((segments) => {
      const filled = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => segments[names.indexOf(name)] ?? "x");
      const asked = Object.entries(query).map(([name, value]) => `${name}=${readable(value)}`);
      return `/v1${filled}${asked.length === 0 ? "" : `?${asked.join("&")}`}`;
    });
  });
  return fc.record({
    cookie: fc.constantFrom(undefined, ...cookies),
    path: addresses,
    headers: fc.oneof(
      { weight: 8, arbitrary: fc.ulid().map((key) => ({ "idempotency-key": key })) },
      { weight: 1, arbitrary: fc.string().map((key) => ({ "idempotency-key": key.replace(/[^\x20-\x7e]/g, "?") })) },
    ),
    body: bodyOf(operation),
  });
}

/** A body that fits and was spoiled, one made after the schema, one of another kind, or no JSON at all. */
function bodyOf({ id, method, body }: Operation): fc.Arbitrary<string | undefined> {
  if (method === "GET") return fc.constant(undefined);
  const bySchema = fitting(body ?? {}, document.components.schemas);
  const byWorld = fc.constant(world.bodies[id] ?? {});
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .oneof(byWorld, bySchema)
        .chain(spoiled)
        .map((value) => JSON.stringify(value) ?? "null"),
    },
    { weight: 1, arbitrary: fc.constantFrom(...hostileBodies) },
  );
}

async function answerTo({ method }: Operation, { cookie, path, headers, body }: Attempt): Promise<Response> {
  return api.app.request(`http://hevel.example${path}`, {
    method,
    headers: {
      origin: "http://hevel.example",
      "content-type": "application/json",
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

describe.each(operations)("$id", (operation) => {
  test("answers whatever it is sent, in few words where it refuses, and never with an error of ours", async () => {
    await fc.assert(
      fc.asyncProperty(attemptOf(operation), async (attempt) => {
        const answer = await answerTo(operation, attempt);
        const text = await answer.text();
        const bug = api.log.find(({ event }) => event === "bug");
        api.log.length = 0;
        expect(answer.status, bug?.stack).toBeLessThan(500);
        if (answer.status >= 400) expect(text.length).toBeLessThan(refusalBytesMax);
      }),
      { numRuns, interruptAfterTimeLimit: 1_800_000 },
    );
  }, 2_000_000);
});
