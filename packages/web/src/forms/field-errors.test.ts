import { describe, expect, test } from "vitest";
import { countOf, gatherErrors } from "./field-errors.ts";

describe("what is wrong with a form", () => {
  test("is gathered all at once, in order", () => {
    const found = gatherErrors();
    found.text("title", "  ", 10, "Vul een titel in.");
    found.text("summary", "elf letters", 10, "Vul in.");
    found.email("email", "naam@");
    found.amount("amount", "0");
    found.date("day", "31-2-2026");
    found.count("people", "veel", 100, "Vul in.");
    expect(found.errors.map(({ field }) => field)).toEqual(["title", "summary", "email", "amount", "day", "people"]);
    expect(found.errors[4]?.message).toBe("31 februari bestaat niet.");
  });

  test("a text of exactly the longest length is right", () => {
    const found = gatherErrors();
    found.text("title", "tien tekens".slice(0, 10), 10, "Vul in.");
    found.optional("note", "", 10);
    expect(found.errors).toEqual([]);
  });
});

test("a text is measured and judged as the API does", () => {
  const found = gatherErrors();
  found.text("hidden", "\u3164", 10, "Vul in.");
  found.text("bicycles", "🚲".repeat(10), 10, "Vul in.");
  found.text("spoof", "Fem\u202eke", 10, "Vul in.");
  found.optional("pasted", "\u202aBuurt\thuis\u202c   ", 10);
  expect(found.errors.map(({ field }) => field)).toEqual(["hidden", "spoof"]);
});

test.each([
  ["0", 0],
  ["1250", 1250],
  ["1.250", 1250],
  ["0.500", undefined],
  ["007.500", undefined],
  [" 12 ", 12],
  ["1,5", undefined],
  ["-1", undefined],
  ["", undefined],
  ["\u200b1.200\u00a0", 1_200],
  ["１２", 12],
])("%j is read as %j people", (typed, count) => expect(countOf(typed)).toBe(count));
