import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acts, categories, instrumentName, roles, themes } from "../packages/mail/src/letters/words.ts";

const root = join(import.meta.dirname, "..");

type Names = Readonly<Record<string, string>>;

// By a name made at run time: the site is written for a browser, whose types this folder does not have.
const { words, workList } = (await import(join(root, "packages/web/src/words/nl.ts"))) as {
  readonly words: Readonly<Record<"categories" | "themes" | "boardRoles" | "instruments", Names>>;
  readonly workList: { readonly acts: Names };
};

/** In a letter a name stands in the middle of a sentence. */
const inSentence = (names: Names) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name.toLowerCase()]));

describe("a letter and the site call a thing by one name", () => {
  test("tasks", () => expect(acts).toEqual(workList.acts));
  test("categories of money", () => expect(categories).toEqual(words.categories));
  test("themes", () => expect(themes).toEqual(inSentence(words.themes)));
  test("seats on a board", () => expect(inSentence(roles)).toEqual(inSentence(words.boardRoles)));
  test("instruments", () =>
    expect(
      inSentence(Object.fromEntries(Object.keys(words.instruments).map((key) => [key, instrumentName(key)]))),
    ).toEqual(inSentence(words.instruments)));
});

test("a dot between two things stays with the first of them, and never begins a line", () => {
  const loose = globSync("packages/web/src/**/*.{ts,tsx}", { cwd: root })
    .filter((file) => !/\.test\.tsx?$|style-guide/.test(file))
    .filter((file) => /(?<!nbsp;|u00a0|\u00a0)[ >] ?· /.test(readFileSync(join(root, file), "utf8")));
  expect(loose).toEqual([]);
});
