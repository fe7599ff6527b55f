import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fieldCodes } from "../packages/core/src/errors.ts";
import { refusals } from "../packages/web/src/words/nl/refusals.ts";

const root = join(import.meta.dirname, "..");

const sources = globSync("packages/{core,api}/src/**/*.ts", { cwd: root })
  .filter((file) => !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

/** The checks of zod that take what to say as their last argument. */
const check = /(?:\.(?:min|max|length|regex|refine|email|url)|z\.(?:string|int|number|iso\.\w+|email|url))\(/g;
const lastWord = /(?:^|,|error:)\s*"([a-z0-9-]+)",?\s*\}?\s*$/;
const said = /\bmessage: "([a-z0-9-]+)"/g;

/** The text between an opening parenthesis, just before `from`, and the one that closes it. */
function argumentsAt(text: string, from: number): string {
  let depth = 1;
  let end = from;
  for (; end < text.length && depth > 0; end++) {
    if (text[end] === "(") depth++;
    if (text[end] === ")") depth--;
  }
  return text.slice(from, end - 1);
}

function codesIn(text: string): readonly string[] {
  const inChecks = [...text.matchAll(check)].flatMap(
    (found) => lastWord.exec(argumentsAt(text, found.index + found[0].length))?.[1] ?? [],
  );
  return [...inChecks, ...[...text.matchAll(said)].flatMap(([, code]) => code ?? [])];
}

describe("what can be wrong with a field", () => {
  test("is found in the schemas", () => {
    const found = new Set(sources.flatMap(({ text }) => codesIn(text)));
    expect([...found]).toEqual(
      expect.arrayContaining([
        "required",
        "too-long",
        "kvk",
        "iban",
        "url",
        "score",
        "idempotency-key",
        "admin-needed",
      ]),
    );
  });

  test("is in the closed list, so that no schema says something nobody knows", () => {
    const known = new Set<string>(fieldCodes);
    const unknown = sources.flatMap(({ file, text }) =>
      codesIn(text)
        .filter((code) => !known.has(code))
        .map((code) => `${file}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  test.each(fieldCodes)("has a Dutch sentence of its own: %s", (code) => {
    expect(refusals.fields[code](3)).toMatch(/^[A-Z].*\.$/);
  });
});
