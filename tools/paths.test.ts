import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sitePaths } from "../packages/core/src/site-paths.ts";
import { paths } from "../packages/web/src/site/paths.ts";

const letters = Object.entries(sitePaths as unknown as Record<string, (...parts: string[]) => string>);
/** With what a letter fills in, and as little of it as a page can do with. */
const pages = new Set(
  Object.values(paths as unknown as Record<string, (...parts: (string | undefined)[]) => string>).flatMap((path) => [
    path("x", "x", "x"),
    path("x", "x"),
    // A letter names the kind of formal message it offers.
    path("bezwaar", "x", "x"),
  ]),
);

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
