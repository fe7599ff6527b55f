import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { cacheDir, repositoryDir } from "../paths.ts";
import { StartError } from "../start-error.ts";

const webDir = join(repositoryDir, "packages", "web");

/** Everything the site is made of; the API counts because the site's client is made from its types and paths. */
const sources = ["packages/web", "packages/api/src", "packages/tally/src", "pnpm-lock.yaml"];
const skipped = new Set(["node_modules", "dist", "test"]);

/**
 * Builds the site with Vite, unless what it is made of has not changed since the last time. Resolves with the folder of the built files.
 *
 * @throws StartError with Vite's own words when it does not build.
 */
export async function buildSite(): Promise<string> {
  const built = join(webDir, "dist");
  const stamp = join(cacheDir, "site.sha256");
  const digest = digestOf(sources.map((source) => join(repositoryDir, source)));
  const isFresh = existsSync(join(built, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
  if (isFresh) return built;
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: webDir }).catch(
    (error: Error & { stderr?: string }) => {
      throw new StartError(
        `The site could not be built. Mend what Vite says and run npm start again.\n${error.stderr || error.message}`,
      );
    },
  );
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(stamp, digest);
  return built;
}

function digestOf(paths: readonly string[]): string {
  const digest = createHash("sha256");
  for (const file of paths.flatMap(filesIn)) digest.update(relative(repositoryDir, file)).update(readFileSync(file));
  return digest.digest("hex");
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return path.endsWith(".test.ts") ? [] : [path];
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
