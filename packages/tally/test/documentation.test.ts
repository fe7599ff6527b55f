import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readArguments, rules } from "../src/cli/arguments.ts";
import { count } from "../src/count.ts";
import { formatAmount } from "../src/pb/amount.ts";
import { readPb } from "../src/pb/read.ts";

const folder = fileURLToPath(new URL("../../../docs/tally/", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every command of a page with the outcome that stands under it. */
function claims(page: string): { command: string; claim: string }[] {
  const found = readFileSync(`${folder}${page}`, "utf8").matchAll(/^npm run -s tally -- (.*)\n# (winners .*)$/gm);
  return [...found].map(([, command = "", claim = ""]) => ({ command, claim }));
}

const pages = ["nl", "en"].flatMap((language) =>
  readdirSync(`${folder}${language}`).map((name) => `${language}/${name}`),
);

describe("the pages about the rules", () => {
  test("exist for every rule, in Dutch and in English, and work the example", () => {
    for (const language of ["nl", "en"]) {
      for (const rule of rules) {
        expect(pages).toContain(`${language}/${rule}.md`);
        expect(claims(`${language}/${rule}.md`).length, `${language}/${rule}.md`).toBeGreaterThan(0);
      }
    }
    expect(pages.filter((page) => page.startsWith("nl/")).map((page) => page.slice(3))).toEqual(
      pages.filter((page) => page.startsWith("en/")).map((page) => page.slice(3)),
    );
  });

  test.each(pages.flatMap((page) => claims(page).map((entry) => ({ page, ...entry }))))(
    "$page: $command",
    ({ command, claim }) => {
      const request = readArguments(command.split(" "));
      if (request === "help") throw new Error("not a count");
      const outcome = count(readPb(readFileSync(`${root}${request.file}`)).election, request.parameters);
      const told = `winners ${outcome.winners.join(", ")}; cost ${formatAmount(outcome.totalCost)}`;
      const endowment = claim.includes("endowment") ? `; endowment ${outcome.endowment}` : "";
      expect(claim).toBe(`${told}${endowment}`);
    },
  );

  test.each(["README.md", ...pages])("%s links to pages that exist", (page) => {
    const directory = page.includes("/") ? page.slice(0, page.indexOf("/") + 1) : "";
    for (const [, target = ""] of readFileSync(`${folder}${page}`, "utf8").matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(`${folder}${directory}${target}`), `${page}: ${target}`).toBe(true);
    }
  });
});
