import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");

/**
 * The test files beside whatever differs from `main`, committed or not: those in the folder of a changed, new or removed source file. Paths
 * from the root. None in a clone without a `main`, or without git.
 */
export function testsBesideChanges(): readonly string[] {
  const sources = changedFiles().filter((file) => /^(packages\/[^/]+\/(src|test)|infra|tools)\/.*\.tsx?$/.test(file));
  const folders = new Set(sources.filter((file) => !file.startsWith("packages/e2e/")).map(dirname));
  return [...folders].flatMap(testsIn).toSorted();
}

function testsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(join(root, folder));
    return names.filter((name) => name.endsWith(".test.ts")).map((name) => `${folder}/${name}`);
  } catch {
    // The folder went with the file.
    return [];
  }
}

function changedFiles(): readonly string[] {
  try {
    const branchedAt = git("merge-base", "HEAD", "main").trim();
    const named = git("diff", "--name-only", branchedAt) + git("ls-files", "--others", "--exclude-standard");
    return named.split("\n").filter((file) => file !== "");
  } catch {
    return [];
  }
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
