import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What `node tools/bootstrap.mjs -p EXPRESSION` prints. */
async function evaluated(expression: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["tools/bootstrap.mjs", "-p", expression], {
    cwd: root,
  });
  return stdout.trim();
}

test("scripts, and whatever they start by name, run on the Node of the catalog, which has long-term support", async () => {
  const [, pinned] =
    new RegExp(`^  node-(?:bin-)?${process.platform.replace("win32", "win")}-${process.arch}: (\\S+)$`, "m").exec(
      read("pnpm-workspace.yaml"),
    ) ?? [];
  const started = `require("child_process").execSync("node -p process.version", { encoding: "utf8" }).trim()`;
  expect(await evaluated(`[process.version, ${started}, process.release.lts].join()`)).toBe(
    `v${pinned},v${pinned},Krypton`,
  );
});

test("each package with Node stands in the lockfile with its bytes and its platform, and no package may run a script", () => {
  const lockfile = read("pnpm-lock.yaml");
  const names = [...read("tools/bootstrap.mjs").matchAll(/"(\w+) (\w+)": "(node-[\w-]+)"/g)];
  expect(names).toHaveLength(5);
  for (const [, os, cpu, name] of names) {
    const entry = new RegExp(
      `^  ${name}@24\\..*:\\n    resolution: {integrity: sha512-\\S+}\\n    cpu: \\[${cpu}\\]\\n    os: \\[${os}\\]$`,
      "m",
    );
    expect(lockfile).toMatch(entry);
  }
  const [, allowed = ""] = /^allowBuilds:\n((?: {2}.*\n)*)/m.exec(read("pnpm-workspace.yaml")) ?? [];
  expect(
    allowed
      .trim()
      .split("\n")
      .filter((line) => !line.endsWith(": false")),
  ).toEqual([]);
});
