import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { makeOnce } from "../cache.ts";
import { repositoryDir } from "../paths.ts";
import { StartError } from "../start-error.ts";

const webDir = join(repositoryDir, "packages", "web");

/** Everything the site is made of; the API counts because the site's client is made from its types and paths. */
const sources = ["packages/web", "packages/api/src", "packages/tally/src", "pnpm-lock.yaml"];
const skipped = new Set(["node_modules", "dist", "test"]);

/**
 * Builds the site with Vite, unless it was built from the same sources before. Resolves with the folder of the built files, which is named
 * after what it was made of and never changes; so two that build or serve at the same time are not in each other's way.
 *
 * @throws StartError with Vite's own words when it does not build.
 */
export function buildSite(): Promise<string> {
  const digest = digestOf(sources.map((source) => join(repositoryDir, source)));
  return makeOnce("site", digest, async (folder) => {
    const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
    const args = [vite, "build", "--logLevel", "error", "--outDir", folder, "--emptyOutDir"];
    await promisify(execFile)(process.execPath, args, {
      cwd: webDir,
      env: { ...process.env, VITE_STYLE_GUIDE: "1" },
    }).catch((error: Error & { stderr?: string }) => {
      throw new StartError(
        `The site could not be built. Mend what Vite says and run npm start again.\n${error.stderr || error.message}`,
      );
    });
  });
}

function digestOf(paths: readonly string[]): string {
  const digest = createHash("sha256");
  for (const file of paths.flatMap(filesIn)) digest.update(relative(repositoryDir, file)).update(readFileSync(file));
  return digest.digest("hex").slice(0, 20);
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return path.endsWith(".test.ts") ? [] : [path];
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
