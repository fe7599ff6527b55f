import { TransferView } from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { storeSession, storeStaff } from "@hevel/testing/deps";
import { type Asker, ask, newPlace, operations, type Place, staffRoles, verdict } from "@hevel/testing/policy-askers";
import { createPolicyWorld, enterAnExpense, type PolicyWorld } from "@hevel/testing/policy-world";
import { describe, expect, test } from "vitest";
import { type OperationId, type Party, policy } from "./policy.ts";

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

let quiet: Place | undefined;

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
  const { enterpriseRevision } = TransferView.parse(await (await api.send("GET", path, { as: council })).json());
  await api.send("POST", `${path}/approvals`, { as: council, body: { enterpriseRevision }, headers: key() });
  const body = { paidOn: "2026-11-21", bankReference: "REF" };
  return (await api.send("POST", `${path}/payments`, { as: payer, body, headers: key() })).status;
}
