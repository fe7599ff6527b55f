import { accountIds, type Deps, refuseTransfer, type TransferId } from "@hevel/core";
import { describe, expect, test } from "vitest";
import { type Drops, without } from "./between.ts";
import { on, type Row } from "./guard-row.ts";
import { ending } from "./guards-of-endings.ts";
import { correcting, spending } from "./guards-of-expenses.ts";
import { ordering } from "./guards-of-orders.ts";
import { approving, paying, proposing, reserving } from "./guards-of-transfers.ts";
import { codeOf, type Scene, setScene } from "./money-scene.ts";

/** Every guard that any commit of the attacks carried. */
const met = new Set<string>();

function dropsOf(row: Row, { mandate, world }: Scene): Drops {
  const names = new Set(row.guard.split(" "));
  const only =
    row.on === undefined
      ? undefined
      : {
          committed: accountIds.committed(mandate.id),
          cash: accountIds.cash(mandate.id),
          pot: accountIds.pot(world.potId),
        }[row.on];
  return (kind, field, change) => {
    if (field !== "exists") met.add(`${kind}.${field}`);
    const isOnIt = "ref" in change && "id" in change.ref && change.ref.id === only;
    return names.has(`${kind}.${field}`) && (only === undefined || kind !== "account" || isOnIt);
  };
}

describe.each([
  ["reserving", reserving],
  ["proposing", proposing],
  ["approving", approving],
  ["paying", paying],
  ["ending", ending],
  ["ordering", ordering],
  ["spending", spending],
  ["correcting", correcting],
] as const)("%s", (_name, rows) => {
  test.concurrent.each([...rows])("$guard stops $attack", async (row) => {
    const scene = await setScene();
    expect(await row.act(scene, scene.deps)).toBe(row.held);
    const weak = await setScene();
    const deps = { ...weak.deps, store: without(weak.deps.store, dropsOf(row, weak)) };
    expect(await row.act(weak, deps), "nobody noticed that the guard is gone").not.toBe(row.held);
  });
});

describe("a guard that stands behind another still holds alone", () => {
  test.concurrent.each([
    ["transfer.revision", "two approvals at once", "wrong-state"],
    ["account.reserved", "the same transfer refused twice", "wrong-state"],
  ])("without %s: %s", async (guard, attack, held) => {
    const scene = await setScene();
    const deps = { ...scene.deps, store: without(scene.deps.store, (kind, field) => `${kind}.${field}` === guard) };
    const id: TransferId = await scene.propose();
    const refuse = (from: Deps) => refuseTransfer(from, scene.world.mayor, { transferId: id, reason: "Nee" });
    const code = attack.includes("approvals")
      ? await codeOf(
          scene.approve(
            id,
            on(deps, () => scene.approve(id, scene.deps, scene.world.mayor)),
          ),
        )
      : await refuse(scene.deps).then(() => codeOf(refuse(deps)));
    expect(code).toBe(held);
  });
});

test("no guard is left out of these tables", () => {
  const rows = [
    ...reserving,
    ...proposing,
    ...approving,
    ...paying,
    ...ending,
    ...ordering,
    ...spending,
    ...correcting,
  ];
  const named = new Set(rows.flatMap(({ guard }) => guard.split(" ")));
  // Of the level that sorts enterprises by what they were awarded: no rule about money, only the order of a list, which the next
  // booking sets right again.
  const sorting = new Set(["level.committed", "level.released"]);
  // Behind the status, which every change of a transfer, an expense or an order also changes; a proposal closes behind the
  // status of its mandate. Kept as a second lock.
  const second = new Set([
    "transfer.revision",
    "expense.revision",
    "order.revision",
    "proposal.status",
    "proposal.revision",
  ]);
  expect([...met].filter((guard) => !named.has(guard) && !second.has(guard) && !sorting.has(guard))).toEqual([]);
  expect(met.size).toBeGreaterThan(20);
});
