import type { Actor, SignedIn } from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import {
  createTestDeps,
  storeEnterprise,
  storeResident,
  storeSession,
  storeStaff,
  testFiles,
} from "@hevel/testing/deps";
import { createPolicyWorld, enterAnExpense, type PolicyWorld } from "@hevel/testing/policy-world";
import { describe, expect, test } from "vitest";
import { documentation } from "./app.ts";
import { type OperationId, type Party, policy } from "./policy.ts";
import type { Problem } from "./problem.ts";
import { apiVersion } from "./version.ts";

interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
}

/** Every route there is, from the document the API itself publishes. */
const operations: readonly Operation[] = Object.entries(documentation(apiVersion).paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item ?? {}).map(([method, { operationId }]: [string, { operationId: OperationId }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
  })),
);

const staffRoles = ["officer", "council", "finance", "clerk", "professional", "auditor", "admin"] as const;

/** Somebody who asks: which parties of the policy they are, for an object of their own board or of another. */
interface Asker {
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

async function ask(api: TestApi, world: PolicyWorld, { id, method, path }: Operation, cookie: string | undefined) {
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
function verdict(id: OperationId, asker: Asker): "open" | "sign in" | "refused" {
  const parties: readonly Party[] = policy[id];
  if (parties.includes("everyone")) return "open";
  if (asker.parties.length === 0) return "sign in";
  const matching = asker.parties.filter((party) => parties.includes(party));
  const byBoardOnly = matching.every((party) => boardSeats.includes(party));
  if (matching.length > 0 && !(byBoardOnly && asker.sits !== "own board")) return "open";
  return "refused";
}

/** Cells where the object itself says no to somebody the policy lets try; each with its reason. */
const ownNo: Partial<Record<OperationId, readonly string[]>> = {
  // The seat in the path is the treasurer's: nobody else shows or hides that name, and only the chair removes another.
  setNameVisibility: ["chair", "secretary"],
  removeMember: ["secretary"],
  // The part of the case in the path is the officer's.
  getCase: ["council", "finance"],
  takeCase: ["council", "finance"],
  handOverCase: ["council", "finance"],
  releaseCase: ["council", "finance"],
  // It fills a pot: finance prepares that, the council role confirms it.
  confirmOrder: ["finance"],
};

test("every route has a row in the policy, and every row a route", () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(policy).sort());
});

/** A municipality with something of every kind in it, and everybody who may ask. */
interface Place {
  readonly api: TestApi;
  readonly world: PolicyWorld;
  readonly askers: readonly Asker[];
}

async function newPlace(): Promise<Place> {
  const api = await createTestApi({ test: await createTestDeps({ files: testFiles("GM0000") }) });
  const world = await createPolicyWorld(api.deps);
  return { api, world, askers: askersOf(api, world) };
}

let [quiet, elsewhere]: Place[] = [];

/** Where nothing is changed, because everything asked there is refused or only reads; so one serves all. */
async function quietPlace(): Promise<Place> {
  quiet ??= await newPlace();
  return quiet;
}

describe.each(operations)("$id", (operation) => {
  const saidTo = ({ askers }: Place) => askers.map((asker) => ({ asker, said: verdict(operation.id, asker) }));

  test("keeps out whom the policy does not name", async () => {
    const place = await quietPlace();
    for (const { asker, said } of saidTo(place).filter((cell) => cell.said !== "open")) {
      const { status, code } = await ask(place.api, place.world, operation, await asker.cookie());
      const cell = `${asker.name}: ${status} ${code}`;
      if (said === "sign in") expect(cell).toBe(`${asker.name}: 401 unauthenticated`);
      else expect([`${asker.name}: 403 forbidden`, `${asker.name}: 404 not-found`]).toContain(cell);
    }
  });

  test("lets in whom the policy names", async () => {
    const place = operation.method === "GET" ? await quietPlace() : await newPlace();
    const isTheirs = ({ name }: Asker) => ownNo[operation.id]?.includes(name) !== true;
    const open = saidTo(place)
      .filter((cell) => cell.said === "open")
      .map(({ asker }) => asker);
    for (const asker of open.filter((one) => !isTheirs(one)))
      expect((await ask(place.api, place.world, operation, await asker.cookie())).status, asker.name).toBe(403);
    // Where everybody may try, "forbidden" is about the object: an invitation of somebody else, say.
    const isForAll = (policy[operation.id] as readonly Party[]).includes("everyone");
    const never = isForAll ? ["unauthenticated", "bug"] : ["unauthenticated", "forbidden", "bug"];
    for (const asker of open.filter(isTheirs)) {
      const { status, code } = await ask(place.api, place.world, operation, await asker.cookie());
      expect(never, `${asker.name}: ${status}`).not.toContain(code);
    }
  });
});

const aboutObjects = operations.filter(({ path }) => path.includes("{"));

/** Routes that answer the same whether the object exists or not, so that nobody learns that it does. */
const saysNothing: readonly OperationId[] = ["unsubscribe", "confirmFollow"];

describe.each(aboutObjects)("$id in another municipality", (operation) => {
  test("does not exist, whoever asks", async () => {
    const ours = await quietPlace();
    elsewhere ??= await newPlace();
    for (const asker of ours.askers) {
      const { status, code } = await ask(ours.api, elsewhere.world, operation, await asker.cookie());
      const cell = `${asker.name}: ${status} ${code}`;
      if (verdict(operation.id, asker) === "sign in") expect(cell).toBe(`${asker.name}: 401 unauthenticated`);
      else if (saysNothing.includes(operation.id)) expect([204, 400, 404], cell).toContain(status);
      else expect([403, 404], cell).toContain(status);
    }
  });
});

test("a session of one municipality is nobody in another", async () => {
  const [ours, theirs] = [await createTestApi(), await createTestApi()];
  const cookie = await storeSession(theirs.deps, await storeStaff(theirs.deps, "admin"));
  expect((await theirs.send("GET", "/v1/group-roles", { as: cookie })).status).toBe(200);
  expect((await ours.send("GET", "/v1/group-roles", { as: cookie })).status).toBe(401);
});

test("an expense is confirmed by the other half of the board and by nobody at city hall", async () => {
  const api = await createTestApi();
  const world = await createPolicyWorld(api.deps);
  const operation = operations.find(({ id }) => id === "confirmExpense");
  if (operation === undefined) throw new Error("there is such a route");
  const paid = await payFirstInstalment(api, world);
  expect(paid).toBe(200);
  const expenseId = await enterAnExpense(world);
  const withExpense = { ...world, params: { ...world.params, expenseId } };
  for (const role of staffRoles) {
    const cookie = await storeSession(api.deps, await storeStaff(api.deps, role));
    expect((await ask(api, withExpense, operation, cookie)).code, role).toBe("forbidden");
  }
  const own = await ask(api, withExpense, operation, await storeSession(api.deps, world.money.treasurer));
  expect(own.code).toBe("four-eyes");
  const other = await ask(api, withExpense, operation, await storeSession(api.deps, world.money.chair));
  expect(other.status).toBe(200);
});

async function payFirstInstalment(api: TestApi, world: PolicyWorld): Promise<number> {
  const path = `/v1/transfers/${world.params["transferId"]}`;
  const key = () => ({ "idempotency-key": api.deps.ids.next("evt").slice(4) });
  const [council, payer] = [
    await storeSession(api.deps, world.money.council),
    await storeSession(api.deps, world.money.payer),
  ];
  await api.send("POST", `${path}/approvals`, { as: council, body: {}, headers: key() });
  const body = { paidOn: "2026-11-21", bankReference: "REF" };
  return (await api.send("POST", `${path}/payments`, { as: payer, body, headers: key() })).status;
}
