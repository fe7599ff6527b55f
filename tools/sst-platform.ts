import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const platformDir = join(root, ".sst", "platform");

/** The versions that SST looks for in its own folder before it unpacks anything; it downloads them from GitHub otherwise. */
const bunVersion = "1.2.1";
const pulumiVersion = "v3.215.0";

/** The platform could not be prepared; the message says what to do, in a sentence for the terminal. */
export class SstPlatformError extends Error {}

/**
 * The folder `.sst/platform`: SST's own components and the Pulumi packages they stand on, without which `sst.config.ts` and
 * `infra/` can be neither type-checked nor evaluated. `sst install` writes it, and comes from npm, but first wants a `bun` and
 * a `pulumi` binary from GitHub. Installing needs the first to fetch packages and only asks the second for its version, so it is
 * given a bun from npm and a script that answers with a version. Nobody's own SST installation is touched: the home is a
 * temporary one. Deploying uses the real ones.
 *
 * Takes seconds on a fresh clone and nothing after that.
 *
 * @throws SstPlatformError when it is not there and cannot be made.
 */
export function prepareSstPlatform(): string {
  const { dir: sst, version: wanted } = installedSst();
  if (isComplete(platformDir, wanted)) return platformDir;
  if (process.platform === "win32") {
    throw new SstPlatformError(
      "SST's platform cannot be prepared on Windows. Run the tests in WSL, or run `npx sst install` once.",
    );
  }
  mkdirSync(join(root, ".sst"), { recursive: true });
  // Beside its destination, so that moving it there is one rename: another run sees all of it or nothing.
  const workshop = mkdtempSync(join(root, ".sst", "install-"));
  try {
    installInto(workshop, sst);
    if (!isComplete(join(workshop, ".sst", "platform"), wanted)) {
      throw new SstPlatformError(
        "`sst install` ended well but left no complete .sst/platform. Is the npm registry reachable?",
      );
    }
    moveIntoPlace(workshop, wanted);
    return platformDir;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function installInto(workshop: string, sst: string) {
  const bin = join(workshop, "home", ".config", "sst", "bin");
  mkdirSync(bin, { recursive: true });
  // The registry, its keys and certificates are settings of this machine; bun reads them where npm does.
  const npmSettings = process.env["npm_config_userconfig"] ?? join(homedir(), ".npmrc");
  if (existsSync(npmSettings)) copyFileSync(npmSettings, join(workshop, "home", ".npmrc"));
  copyFileSync(findBun(workshop), join(bin, "bun"));
  writeFileSync(join(bin, "pulumi"), `#!/bin/sh\necho ${pulumiVersion}\n`);
  for (const name of ["bun", "pulumi"]) chmodSync(join(bin, name), 0o755);
  writeFileSync(join(workshop, "package.json"), '{ "type": "module" }\n');
  writeFileSync(
    join(workshop, "sst.config.ts"),
    'export default $config({ app: () => ({ name: "hevel", home: "aws" }), async run() {} });\n',
  );
  run("sst install", process.execPath, [join(sst, "bin", "sst.mjs"), "install", "--stage", "ci"], {
    cwd: workshop,
    env: {
      ...process.env,
      HOME: join(workshop, "home"),
      XDG_CONFIG_HOME: join(workshop, "home", ".config"),
      // It leaves its log there.
      TMPDIR: workshop,
      SST_TELEMETRY_DISABLED: "1",
    },
  });
}

/** Bun comes with the lockfile on Linux x64; elsewhere npm fetches the same version for this machine. */
function findBun(workshop: string): string {
  try {
    return join(require.resolve("@oven/bun-linux-x64/package.json"), "..", "bin", "bun");
  } catch {
    const prefix = join(workshop, "bun");
    mkdirSync(prefix);
    run(
      `npm install bun@${bunVersion}`,
      "npm",
      ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", prefix, `bun@${bunVersion}`],
      {
        cwd: prefix,
      },
    );
    return join(prefix, "node_modules", "bun", "bin", "bun");
  }
}

function run(
  name: string,
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (status === 0) return;
  const log = join(options.cwd, ".sst", "log", "sst.log");
  const lastLines = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-5) : [];
  const said = [`${stdout ?? ""}${stderr ?? ""}`.trim(), ...lastLines].filter((line) => line !== "").join("\n");
  throw new SstPlatformError(
    `SST's platform could not be installed: \`${name}\` ${error?.message ?? `ended with ${status}`}. ` +
      `It needs the npm registry once; is that reachable from this machine? It said:\n${said}`,
  );
}

function moveIntoPlace(workshop: string, wanted: string) {
  // Another run may have put its own in place meanwhile, and use it already; that one is as good.
  if (isComplete(platformDir, wanted)) return;
  rmSync(platformDir, { recursive: true, force: true });
  try {
    renameSync(join(workshop, ".sst", "platform"), platformDir);
    renameSync(join(workshop, ".sst", "provider-lock.json"), join(root, ".sst", "provider-lock.json"));
  } catch (error) {
    if (!isComplete(platformDir, wanted)) throw error;
  }
}

function isComplete(platform: string, version: string): boolean {
  const marks = [
    "config.d.ts",
    "src/components/index.ts",
    "node_modules/@pulumi/pulumi/package.json",
    "node_modules/@pulumi/aws/package.json",
  ];
  return readVersion(platform) === version && marks.every((mark) => existsSync(join(platform, mark)));
}

function readVersion(platform: string): string | undefined {
  const file = join(platform, "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

function installedSst(): { dir: string; version: string } {
  const dir = join(require.resolve("sst"), "..", "..");
  const manifest: unknown = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  if (
    typeof manifest !== "object" ||
    manifest === null ||
    !("version" in manifest) ||
    typeof manifest.version !== "string"
  ) {
    throw new SstPlatformError(`${dir} has no version. Remove node_modules and install again.`);
  }
  return { dir, version: manifest.version };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const started = performance.now();
    const platform = prepareSstPlatform();
    process.stdout.write(`${platform} is there (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    if (!(error instanceof SstPlatformError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
