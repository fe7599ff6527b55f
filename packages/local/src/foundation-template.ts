import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { makeOnce } from "./cache.ts";
import { repositoryDir } from "./paths.ts";
import { StartError } from "./start-error.ts";

/** The part of a CloudFormation template that the local portal reads. */
export type FoundationTemplate = {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
};

/**
 * The template that production deploys, synthesised from `infra/`. Loading the CDK takes seconds, so it runs in a process
 * of its own and only when a file in `infra/` changed since the last time.
 *
 * @throws StartError when the template does not synthesise.
 */
export async function readFoundationTemplate(): Promise<FoundationTemplate> {
  const folder = await makeOnce("foundation", infraDigest(), async (unfinished) => {
    const { stdout } = await promisify(execFile)(process.execPath, [join("infra", "template-cli.ts")], {
      cwd: repositoryDir,
      maxBuffer: 16 * 1024 * 1024,
    }).catch((error: Error) => {
      throw new StartError(
        `The table's template could not be made from infra/foundation.ts. Run npm run infra:template to see why. (${error.message})`,
      );
    });
    writeFileSync(join(unfinished, "template.json"), stdout);
  });
  return JSON.parse(readFileSync(join(folder, "template.json"), "utf8"));
}

function infraDigest(): string {
  const digest = createHash("sha256");
  const folder = join(repositoryDir, "infra");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  for (const name of sources.sort()) digest.update(name).update(readFileSync(join(folder, name)));
  return digest.digest("hex").slice(0, 20);
}
