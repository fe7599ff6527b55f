import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { prepareSstPlatform } from "./sst-platform.ts";

const root = join(import.meta.dirname, "..");

/** What `tsc` says about `infra/` and `sst.config.ts`. */
export type InfraTypes = { readonly ok: boolean; readonly output: string };

/**
 * Type-checks `infra/` and `sst.config.ts` against SST's own sources. SST ships those as TypeScript and they do not pass our
 * settings (nor quite their own), so only what is said about files outside `.sst/` counts.
 *
 * @throws SstPlatformError when those sources are not there and cannot be fetched.
 */
export async function typecheckInfra(): Promise<InfraTypes> {
  prepareSstPlatform();
  const { status, output } = await tsc(["-p", "infra", "--pretty", "false"]);
  const diagnostics = output.split(/\n(?! )/).filter((diagnostic) => diagnostic.trim() !== "");
  // Packages that are imported here are checked by themselves, under settings of their own.
  const ours = diagnostics.filter((diagnostic) => !/^(\.sst|packages)\//.test(diagnostic));
  // A compiler that could not run at all says nothing about any file.
  const ran = status === 0 || diagnostics.length > 0;
  return { ok: ran && ours.length === 0, output: ran ? ours.join("\n") : `tsc ended with ${status} and said nothing.` };
}

function tsc(args: readonly string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "node_modules", "typescript", "bin", "tsc"), ...args],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ status, output: `${stdout}${stderr}` });
      },
    );
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { ok, output } = await typecheckInfra();
  if (output !== "") process.stderr.write(`${output}\n`);
  process.exitCode = ok ? 0 : 1;
}
