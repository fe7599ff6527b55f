import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headerValue, oneLine, shorten, subjectLine } from "./header.ts";

const family = "👨‍👩‍👧‍👦";
const england = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";

describe("a line of a header", () => {
  test.each([
    ["a soft hyphen", "Buurt\u00adtuin", "Buurttuin"],
    ["zero-width characters", "Bu\u200burt\u2060tu\ufeffin\u200c", "Buurttuin"],
    ["a joiner between Latin letters", "pay\u200dpal", "paypal"],
    ["direction marks", "\u202eabc\u202c \u2066def\u2069\u200f", "abc def"],
    ["fillers that look like nothing", "a\u3164b\u115fc", "abc"],
    ["line breaks of every kind", "een\r\ntwee\u2028drie\u0085vier\tvijf", "een twee drie vier vijf"],
    ["half a surrogate pair", "a\ud83db", "a\ufffdb"],
  ])("loses %s", (_what, words, expected) => {
    expect(oneLine(words)).toBe(expected);
  });

  test.each([
    ["an emoji of four people", family],
    ["a heart with its colour", "❤️‍🔥"],
    ["a waving hand with a skin", "👋🏽"],
    ["a flag", "🇳🇱"],
    ["a flag spelled in tags", england],
    ["a keycap", "1️⃣"],
    ["a Persian word with its joiner", "می‌خواهم"],
    ["a Hindi word with its joiner", "क्‍ष"],
    ["accents", "Súdwest-Fryslân"],
  ])("keeps %s", (_what, words) => {
    expect(oneLine(`x ${words} y`)).toBe(`x ${words} y`);
  });
});

describe("shortening", () => {
  test("keeps characters whole: what joins several is in or out", () => {
    const room = (before: number) => shorten(`${"a".repeat(before)}${family}bcdef`, 20);
    expect(room(8)).toBe(`${"a".repeat(8)}${family}…`);
    expect(room(9)).toBe(`${"a".repeat(9)}…`);
    expect(shorten("e\u0301".repeat(20), 10)).toBe(`${"e\u0301".repeat(4)}…`);
  });

  test("leaves alone what fits, at its boundary", () => {
    expect(shorten("a".repeat(150), 150)).toBe("a".repeat(150));
    expect(shorten("a".repeat(151), 150)).toBe(`${"a".repeat(149)}…`);
  });

  test("gives no more than asked and never half a character, whatever was typed", () => {
    const some = fc.string({
      unit: fc.constantFrom("a", " ", family, england, "é", "e\u0301", "🇳🇱", "😀"),
      maxLength: 80,
    });
    fc.assert(
      fc.property(some, (words) => {
        const subject = subjectLine(words);
        expect(subject.length).toBeLessThanOrEqual(150);
        expect(subject.isWellFormed()).toBe(true);
        const whole = new Set([family, england, "é", "e\u0301", "🇳🇱", "😀", "a", " ", "…"]);
        for (const { segment } of new Intl.Segmenter("nl").segment(subject)) expect(whole).toContain(segment);
      }),
    );
  });
});

describe("a folded header", () => {
  const encodedWords = (value: string) =>
    value.split("\r\n ").map((word) => Buffer.from(/^=\?UTF-8\?B\?([^?]+)\?=$/.exec(word)?.[1] ?? "", "base64"));

  test("holds whole characters in each encoded word, which is never too long", () => {
    const value = headerValue(`Buurtfeest ${family.repeat(8)} in de straat met de é`);
    for (const line of value.split("\r\n ")) expect(line.length).toBeLessThanOrEqual(75);
    const words = encodedWords(value).map((bytes) => bytes.toString());
    expect(words.join("")).toBe(`Buurtfeest ${family.repeat(8)} in de straat met de é`);
    for (const word of words) expect(word.startsWith("\u200d") || word.endsWith("\u200d")).toBe(false);
  });

  test("of plain words is broken at blanks, and reads back the same", () => {
    const words = "Ontvangen: een voorstel met een heel lange titel die niet op een enkele regel van een brief past";
    const lines = headerValue(words).split("\r\n ");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe(words);
    expect(headerValue("a".repeat(150))).toBe("a".repeat(150));
  });

  test("says literally what looks encoded already", () => {
    expect(encodedWords(headerValue("=?UTF-8?B?eA==?=")).join("")).toBe("=?UTF-8?B?eA==?=");
  });
});
