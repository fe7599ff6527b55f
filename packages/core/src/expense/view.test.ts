import { describe, expect, test } from "vitest";
import { Expense } from "./expense.ts";
import { publicExpenses } from "./view.ts";

const id = (prefix: string) => `${prefix}_01M80FYCKV3SA7WZ4XN2W3KRN6`;
const confirmed = (changed: Partial<Expense> = {}): Expense =>
  Expense.parse({
    id: id("exp"),
    mandateId: id("man"),
    proposalId: id("prp"),
    enterpriseId: id("ent"),
    amountCents: 25_00,
    spentOn: "2026-11-20",
    category: "material",
    supplier: "Jan de Boer",
    isSupplierPerson: true,
    note: "Planten van Jan",
    receiptId: id("fil"),
    receiptSha256: "0".repeat(64),
    sameReceiptAs: id("exp"),
    overrideReason: "Op de bon van Jan de Boer staan 2 dingen",
    correctionReason: "De Boer gaf korting",
    status: "corrected",
    enteredBy: id("per"),
    enteredAt: "2026-11-20T10:00:00.000Z",
    expiresAt: "2027-01-19T10:00:00.000Z",
    revision: 0,
    ...changed,
  });

describe("an expense in public", () => {
  test("names a supplier who is a private person nowhere: not in the note, and in no reason", () => {
    const [line] = publicExpenses([confirmed()]);
    expect(line?.supplier).toBeUndefined();
    expect(JSON.stringify(line)).not.toMatch(/Jan|Boer/);
    expect(line?.overrideReason).toBe("Op de bon van … staan 2 dingen");
  });

  test("names a shop, and says why a receipt counts twice", () => {
    const [line] = publicExpenses([confirmed({ isSupplierPerson: false })]);
    expect(line).toMatchObject({
      supplier: "Jan de Boer",
      description: "Planten van Jan",
      overrideReason: "Op de bon van Jan de Boer staan 2 dingen",
      correctionReason: "De Boer gaf korting",
    });
  });

  test("is not there before somebody else on the board confirmed it", () => {
    for (const status of ["entered", "refused", "expired"] as const)
      expect(publicExpenses([confirmed({ status })])).toEqual([]);
  });
});
