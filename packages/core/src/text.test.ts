import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { Email, line, parse, text, textInProgress, textOrEmpty } from "./index.ts";

const outcome = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? result.data : result.error.issues[0]?.message;
};

describe("a line", () => {
  test("is cleaned before it is measured", () => {
    expect(outcome(line(10), "\u202aBuurt\thuis\u202c \u200b")).toBe("Buurt huis");
    expect(outcome(line(10), "Buurt\r\nhuis")).toBe("Buurt huis");
  });

  test.each([
    ["\u3164", "required"],
    [undefined, "required"],
    ["🚲".repeat(10), "🚲".repeat(10)],
    ["🚲".repeat(11), "too-long"],
    ["Fem\u202eke", "characters"],
    ["Buurt \ud83d", "characters"],
    ["a\u0085b", "characters"],
  ])("%j: %j", (typed, expected) => expect(outcome(line(10), typed)).toBe(expected));

  test("that is too long says how long it may be", () => {
    expect(() => parse(line(3), "abcd")).toThrow(
      expect.objectContaining({ fields: [{ path: "", code: "too-long", limit: 3 }] }),
    );
  });
});

test("text keeps its line breaks, and may be empty where that is allowed", () => {
  expect(outcome(text(20), " een\u2028\r\ntwee\v")).toBe("een\n\ntwee");
  expect(outcome(textOrEmpty(20), "\u200b")).toBe("");
  expect(outcome(text(20), "\u200b")).toBe("required");
});

test("text in progress stays as typed, is counted as it will be, and is whole characters", () => {
  expect(outcome(textInProgress(3), " abc \u200b")).toBe(" abc \u200b");
  expect(outcome(textInProgress(3), "abcd")).toBe("too-long");
  expect(outcome(textInProgress(3), "a\ud83d")).toBe("characters");
});

test("an address stays as it was typed before the @, and is one spelling after it", () => {
  expect(outcome(Email, " Jan&Marie@Bücher.example ")).toBe("Jan&Marie@xn--bcher-kva.example");
  expect(outcome(Email, "jan@x-.nl")).toBe("email");
  expect(outcome(Email, "\u200b")).toBe("required");
});
