import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followOn } from "./next-reference.ts";

describe("the next reference", () => {
  test.each([
    [["2026-0114"], "2026-0115"],
    [["VB-2026-0043", "VB-2026-0044", "VB-2026-0009"], "VB-2026-0045"],
    [["B-9"], "B-10"],
    [["B-099"], "B-100"],
    [["zaak 12", "2026-0999"], "zaak 13"],
    [["besluit over bomen", "B-4"], "B-5"],
    [["besluit over bomen"], undefined],
    [[], undefined],
  ])("after %j is %s", (references, expected) => expect(followOn(references)).toBe(expected));

  test("is never one that is in use in its series", () => {
    const number = fc.integer({ min: 0, max: 99_999 }).map((each) => `VB-${String(each).padStart(4, "0")}`);
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (used) => {
        expect(used).not.toContain(followOn(used));
      }),
    );
  });
});
