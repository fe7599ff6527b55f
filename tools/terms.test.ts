import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** One Dutch word for each thing, as the glossary has it: what may not stand in a catalogue, and what stands there instead. */
const oneWord = [
  { not: /\bmijlpa(?:al|len)\b/i, but: "belofte" },
  { not: /\b(?:aan)?klik(?:t|ken)?\b/i, but: "druk op, of kies" },
  {
    not: /\b\w*bericht(?:en|je)?\b/i,
    but: "nieuws (van een onderneming) of mail (van ons)",
    // A formal message (Awb 2:13) is called what it is; in its own catalogues, where there is no other, by its short forms.
    except: {
      everywhere: /\bformee?le? bericht(?:en)?\b/gi,
      in: /\/formal\.ts$/,
      there: /\b(?:het|dit|uw|geen|ander|andere) bericht(?:en)?\b|^Berichten$/gi,
    },
  },
  { not: /\b(?:bestedingen?|besteed)\b/i, but: "uitgave, uitgegeven" },
  { not: /\b(?:middels|teneinde|indien|derhalve|u dient)\b/i, but: "een gewoon woord (B1)" },
  { not: /\b(?:elke|welke|deze) stap (?:heeft een datum|is gehaald)/i, but: "belofte" },
  // Afkeuren is a final no; terugsturen is back to who made it, to be mended (glossary: refuse, return).
  {
    not: /\bbesluit(?:en)?\b[^.]*\b(?:afgekeurd|afkeuren)\b|\bkeur(?:t|de)?\b[^.]*\bbesluit[^.]*\baf\b/i,
    but: "een besluit: terugsturen",
  },
  {
    not: /\bstuur(?:t|de)?\b[^.]*\b(?:uitgave|boeking)\b[^.]*\bterug\b|\b(?:uitgave|boeking)\b[^.]*\bterug(?:ge)?stu/i,
    but: "een uitgave of boeking: afkeuren",
  },
] as const satisfies readonly Rule[];

interface Rule {
  readonly not: RegExp;
  readonly but: string;
  /** What may stand everywhere, and what only in the files whose names fit. */
  readonly except?: { readonly everywhere: RegExp; readonly in: RegExp; readonly there: RegExp };
}

/** A literal without what the rule excepts. */
function held(file: string, text: string, { except }: Rule): string {
  if (except === undefined) return text;
  const rest = text.replace(except.everywhere, "");
  return except.in.test(file) ? rest.replace(except.there, "") : rest;
}

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

  const news = "packages/web/src/words/nl/proposals.ts";
  const formal = "packages/web/src/words/nl/formal.ts";
  test.each([
    ["Toon alle 3 berichten", news, "nieuws"],
    ["U meldt een nieuwsbericht.", news, "nieuws"],
    ["Uw bericht", news, "nieuws"],
    ["Plaats een bericht", formal, "nieuws"],
    ["Elke stap heeft een datum.", news, "belofte"],
    ["Stuur de boeking terug", news, "afkeuren"],
    ["De uitgave is teruggestuurd.", news, "afkeuren"],
    ["Keur het besluit af", news, "terugsturen"],
    ["Het besluit is afgekeurd.", news, "terugsturen"],
  ])("%s in %s is refused", (text, file, but) => {
    const broken = oneWord.filter((rule) => rule.not.test(held(file, text, rule)));
    expect(broken.map((rule) => rule.but)).toEqual([expect.stringContaining(but)]);
  });

  test.each([
    ["Beantwoord het formele bericht", news],
    ["Uw bericht aan de gemeente", formal],
    ["Het besluit is teruggestuurd.", news],
    ["Stuur de betaling terug", news],
    ["De uitgave is afgekeurd. De penningmeester krijgt een mail.", news],
    ["Een ander bestuurslid boekt de uitgave terug.", news],
  ])("%s in %s may stand", (text, file) => {
    expect(oneWord.filter((rule) => rule.not.test(held(file, text, rule)))).toEqual([]);
  });

  test("refuse and return each have their row in the glossary", () => {
    const glossary = readFileSync(join(root, "docs", "glossary.md"), "utf8");
    expect(glossary).toMatch(/^\| refuse \| afkeuren \|/m);
    expect(glossary).toMatch(/^\| return \| terugsturen \|/m);
  });

  test.each(oneWord)("are one word for one thing: $but", (rule) => {
    expect(
      literals
        .filter(({ file, text }) => rule.not.test(held(file, text, rule)))
        .map(({ file, text }) => `${file}: ${text}`),
    ).toEqual([]);
  });
});
