import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, countCharacters, firstCharacters, hasRefused, textProblem } from "./typed.ts";

describe("what nobody sees", () => {
  test.each([
    ["a tab", "Buurt\thuis", "Buurt huis"],
    ["an old line break of Word", "Buurt\vhuis", "Buurt\nhuis"],
    ["a new page", "Buurt\fhuis", "Buurt\nhuis"],
    ["a line separator", "Buurt\u2028huis", "Buurt\nhuis"],
    ["a paragraph separator", "Buurt\u2029huis", "Buurt\nhuis"],
    ["Windows line endings", "een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"],
    ["an embedding, as Windows copies it", "\u202aBuurthuis\u202c", "Buurthuis"],
    ["an isolate", "\u2068Buurthuis\u2069 open", "Buurthuis open"],
    ["an override around it all", "\u202eBuurthuis", "Buurthuis"],
    ["a byte order mark", "\ufeffBuurthuis", "Buurthuis"],
    ["a zero-width space within a word", "Wijk\u200bkrant", "Wijkkrant"],
    ["a soft hyphen within a word", "Buurt\u00adhuis", "Buurthuis"],
    ["direction marks at the edges", "\u200eBuurthuis\u200f\u061c", "Buurthuis"],
    ["blanks of every kind at the edges", "\u00a0\u3000\u2800\u1160 Buurthuis\u2003\u3164\n", "Buurthuis"],
    ["a hidden message in tags", "Buurthuis\u{e0068}\u{e0069}", "Buurthuis"],
    ["a joiner that joins nothing", "\u200dBuurt\u200d \u200chuis\u200c", "Buurt huis"],
    ["a letter and its accent apart", "cafe\u0301", "caf\u00e9"],
  ])("%s", (_, typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
    expect(cleanLine(typed)).toBe(cleaned.replaceAll("\n", " "));
    expect(hasRefused(cleanText(typed))).toBe(false);
  });

  test.each([
    ["a family", "👩\u200d👩\u200d👧 wandelt"],
    ["a heart that is drawn in colour", "Wij ❤\ufe0f de buurt ❤\ufe0f"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["Persian with a non-joiner", "می\u200cخواهم"],
    ["a hand of some colour", "👍🏽"],
    ["Hebrew with a mark within", "שלום\u200f (welkom)"],
    ["Frisian", "Súdwest-Fryslân: de ‘mienskip’"],
  ])("stays where it is needed: %s", (_, typed) => {
    expect(cleanText(typed)).toBe(typed.normalize("NFC"));
    expect(textProblem(typed, 100)).toBeUndefined();
  });

  test.each([
    "\u200b",
    "\u00ad\u00ad",
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\u{e0001}",
    " \u200d\u200e\t\u2028",
    "\u202e",
    "",
  ])("%j is empty", (typed) => {
    expect(cleanText(typed)).toBe("");
    expect(textProblem(typed, 10)).toBe("required");
  });

  test.each([
    "a\u0000b",
    "a\u001bb",
    "a\u007fb",
    "a\u0085b",
    "a\u009fb",
    "a\u202eb",
    "a\u202db",
    "Buurt \ud83d",
    "\udc00a",
    "a\uffffb",
  ])("%j is refused", (typed) => expect(textProblem(typed, 10)).toBe("characters"));
});

test("a flag without an end, or with a whole message in it, is a flag only", () => {
  expect(cleanText("\u{1f3f4}\u{e0067}\u{e0062}x")).toBe("\u{1f3f4}x");
  expect(cleanText(`\u{1f3f4}${"\u{e0061}".repeat(7)}\u{e007f}`)).toBe("\u{1f3f4}");
});

test("characters are counted as people and JSON Schema count them: 60 bicycles are 60", () => {
  expect(countCharacters("🚲".repeat(60))).toBe(60);
  expect(textProblem("🚲".repeat(120), 120)).toBeUndefined();
  expect(textProblem("🚲".repeat(121), 120)).toBe("too-long");
  expect(textProblem("cafe\u0301", 4)).toBeUndefined();
  expect(textProblem(`${"a".repeat(4)}\u200b \t`, 4)).toBeUndefined();
});

/** Text made of what this file is about, most of it hidden. */
const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      " ",
      "\t",
      "\r",
      "\n",
      "\u2028",
      "\u00ad",
      "\u200b",
      "\u200c",
      "\u200d",
      "\u200e",
    ),
    fc.constantFrom(
      "\u202a",
      "\u202e",
      "\ufeff",
      "\u3164",
      "\u2800",
      "\ufe0f",
      "❤",
      "\u{1f3f4}",
      "\u{e0067}",
      "\u{e007f}",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test("cleaning twice changes nothing, and there is nothing hidden at the edges", () => {
  fc.assert(
    fc.property(awkward, (typed) => {
      const once = cleanText(typed);
      expect(cleanText(once)).toBe(once);
      expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
      expect(cleanLine(typed)).not.toMatch(/[\r\n\t\v\f\u2028\u2029\u202a-\u202c]/);
      expect(once.trim()).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test.each(["\u200e", "\u200d", "\u{e0061}", "\u{1f3f4}\u{e0061}", " \u200d", "\ufe0f", "\n"])(
  "a hundred thousand times %j takes no longer than reading it",
  (part) => {
    expect(cleanText(`a${part.repeat(100_000)}b`).startsWith("a")).toBe(true);
  },
);

describe("the beginning of a text", () => {
  test.each([
    ["what fits", "Bon van Praxis", 14, "Bon van Praxis"],
    ["one character too many", "Bon van Praxis", 13, "Bon van Praxi"],
    ["no half emoji", `${"a".repeat(399)}🚲`, 400, `${"a".repeat(399)}🚲`],
    ["no emoji that does not fit", `${"a".repeat(400)}🚲`, 400, "a".repeat(400)],
    ["no blank at its end", "Bon van Praxis", 4, "Bon"],
    ["no joiner that lost what it joined", "👩\u200d👧 wandelt", 2, "👩"],
    ["no flag without its end", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", 4, "\u{1f3f4}"],
    ["nothing", "Bon", 0, ""],
  ])("has %s", (_, typed, max, kept) => expect(firstCharacters(typed, max)).toBe(kept));

  test("is never longer than asked, is whole characters, and stays the same when it is cleaned or cut again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(70), (typed, max) => {
        const kept = firstCharacters(typed, max);
        expect(countCharacters(kept)).toBeLessThanOrEqual(max);
        expect(kept.isWellFormed()).toBe(true);
        expect([cleanText(kept), firstCharacters(kept, max)]).toEqual([kept, kept]);
        if (countCharacters(cleanText(typed)) <= max) expect(kept).toBe(cleanText(typed));
      }),
    );
  });
});
