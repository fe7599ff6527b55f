import {
  approveTransfer,
  askCorrection,
  correctExpense,
  DomainError,
  expireTransfer,
  payTransfer,
  proposeTransfer,
  refuseTransfer,
  verifyLedger,
} from "@hevel/core";
import { testClient } from "@hevel/testing/deps";
import { keyOf } from "@hevel/testing/money-world";
import { afterEach, describe, expect, inject, test } from "vitest";
import { createDocumentClient } from "../src/client.ts";
import { createStore } from "../src/store.ts";
import { codeOf, type Scene, setScene } from "./money-scene.ts";

let scene: Scene | undefined;

/** A scene that is added up again when the test is over. */
async function begin(): Promise<Scene> {
  scene = await setScene();
  return scene;
}

afterEach(async () => {
  if (scene === undefined) return;
  expect(await verifyLedger(scene.deps)).toMatchObject({ isRight: true, differences: [] });
  scene = undefined;
});

const count = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length;

test("of many at once that each ask a part, exactly as many get it as there is money for", async () => {
  const { advance, enter } = await begin();
  await advance("i1");
  const codes = await Promise.all(Array.from({ length: 20 }, (_, index) => codeOf(enter(7_00, `bon ${index}`))));
  expect(count(codes, "ok")).toBe(Math.floor(100_00 / 7_00));
  expect(count(codes, "not-enough-money")).toBe(20 - Math.floor(100_00 / 7_00));
});

test("as many bookings as there are on one account at once all arrive, one after the other", async () => {
  const { advance, enter, confirm, deps, cash } = await begin();
  await advance("i1");
  const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => enter(10_00, `bon ${index}`)));
  const codes = await Promise.all(ids.map((id) => codeOf(confirm(id))));
  expect(count(codes, "ok")).toBe(10);
  expect(await deps.store.get("account", { id: cash })).toMatchObject({ posted: 0, reserved: 0, sequence: 11 });
});

test("of two approvers at once one is the second person, and the transfer can be paid", async () => {
  const { propose, approve, pay, world, deps } = await begin();
  const id = await propose();
  const codes = await Promise.all([codeOf(approve(id)), codeOf(approve(id, deps, world.mayor))]);
  expect(codes.toSorted()).toEqual(["ok", "wrong-state"]);
  expect(await codeOf(pay(id))).toBe("ok");
});

test.each([1, 2, 3, 4, 5])("paid, refused and approved again at once: one outcome (%i)", async () => {
  const { approved, pay, approve, world, deps, committed } = await begin();
  const transferId = await approved();
  const codes = await Promise.all([
    codeOf(pay(transferId)),
    codeOf(refuseTransfer(deps, world.mayor, { transferId, reason: "Nee" })),
    codeOf(approve(transferId, deps, world.mayor)),
  ]);
  expect(count(codes, "ok")).toBe(1);
  expect(await deps.store.get("account", { id: committed })).toMatchObject({ reserved: 0 });
});

test.each([1, 2, 3])("approved, refused and expired at once: one outcome (%i)", async () => {
  const { propose, approve, world, deps, clock } = await begin();
  const transferId = await propose();
  clock.set(new Date(clock.now().getTime() + 28 * 86_400_000).toISOString());
  const [approval, refusal, expired] = await Promise.all([
    codeOf(approve(transferId)),
    codeOf(refuseTransfer(deps, world.mayor, { transferId, reason: "Nee" })),
    expireTransfer(deps, transferId),
  ]);
  const { status } = (await deps.store.get("transfer", { id: transferId })) ?? {};
  expect(status).not.toBe("proposed");
  // A refusal may still follow an approval; nothing follows a refusal or an expiry.
  const outcomes = count([approval, refusal], "ok") + Number(expired);
  expect(outcomes).toBe(status === "refused" && approval === "ok" ? 2 : 1);
});

test("a correction confirmed by two at once is booked once", async () => {
  const { advance, enter, confirm, world, deps, cash } = await begin();
  await advance();
  const expenseId = await enter(30_00, "bon");
  await confirm(expenseId);
  await askCorrection(deps, world.treasurer, { expenseId, reason: "Dubbel" });
  const codes = await Promise.all(
    [world.chair, world.secretary].map((by) =>
      codeOf(correctExpense(deps, by, { expenseId, idempotencyKey: keyOf(deps) })),
    ),
  );
  expect(count(codes, "ok")).toBe(1);
  expect(await deps.store.get("account", { id: cash })).toMatchObject({ posted: 100_00 });
});

test("a corrected expense frees its receipt", async () => {
  const { advance, enter, confirm, world, deps } = await begin();
  await advance();
  const expenseId = await enter(30_00, "bon");
  await confirm(expenseId);
  expect(await codeOf(enter(3_00, "bon"))).toBe("receipt-used");
  await askCorrection(deps, world.treasurer, { expenseId, reason: "Verkeerd bedrag" });
  await correctExpense(deps, world.chair, { expenseId, idempotencyKey: keyOf(deps) });
  expect(await codeOf(enter(3_00, "bon"))).toBe("ok");
});

describe("one key", () => {
  test("with the same content at once is done once, with one answer", async () => {
    const { deps, world, mandate, committed } = await begin();
    const input = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey: keyOf(deps) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => proposeTransfer(deps, world.finance, input)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await deps.store.get("account", { id: committed })).toMatchObject({ reserved: 100_00 });
  });

  test("with other content at once is done once, and the other is told", async () => {
    const { deps, world, approved } = await begin();
    const [first, second] = [await approved("i1"), await approved("i2")];
    const key = keyOf(deps);
    const pay = (transferId: typeof first) =>
      payTransfer(deps, world.payer, {
        transferId,
        paidOn: "2026-11-21",
        bankReference: "BNG-1",
        idempotencyKey: key,
      });
    const codes = await Promise.all([codeOf(pay(first)), codeOf(pay(second))]);
    expect(codes.toSorted()).toEqual(["idempotency-mismatch", "ok"]);
  });

  test("by somebody else is not theirs to hear about", async () => {
    const { deps, world, mandate } = await begin();
    const input = { mandateId: mandate.id, instalmentId: "i1", idempotencyKey: keyOf(deps) };
    await proposeTransfer(deps, world.finance, input);
    expect(await codeOf(proposeTransfer(deps, world.payer, input))).toBe("idempotency-mismatch");
  });
});

/** A client that does every write and loses every reply. */
function deafClient() {
  const { endpoint, region } = inject("parts");
  const client = createDocumentClient({
    endpoint,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  let writes = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const reply = await next(args);
        if (commandName?.startsWith("TransactWrite") !== true) return reply;
        writes += 1;
        throw Object.assign(new Error("the reply was lost"), { name: "TimeoutError" });
      },
    { step: "initialize", priority: "high" },
  );
  return { client, writes: () => writes };
}

describe("a lost reply", () => {
  test.each([0, 11])("is found again with the same key after %i minutes, under a new token", async (minutes) => {
    const { deps, world, propose, clock } = await begin();
    const transferId = await propose();
    const deaf = deafClient();
    const { table } = testClient();
    const options = { client: deaf.client, table, municipality: deps.municipality.code, pause: async () => {} };
    const input = { transferId, idempotencyKey: keyOf(deps) };
    const lost = approveTransfer({ ...deps, store: createStore(options) }, world.council, input);
    await expect(lost).rejects.toThrow("the reply was lost");
    expect(deaf.writes()).toBe(8);
    clock.advance({ minutes });
    expect(await approveTransfer(deps, world.council, input)).toMatchObject({ id: transferId, status: "approved" });
    const { revision } = (await deps.store.get("transfer", { id: transferId })) ?? {};
    expect(revision).toBe(1);
    deaf.client.destroy();
  });

  test("of a refusal leaves the refusal a refusal", async () => {
    const { deps, world, advance } = await begin();
    const transferId = await advance();
    const deaf = deafClient();
    const options = { client: deaf.client, table: testClient().table, municipality: deps.municipality.code };
    const store = createStore({ ...options, pause: async () => {} });
    const late = refuseTransfer({ ...deps, store }, world.mayor, { transferId, reason: "Nee" });
    await expect(late).rejects.toThrow(DomainError);
    deaf.client.destroy();
  });
});
