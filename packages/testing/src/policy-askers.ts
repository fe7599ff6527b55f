import { apiVersion, documentation, type OperationId, type Party, type Problem, policy } from "@hevel/api";
import type { Actor, SignedIn } from "@hevel/core";
import { createTestApi, type TestApi } from "./api.ts";
import { createTestDeps, storeEnterprise, storeResident, storeSession, storeStaff, testFiles } from "./deps.ts";
import { createPolicyWorld, type PolicyWorld } from "./policy-world.ts";

/** A route of the API, as its own document names it. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
}

/** Every route there is, from the document the API itself publishes. */
export const operations: readonly Operation[] = Object.entries(documentation(apiVersion).paths ?? {}).flatMap(
  ([path, item]) =>
    Object.entries(item ?? {}).map(([method, { operationId }]: [string, { operationId: OperationId }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
    })),
);

/** Every role of city hall. */
export const staffRoles = ["officer", "council", "finance", "clerk", "professional", "auditor", "admin"] as const;

/** Somebody who asks: which parties of the policy they are, for an object of their own board or of another. */
export interface Asker {
  readonly name: string;
  readonly parties: readonly Party[];
  readonly sits: "own board" | "other board" | "no board";
  /** Arrives and signs in, the first time they ask; undefined for a visitor. */
  readonly cookie: () => Promise<string | undefined>;
}

function askersOf(api: TestApi, world: PolicyWorld): readonly Asker[] {
  const { deps } = api;
  const arriving = (arrive: () => Promise<Actor & SignedIn>): Asker["cookie"] => {
    let cookie: Promise<string> | undefined;
    return () => {
      cookie ??= arrive().then((actor) => storeSession(deps, actor));
      return cookie;
    };
  };
  const seated = (name: string, seat: Party, sits: Asker["sits"], arrive: () => Promise<Actor & SignedIn>): Asker => ({
    name,
    parties: ["resident", "board", seat],
    cookie: arriving(arrive),
    sits,
  });
  const { treasurer, chair, secretary } = world.money;
  const neighbour = async () => (await storeEnterprise(deps)).treasurer;
  return [
    { name: "visitor", parties: [], cookie: async () => undefined, sits: "no board" },
    { name: "resident", parties: ["resident"], cookie: arriving(() => storeResident(deps)), sits: "no board" },
    seated("treasurer", "treasurer", "own board", async () => treasurer),
    seated("chair", "chair", "own board", async () => chair),
    seated("secretary", "secretary", "own board", async () => secretary),
    seated("treasurer of another board", "treasurer", "other board", neighbour),
    ...staffRoles.map(
      (role): Asker => ({
        name: role,
        parties: [role],
        cookie: arriving(() => storeStaff(deps, role)),
        sits: "no board",
      }),
    ),
  ];
}

/** Asks the route as somebody, about the objects of a world, with a body that fits. */
export async function ask(
  api: TestApi,
  world: PolicyWorld,
  { id, method, path }: Operation,
  cookie: string | undefined,
) {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => world.params[name] ?? name);
  const body = method === "GET" || method === "DELETE" ? undefined : (world.bodies[id] ?? {});
  const response = await api.send(method, `/v1${filled}`, {
    ...(cookie === undefined ? {} : { as: cookie }),
    ...(body === undefined ? {} : { body }),
    headers: { "idempotency-key": api.deps.ids.next("evt").slice(4) },
  });
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  const { code } = isProblem ? ((await response.json()) as Problem) : { code: "none" as const };
  return { status: response.status, code };
}

const boardSeats: readonly Party[] = ["board", "chair", "treasurer", "secretary", "member"];

/** What the policy says of this cell. `own`: only for the board's own objects; then another board gets 403 or 404. */
export function verdict(id: OperationId, asker: Asker): "open" | "sign in" | "refused" {
  const parties: readonly Party[] = policy[id];
  if (parties.includes("everyone")) return "open";
  if (asker.parties.length === 0) return "sign in";
  const matching = asker.parties.filter((party) => parties.includes(party));
  const byBoardOnly = matching.every((party) => boardSeats.includes(party));
  if (matching.length > 0 && !(byBoardOnly && asker.sits !== "own board")) return "open";
  return "refused";
}

/** A municipality with something of every kind in it, and everybody who may ask. */
export interface Place {
  readonly api: TestApi;
  readonly world: PolicyWorld;
  readonly askers: readonly Asker[];
}

/** Makes one; nothing in it is shared with another. */
export async function newPlace(): Promise<Place> {
  const api = await createTestApi({ test: await createTestDeps({ files: testFiles("GM0000") }) });
  const world = await createPolicyWorld(api.deps);
  return { api, world, askers: askersOf(api, world) };
}
