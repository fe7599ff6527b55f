import { readFileSync } from "node:fs";
import { join } from "node:path";
import { secrets } from "./secrets.ts";
import { isPermanent, stage } from "./stage.ts";
import { files, table } from "./storage.ts";
import { municipalities, siteUrl } from "./web.ts";

/** What every function of Hevel has in common. */
export const lambda = {
  runtime: "nodejs24.x",
  architecture: "arm64",
  logging: { retention: isPermanent ? "1 year" : "1 month", format: "json" },
  nodejs: {
    format: "esm",
    minify: true,
    // What is imported on demand (cleaning pictures) is loaded on demand.
    splitting: true,
    // Native code: installed for Lambda beside the bundle, in the version of the lockfile.
    install: { sharp: catalogVersion("sharp") },
  },
} satisfies Partial<sst.aws.FunctionArgs>;

/** What every function is told (packages/functions/src/composition.ts reads it). */
export const environment = {
  HEVEL_TABLE: table.properties.name,
  HEVEL_BUCKET: files.properties.name,
  HEVEL_SITE_URL: siteUrl,
  HEVEL_MUNICIPALITIES: municipalities,
  HEVEL_MAIL_FROM: stage.mailFrom,
  HEVEL_PEPPER: secrets.pepper.value,
  NODE_OPTIONS: "--enable-source-maps",
};

function catalogVersion(name: string): string {
  const workspace = readFileSync(join($cli.paths.root, "pnpm-workspace.yaml"), "utf8");
  const version = new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m").exec(workspace)?.[1];
  if (version === undefined) throw new Error(`${name} has no version in the catalog of pnpm-workspace.yaml.`);
  return version;
}
