import type { LogLine, Portal } from "@hevel/api";
import { apiVersion, createApp } from "@hevel/api";
import type { Deps, Person, PersonId, StaffRole } from "@hevel/core";
import { createTestDeps, groupsOf, storeSession, type TestDeps } from "./deps.ts";

const origin = "http://hevel.example";

/** The whole API on the real engine, for one fresh municipality; requests go through `app.request`, no server needed. */
export interface TestApi extends TestDeps {
  readonly deps: Deps;
  readonly app: ReturnType<typeof createApp>;
  readonly log: LogLine[];
  /** Sends a request as somebody (a cookie of `signInAs`), as the site would: same origin, JSON. */
  readonly send: (
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; headers?: Record<string, string> },
  ) => Promise<Response>;
  /** Makes a person with a session and returns the cookie. */
  readonly signInAs: (who: {
    email?: string;
    name?: string;
    roles?: readonly StaffRole[];
  }) => Promise<{ cookie: string; personId: PersonId }>;
}

/** Makes a TestApi. `deps` may be given to share a municipality between two of them. */
export async function createTestApi(options: { test?: TestDeps; portal?: Partial<Portal> } = {}): Promise<TestApi> {
  const test = options.test ?? (await createTestDeps());
  const { deps, clock } = test;
  const log: LogLine[] = [];
  const portal: Portal = {
    version: apiVersion,
    originOf: () => origin,
    municipalityOf: (host) => (host === "hevel.example" ? deps.municipality.code : undefined),
    depsFor: async () => ({ ...deps, municipality: (await deps.store.get("municipality", {})) ?? deps.municipality }),
    staffIdentityOf: () => undefined,
    log: (line) => log.push(line),
    ...options.portal,
  };
  const app = createApp(portal);
  const send: TestApi["send"] = async (method, path, { as, body, headers } = {}) =>
    app.request(`${origin}${path}`, {
      method,
      headers: {
        ...(method === "GET" ? {} : { origin, "content-type": "application/json" }),
        ...(as === undefined ? {} : { cookie: as }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signInAs: TestApi["signInAs"] = async ({ email, name, roles }) => {
    const now = clock.now().toISOString();
    const id = deps.ids.next("per");
    const person: Person = {
      id,
      kind: roles === undefined ? "resident" : "staff",
      email: email ?? `${id.toLowerCase()}@example.org`,
      ...(name === undefined ? {} : { name }),
      ...(roles === undefined ? {} : { groups: groupsOf(deps, roles) }),
      roles: [...(roles ?? [])],
      createdAt: now,
      revision: 0,
    };
    await deps.store.commit([{ put: "person", record: person }]);
    return { cookie: await storeSession(deps, { personId: id, kind: person.kind }), personId: id };
  };
  return { ...test, app, log, send, signInAs };
}
