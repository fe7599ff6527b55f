import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FunctionFile } from "../packages/functions/build/bundle.ts";
import { ownNode } from "./own-node.ts";
import { secrets } from "./secrets.ts";
import { isPermanent, stage } from "./stage.ts";
import { files, table } from "./storage.ts";
import { municipalities, siteUrl } from "./web.ts";

/**
 * What every function of Hevel has in common. `install` names packages with native code that go beside the bundle, in the
 * version of the lockfile; a function without such packages does not carry them.
 */
export function lambda(file: FunctionFile, { install = [] }: { install?: readonly string[] } = {}) {
  return {
    handler: `packages/functions/src/${file}.handler`,
    runtime: "nodejs24.x",
    architecture: "arm64",
    logging: { retention: isPermanent ? "1 year" : "1 month", format: "json" },
    nodejs: {
      format: "esm",
      install: Object.fromEntries(install.map((name) => [name, catalogVersion(name)])),
    },
    // SST's bundle gives way to our own (packages/functions/build): SST has no way to leave names out, which costs every cold start.
    hook: { postbuild: async (folder: string) => bundleAnew(file, folder) },
  } satisfies Partial<sst.aws.FunctionArgs>;
}

/** What every function is told (packages/functions/src/composition.ts reads it). */
export const environment = {
  HEVEL_TABLE: table.properties.name,
  HEVEL_BUCKET: files.properties.name,
  HEVEL_SITE_URL: siteUrl,
  HEVEL_MUNICIPALITIES: municipalities,
  HEVEL_MAIL_FROM: stage.mailFrom,
  HEVEL_PEPPER: secrets.pepper.value,
};

/** In a process of its own: esbuild comes in the version of the lockfile, not in that of the program that SST runs. */
function bundleAnew(file: FunctionFile, folder: string): void {
  const { root } = $cli.paths;
  execFileSync(ownNode(root), [join(root, "packages", "functions", "build", "bundle-cli.ts"), file, folder], {
    cwd: root,
    stdio: "inherit",
  });
}

function catalogVersion(name: string): string {
  const workspace = readFileSync(join($cli.paths.root, "pnpm-workspace.yaml"), "utf8");
  const version = new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m").exec(workspace)?.[1];
  if (version === undefined) throw new Error(`${name} has no version in the catalog of pnpm-workspace.yaml.`);
  return version;
}
