import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const manual = readFileSync(join(root, "docs", "operating.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("every command of the operating manual is a script of this repository", () => {
  const commands = [...manual.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name]) => name);
  expect(commands).toContain("sst");
  expect([...new Set(commands)].filter((name) => !(name !== undefined && name in scripts))).toEqual([]);
});

test("secrets reach SST through standard input: an argument that begins with dashes is a flag, and a shell keeps arguments", () => {
  const lines = manual.split("\n").filter((line) => line.includes("secret set"));
  const declared = [...readFileSync(join(root, "infra", "secrets.ts"), "utf8").matchAll(/sst\.Secret\("(\w+)"/g)];
  expect(declared.length).toBeGreaterThan(1);
  for (const [, name] of declared) {
    const [line, ...others] = lines.filter((one) => one.includes(`secret set ${name} `));
    expect([name, others]).toEqual([name, []]);
    expect(line).toMatch(new RegExp(`(\\| npm run -s sst -- secret set ${name} --stage STAGE|--stage STAGE < \\S+)$`));
  }
});
