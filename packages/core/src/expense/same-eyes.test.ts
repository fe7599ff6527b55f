import { codeOf } from "@hevel/testing/deps";
import { createMandateWorld, payFirst } from "@hevel/testing/mandate-world";
import { addReceipt, keyOf } from "@hevel/testing/money-world";
import { expect, test } from "vitest";
import { isSameEyes } from "../enterprise/seats.ts";
import { confirmExpense } from "./confirm.ts";
import { enterExpense } from "./enter.ts";
import { refuseExpense } from "./refuse.ts";

test("nobody confirms or refuses the own expense from a second seat under the same mailbox", async () => {
  const test = await createMandateWorld();
  const { deps, world, mandate } = test;
  await payFirst(test);
  const enterprise = await deps.store.get("enterprise", { id: world.enterprise.id });
  if (enterprise === undefined) throw new Error("there is a board");
  const members = enterprise.members.map((member) => {
    const local = member.role === "treasurer" ? "een" : member.role === "chair" ? "Een+2" : "twee";
    return { ...member, email: `${local}@wijk.example` };
  });
  await deps.store.commit([{ replace: "enterprise", record: { ...enterprise, members }, when: [] }]);
  const receipt = await addReceipt(world, "bon");
  const { id: expenseId } = await enterExpense(deps, world.treasurer, {
    mandateId: mandate.id,
    idempotencyKey: keyOf(deps),
    amountCents: 100,
    spentOn: "2026-11-20",
    category: "material",
    supplier: "Winkel",
    isSupplierPerson: false,
    note: "",
    receiptId: receipt.id,
  });
  const confirm = (who: typeof world.chair) =>
    codeOf(confirmExpense(deps, who, { expenseId, idempotencyKey: keyOf(deps) }));
  const reason = "Niet van ons.";
  expect(await confirm(world.chair)).toBe("four-eyes");
  expect(await codeOf(refuseExpense(deps, world.chair, { expenseId, reason }))).toBe("four-eyes");
  expect(await confirm(world.treasurer)).toBe("four-eyes");
  const [treasurer, chair] = members;
  if (treasurer === undefined || chair === undefined) throw new Error("two seats");
  expect(isSameEyes({ ...enterprise, members }, treasurer.personId, chair)).toBe(true);
  expect(await confirm(world.secretary)).toBe("ok");
});
