import { createTestDeps, type TestClock } from "@hevel/testing/deps";
import { createMoneyWorld, keyOf, type MoneyWorld } from "@hevel/testing/money-world";
import { beforeEach, describe, expect, test } from "vitest";
import {
  appropriate,
  confirmOrder,
  type Deps,
  DomainError,
  expireOrders,
  getOrder,
  getWorkList,
  type OrderId,
  refuseOrder,
} from "../index.ts";

let deps: Deps;
let clock: TestClock;
beforeEach(async () => {
  ({ deps, clock } = await createTestDeps());
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const prepare = async ({ finance, potId }: MoneyWorld) => {
  const decision = { potId, amountCents: 100_00, decisionReference: "RB-2", decidedOn: "2026-01-15" };
  return (await appropriate(deps, finance, { ...decision, idempotencyKey: keyOf(deps) })).id;
};

const confirm = ({ council }: MoneyWorld, orderId: OrderId) =>
  codeOf(confirmOrder(deps, council, { orderId, idempotencyKey: keyOf(deps) }));

// Each begins or ends within an hour of midnight, or runs over a night in which the clocks change.
describe("a prepared booking can be confirmed until the day it names is over", () => {
  test.each([
    ["2026-11-21T12:00:00.000Z", "2026-12-19", "2026-12-19T22:59:59.999Z", "2026-12-19T23:00:00.000Z"],
    ["2027-10-16T22:30:00.000Z", "2027-11-14", "2027-11-14T22:59:59.999Z", "2027-11-14T23:00:00.000Z"],
    ["2027-03-27T23:30:00.000Z", "2027-04-25", "2027-04-25T21:59:59.999Z", "2027-04-25T22:00:00.000Z"],
  ])("prepared at %s: %s", async (now, day, last, after) => {
    clock.set(now);
    const world = await createMoneyWorld(deps);
    const [first, second] = [await prepare(world), await prepare(world)];
    expect(await getOrder(deps, world.council, { orderId: first })).toMatchObject({ expiresOn: day });
    const { rows } = await getWorkList(deps, world.council, {});
    expect(rows.filter(({ act }) => act === "confirmOrder").map(({ dueOn }) => dueOn)).toEqual([day, day]);
    clock.set(last);
    expect(await expireOrders(deps)).toBe(0);
    expect(await confirm(world, first)).toBe("ok");
    clock.set(after);
    expect(await confirm(world, second)).toBe("wrong-state");
    expect(await expireOrders(deps)).toBe(1);
    expect(await getOrder(deps, world.council, { orderId: second })).toMatchObject({ status: "expired" });
  });
});

test("a booking ends once: what was taken back, confirmed or over time is not confirmed or taken back again", async () => {
  const world = await createMoneyWorld(deps);
  const takeBack = (orderId: OrderId) =>
    codeOf(refuseOrder(deps, world.finance, { orderId, reason: "Verkeerde pot.", idempotencyKey: keyOf(deps) }));
  const [taken, confirmed] = [await prepare(world), await prepare(world)];
  expect(await codeOf(confirmOrder(deps, world.finance, { orderId: taken, idempotencyKey: keyOf(deps) }))).toBe(
    "forbidden",
  );
  expect(await takeBack(taken)).toBe("ok");
  const refusedAt = deps.clock.now().toISOString();
  expect(await getOrder(deps, world.council, { orderId: taken })).toMatchObject({ refusedAt });
  expect(await confirm(world, taken)).toBe("wrong-state");
  expect(await confirm(world, confirmed)).toBe("ok");
  expect(await confirm(world, confirmed)).toBe("wrong-state");
  expect(await takeBack(confirmed)).toBe("wrong-state");
});
