import { codeOf } from "@hevel/testing/deps";
import { end, evaluated, ledgerDifferences, lettersOf, type MandateWorld, visitor } from "@hevel/testing/mandate-world";
import { keyOf } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { confirmOrder } from "../order/confirm.ts";
import { readBalances } from "./balances.ts";
import { recordRefund } from "./record-refund.ts";

describe("a refund", () => {
  const refund = (world: MandateWorld, amountCents: number, changed: object = {}) =>
    recordRefund(world.deps, world.world.finance, {
      mandateId: world.mandate.id,
      amountCents,
      receivedOn: "2026-11-21",
      bankReference: "TERUG 1",
      idempotencyKey: keyOf(world.deps),
      ...changed,
    });

  /** Prepared by one person of finance, confirmed by the other. */
  const refunded = async (world: MandateWorld, amountCents: number) => {
    const { id: orderId } = await refund(world, amountCents);
    return confirmOrder(world.deps, world.world.payer, { orderId, idempotencyKey: keyOf(world.deps) });
  };

  test("comes in parts; with the last cent the mandate closes and everybody reads where the money went", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate } = world;
    await end(world);
    expect(await refunded(world, 149_99)).toMatchObject({
      kind: "REFUND",
      mandateId: mandate.id,
      status: "confirmed",
      amountCents: 149_99,
    });
    await expect(refund(world, 2)).rejects.toMatchObject({ code: "not-enough-money", details: { availableCents: 1 } });
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({ status: "refund-due" });
    await refunded(world, 1);
    expect(await deps.store.get("mandate", { id: mandate.id })).toMatchObject({ status: "closed" });
    expect(await deps.store.get("proposal", { id: mandate.proposalId })).toMatchObject({ status: "closed" });
    const [letter, ...others] = await lettersOf(deps, "mandate-closed");
    expect(others).toHaveLength(2);
    expect(letter?.payload).toMatchObject({ spentCents: 450_00, returnedCents: 450_00 });
    const events = await deps.store.listAll("events-of-proposal", { proposalId: mandate.proposalId });
    expect(events.filter(({ code }) => code === "money-returned").map(({ facts }) => facts["amountCents"])).toEqual([
      300_00, 149_99, 1,
    ]);
    expect(events.find(({ code }) => code === "mandate-closed")?.facts).toMatchObject({
      spentCents: 450_00,
      returnedCents: 450_00,
    });
    const journal = (await deps.store.listAll("journals-of-mandate", { mandateId: mandate.id })).at(-1);
    expect(journal).toMatchObject({ kind: "REFUND", bankReference: "TERUG 1", effectDate: "2026-11-21" });
    expect(await codeOf(refund(world, 1))).toBe("wrong-state");
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("of everything by two at the same moment is prepared once", async () => {
    const world = await evaluated(450_00);
    await end(world);
    const codes = await Promise.all([codeOf(refund(world, 150_00)), codeOf(refund(world, 150_00))]);
    expect(codes.toSorted()).toEqual(["not-enough-money", "ok"]);
    expect(await readBalances(world.deps, world.mandate)).toMatchObject({
      paidNotSpentCents: 150_00,
      returnedCents: 300_00,
    });
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("that arrives twice is prepared once, and the same key with another amount is refused", async () => {
    const world = await evaluated(450_00);
    await end(world);
    const idempotencyKey = keyOf(world.deps);
    const first = await refund(world, 50_00, { idempotencyKey });
    expect(await refund(world, 50_00, { idempotencyKey })).toEqual(first);
    expect(await codeOf(refund(world, 60_00, { idempotencyKey }))).toBe("idempotency-mismatch");
    expect(await world.deps.store.listAll("orders-open", {})).toHaveLength(1);
  });

  test("has a date of the bank and a reference, and is recorded by finance after publishing", async () => {
    const world = await evaluated(450_00);
    const { deps, mandate, officer } = world;
    expect(await codeOf(refund(world, 150_00))).toBe("wrong-state");
    await end(world);
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-11-22" }))).toBe("invalid");
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-10-31" }))).toBe("invalid");
    expect(await codeOf(refund(world, 150_00, { bankReference: "" }))).toBe("invalid");
    expect(await codeOf(refund(world, 0))).toBe("invalid");
    const input = { mandateId: mandate.id, amountCents: 1, receivedOn: "2026-11-21", bankReference: "T" };
    const as = (actor: Parameters<typeof recordRefund>[1]) =>
      codeOf(recordRefund(deps, actor, { ...input, idempotencyKey: keyOf(deps) }));
    expect(await as(visitor)).toBe("unauthenticated");
    expect(await as(officer)).toBe("forbidden");
    expect(await as(world.world.treasurer)).toBe("forbidden");
    expect(await codeOf(refund(world, 150_00, { receivedOn: "2026-11-01" }))).toBe("ok");
  });
});
