import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptName } from "./receipt-name.ts";

const of = (supplier: string, amountCents = 12_50, isSupplierPerson = false) =>
  receiptName({ spentOn: "2026-11-21", supplier, isSupplierPerson, amountCents });

test.each([
  ["Praxis", 12_50, "bon-2026-11-21-praxis-12,50"],
  ["Café 't Hoekje B.V.", 5, "bon-2026-11-21-cafe-t-hoekje-b-v-0,05"],
  ["../../etc/passwd", 100_00, "bon-2026-11-21-etc-passwd-100,00"],
  ["中文", 1_00, "bon-2026-11-21-1,00"],
])("a receipt of %s over %s cents is called %s", (supplier, cents, name) => {
  expect(of(supplier, cents)).toBe(name);
});

test("a receipt of a private person has no name in it", () => {
  expect(of("Jan de Boer", 12_50, true)).toBe("bon-2026-11-21-12,50");
});

test("whatever a shop is called, the name is one a header and a disk can hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (supplier) => {
      expect(of(supplier)).toMatch(/^bon-2026-11-21-([a-z0-9]+(-[a-z0-9]+)*-)?12,50$/);
      expect(of(supplier).length).toBeLessThan(70);
    }),
  );
});
