import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const own = (file: string) => file !== "tools/tidy.test.ts";

describe("the house", () => {
  test("has no rooms without a noun", () => {
    const nameless = new Set(["utils", "helpers", "common", "shared", "types", "services", "misc", "lib"]);
    expect(files.filter((file) => file.split("/").some((part) => nameless.has(part)))).toEqual([]);
    expect(files.filter((file) => nameless.has(basename(file).replace(/\..*$/, "")))).toEqual([]);
  });

  test("has at most nine configuration files at its root", () => {
    const config = files.filter((file) => !file.includes("/") && /\.(json|ts|ya?ml|toml|js|mjs)$/.test(file));
    expect(config.length, config.join(" ")).toBeLessThanOrEqual(9);
  });

  test("has files of at most 400 lines, and 19 in 20 of at most 250", () => {
    const lengths = sources.map((file) => ({ file, lines: read(file).split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(250);
  });

  test("cuts the words of people between characters only: by firstCharacters, never by slice", () => {
    // A slice is for dates, codes and hashes: up to ten units of a text, or any part of a list.
    const cut =
      /\.(?:substring|substr|charAt)\(|\.split\(""\)|\.slice\([^()]*,\s*(?:\d{2,}|limits\.(?:\w*Length\w*|[a-z]+(?!\w))|\w*[lL]ength\b)[^()]*\)/g;
    const plain = new Set([".slice(0, 10)", "pairs.slice(0, 26)"]);
    /** Texts of our own making, in which every character is one unit. */
    const ours: Readonly<Record<string, string>> = {
      "packages/core/src/file/receipt-name.ts": "letters and digits of ASCII",
      "packages/core/src/follow/follow-id.ts": "a list",
      "packages/core/src/update/fan-out.ts": "an id",
    };
    const shipped = sources.filter((file) =>
      /^packages\/(core|store|mail|api|web|functions)\/src\/(?!.*\.test\.)/.test(file),
    );
    const found = shipped.flatMap((file) =>
      [...read(file).matchAll(cut)].filter(([call]) => !plain.has(call)).map(([call]) => ({ file, call })),
    );
    expect(found.filter(({ file }) => !(file in ours))).toEqual([]);
    expect(Object.keys(ours).filter((file) => !found.some((one) => one.file === file))).toEqual([]);
  });

  test("leaves nothing for later", () => {
    const markers = /\b(TODO|FIXME|XXX)\b/;
    expect(sources.filter(own).filter((file) => markers.test(read(file)))).toEqual([]);
  });

  test("switches no test and no type check off", () => {
    const off = /\b(test|it|describe)\.(only|todo|skip)\(|@ts-(ignore|nocheck|expect-error)/;
    expect(sources.filter(own).filter((file) => off.test(read(file)))).toEqual([]);
  });
});

describe("the documentation", () => {
  const pages = files.filter((file) => file.endsWith(".md"));

  test("links to pages that exist", () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, target = ""]) => ({ page, target }))
        .filter(({ target }) => !existsSync(resolve(root, dirname(page), target))),
    );
    expect(broken).toEqual([]);
  });

  test("numbers its decisions without gap or repeat", () => {
    const numbers = files
      .filter((file) => /^docs\/decisions\/\d{4}-/.test(file))
      .map((file) => Number(basename(file).slice(0, 4)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test("gives every run-time dependency its reason", () => {
    const reasons = read("docs/decisions/0003-run-time-dependencies.md");
    const manifests = files.filter((file) => /^packages\/(?!e2e)[^/]+\/package\.json$/.test(file)).map(read);
    const names = manifests.flatMap((text) =>
      Object.keys((JSON.parse(text) as { dependencies?: object }).dependencies ?? {}),
    );
    const outside = [...new Set(names)].filter((name) => !name.startsWith("@hevel/"));
    const isNamed = (name: string) =>
      reasons.includes(name) ||
      reasons.includes(name.replace(/^(@[^/]+)\/.*$/, "$1/*")) ||
      reasons.includes(name.split("/")[1] ?? "-");
    expect(outside.filter((name) => !isNamed(name))).toEqual([]);
  });
});
