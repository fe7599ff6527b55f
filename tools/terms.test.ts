import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** One Dutch word for each thing, as the glossary has it: what may not stand in a catalogue, and what stands there instead. */
const oneWord = [
  { not: /\bmijlpa(?:al|len)\b/i, but: "belofte" },
  { not: /\b(?:aan)?klik(?:t|ken)?\b/i, but: "druk op, of kies" },
  { not: /\bbericht(?:en|je)?\b/i, but: "nieuws (van een onderneming) of mail (van ons)" },
  { not: /\b(?:bestedingen?|besteed)\b/i, but: "uitgave, uitgegeven" },
  { not: /\b(?:middels|teneinde|indien|derhalve|u dient)\b/i, but: "een gewoon woord (B1)" },
] as const;

/** What people read, out of the catalogues: the literals, without the names and comments of the code around them. */
const literals = ["packages/web/src/words/nl/*.ts", "packages/mail/src/**/*.ts"]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !/\.test\.ts$|sample-letters|style-guide/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
      ([, plain, filled]) => ({
        file,
        text: (plain ?? filled ?? "").replace(/\$\{[^}]*\}/g, " "),
      }),
    ),
  )
  .filter(({ text }) => /\s/.test(text) || /^[A-Z]/.test(text));

describe("the words of the site and of the letters", () => {
  test("are found", () => {
    expect(literals.length).toBeGreaterThan(1_000);
    expect(literals.some(({ text }) => text.includes("belofte"))).toBe(true);
  });

  test.each(oneWord)("are one word for one thing: $but", ({ not }) => {
    expect(literals.filter(({ text }) => not.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });
});
