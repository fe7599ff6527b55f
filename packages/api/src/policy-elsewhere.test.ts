import { createTestApi } from "@hevel/testing/api";
import { storeSession, storeStaff } from "@hevel/testing/deps";
import { ask, newPlace, operations, type Place, verdict } from "@hevel/testing/policy-askers";
import { describe, expect, test } from "vitest";
import type { OperationId } from "./policy.ts";

/** Two municipalities in which nothing changes, because everything asked there is refused; so they serve all. */
let places: readonly [Place, Place] | undefined;

const aboutObjects = operations.filter(({ path }) => path.includes("{"));

/** Routes that answer the same whether the object exists or not, so that nobody learns that it does. */
const saysNothing: readonly OperationId[] = ["unsubscribe", "confirmFollow"];

describe.each(aboutObjects)("$id in another municipality", (operation) => {
  test("does not exist, whoever asks", async () => {
    places ??= await Promise.all([newPlace(), newPlace()]);
    const [ours, elsewhere] = places;
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
