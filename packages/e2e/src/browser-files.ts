import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { makeOnce } from "@hevel/local";

/** A Chromium that can be started: its program, and what it must find in its environment. */
export type BrowserFiles = {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * Puts the Chromium from npm on disk, in a folder of this project that is named after its version, and resolves with where it is. Takes
 * five seconds once and nothing after that.
 *
 * The package unpacks into the system's temporary folder under fixed names, where two that begin at once would write the same files. So
 * it is done once, in a process whose temporary folder is one of ours.
 *
 * Undefined where the package has no program for this machine (it is for Linux on x64); a Chrome of the machine is used there.
 */
export async function prepareBrowserFiles(): Promise<BrowserFiles | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = await makeOnce("chromium", versionOfPackage(), unpack);
  return {
    executablePath: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

async function unpack(folder: string): Promise<void> {
  // The name of Lambda makes the package bring the system libraries along that a bare machine lacks.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  await promisify(execFile)(process.execPath, [import.meta.filename], { env });
  writeFileSync(join(folder, "fonts.conf"), fontSettings);
}

/** In place of the package's own, which name folders in the system's temporary folder. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

function versionOfPackage(): string {
  const manifest = findPackageJSON("@sparticuz/chromium", import.meta.url);
  if (manifest === undefined) throw new Error("@sparticuz/chromium is not installed.");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { default: packed } = await import("@sparticuz/chromium");
  await packed.executablePath();
}
