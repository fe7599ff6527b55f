import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sitePaths } from "../packages/core/src/site-paths.ts";
import { paths } from "../packages/web/src/site/paths.ts";

const letters = Object.entries(sitePaths as unknown as Record<string, (...parts: string[]) => string>);
const pages = new Set(Object.values(paths).map((path) => (path as (...parts: string[]) => string)("x", "x", "x")));

/** An address as a letter gives it, without its secret and its question. */
const pageOf = (address: string) => address.replace(/[#?].*$/, "");

test.each(letters)("the address of %s in a letter is a page of the site", (_, address) => {
  expect(pages).toContain(pageOf(address("x", "x", "x")));
});

test("letters that name an address by hand name a page of the site", () => {
  const sources = ["transfer/propose.ts", "expense/enter.ts"].map((file) =>
    readFileSync(join(import.meta.dirname, "..", "packages", "core", "src", file), "utf8"),
  );
  const named = sources.flatMap((source) =>
    [...source.matchAll(/`(\/[a-z/-]+)\$\{[^}]+\}`/g)].map(([, path]) => `${path}x`),
  );
  for (const path of named) expect(pages).toContain(path);
});
