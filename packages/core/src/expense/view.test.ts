import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Expense } from "./expense.ts";
import { publicNote } from "./public-text.ts";
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

/** Ways to write a name that a search for the name does not find. */
const spellings = [
  { supplier: "Vries, J.P. de", note: "Betaald aan mevrouw de Vries" },
  { supplier: "Gr\u00f6nefeld-B\u00e4cker", note: "Dank aan mevrouw Gr\u00f6nefeld" },
  { supplier: "Els-Marie Prins", note: "Els Marie kookte" },
  { supplier: "\u0130lknur I\u015f\u0131k", note: "ILKNUR ISIK" },
  { supplier: "Jan Zwart", note: "Jantje heeft geholpen" },
];

describe("an expense in public", () => {
  test("says of one to a private person what it was for, when and how much, and nothing anybody typed", () => {
    const [line] = publicExpenses([confirmed()]);
    expect(line).toEqual({
      id: id("exp"),
      amountCents: 25_00,
      spentOn: "2026-11-20",
      category: "material",
      description: "",
      status: "corrected",
      receiptSha256: "0".repeat(64),
      sameReceiptAs: id("exp"),
    });
  });

  test.each(spellings)("shows nothing of a note about $supplier, however the name is written: $note", (written) => {
    const typed = { note: written.note, overrideReason: written.note, correctionReason: written.note };
    const [line] = publicExpenses([confirmed({ supplier: written.supplier, ...typed })]);
    const words = written.note.split(" ").filter((word) => word.length > 3);
    for (const word of [written.supplier, ...words]) expect(JSON.stringify(line)).not.toContain(word);
    expect(publicNote(confirmed({ supplier: written.supplier, ...typed }))).toBe("");
  });

  test("shows no word of whatever is typed about a private person", () => {
    const letters = "\u00e9\u0131\u00df\u0142\u00f1".split("");
    const words = fc.array(fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 12 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, (typed) => {
        const note = typed.join(" ");
        const line = publicExpenses([confirmed({ supplier: note.slice(0, 100), note, overrideReason: note })]);
        for (const word of typed) expect(JSON.stringify(line)).not.toContain(word);
      }),
    );
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
