import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "./child.ts";
import { freePort, isPortBusy, LOOPBACK } from "./ports.ts";
import { portBusySentence, StartError } from "./start-error.ts";

/** The version that is tested with the portal; the catalog pins the same one for Linux. */
const DYNOXIDE_VERSION = "1.2.1";
/** Long enough for `npx` to download the binary on a slow line; the binary itself is ready in well under a second. */
const READY_WITHIN_MS = 60_000;
const ATTEMPTS_ON_A_FREE_PORT = 3;

/** A running DynamoDB-compatible engine. */
export type Engine = {
  /** What an AWS SDK client takes as `endpoint`, for example `http://127.0.0.1:41234`. */
  readonly endpoint: string;
  /** Resolves with a sentence when the engine ends by itself; never when `stop()` ended it. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts the engine on the loopback address and resolves when it answers.
 *
 * - `dataDir`: folder for the SQLite file; without it all data are in memory.
 * - `port`: without it, a free one.
 * - the environment variable `DYNAMODB_ENDPOINT` (of DynamoDB itself) replaces the engine; then nothing is started.
 *
 * @throws StartError with a sentence when the program is missing, the port is busy or the engine ends at once.
 */
export async function startEngine(options: { dataDir?: string; port?: number } = {}): Promise<Engine> {
  const elsewhere = process.env["DYNAMODB_ENDPOINT"];
  if (elsewhere !== undefined && elsewhere !== "") {
    return { endpoint: elsewhere, died: new Promise(() => {}), stop: async () => {} };
  }
  if (options.port !== undefined && options.port !== 0) {
    if (await isPortBusy(options.port)) {
      throw new StartError(portBusySentence("the database engine", options.port, "--port or DYNAMODB_ENDPOINT"));
    }
    return launch(options.port, options.dataDir);
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(await freePort(), options.dataDir);
    } catch (error) {
      if (attempt === ATTEMPTS_ON_A_FREE_PORT) throw error;
    }
  }
}

async function launch(port: number, dataDir: string | undefined): Promise<Engine> {
  const { command, args, missing } = enginePath();
  const storage: string[] = [];
  if (dataDir !== undefined) {
    mkdirSync(dataDir, { recursive: true });
    storage.push("--db-path", join(dataDir, "dynamodb.sqlite"));
  }
  const child = await startChild(command, [...args, "serve", "--host", LOOPBACK, "--port", String(port), ...storage]);
  const endpoint = `http://${LOOPBACK}:${port}`;
  await waitUntilReady(child, endpoint, missing);
  return {
    endpoint,
    died: child.died.then(({ lastLines }) => {
      const reason = reasonIn(lastLines);
      return `The database engine stopped by itself${reason === "" ? "" : ` (${reason})`}. Run npm start again.`;
    }),
    stop: () => child.stop(),
  };
}

/** The installed binary where npm has one for this platform, else the package that carries it. */
function enginePath(): { command: string; args: string[]; missing: string } {
  const missing =
    "The database engine (Dynoxide) could not be started. Run npm start on a line to the npm registry once, " +
    "or set DYNAMODB_ENDPOINT to DynamoDB in AWS.";
  try {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return { command: join(manifest, "..", "dynoxide"), args: [], missing };
  } catch {
    const npx = process.platform === "win32" ? "npx.cmd" : "npx";
    return { command: npx, args: ["--yes", `dynoxide@${DYNOXIDE_VERSION}`], missing };
  }
}

async function waitUntilReady(child: Child, endpoint: string, missing: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let wait = 5; Date.now() < deadline; wait = Math.min(wait * 2, 200)) {
    if (!child.isRunning()) {
      const { isMissing, lastLines } = await child.died;
      await child.stop();
      throw new StartError(isMissing ? missing : `The database engine stopped at once: ${reasonIn(lastLines)}`);
    }
    // The greeting comes first: until then whoever answers there may be the engine of another run, which was faster.
    if (!child.said().some(isGreeting)) {
      await sleep(wait);
      continue;
    }
    try {
      const response = await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(wait);
  }
  await child.stop();
  throw new StartError(`The database engine did not answer within ${READY_WITHIN_MS / 1000} seconds. ${missing}`);
}

/** Said once it has the port. */
const isGreeting = (line: string) => line.startsWith("Dynoxide listening");

/** What the engine wrote, without its greeting. */
function reasonIn(lines: readonly string[]): string {
  return lines.filter((line) => !isGreeting(line)).join("; ");
}
