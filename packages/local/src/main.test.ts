import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort, isPortBusy, LOOPBACK } from "./ports.ts";

const main = join(import.meta.dirname, "main.ts");

describe("npm start", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("says where everything is, and %s leaves nothing of it", async (signal) => {
    const portal = start(await settings());
    const table = await portal.until("Ctrl-C stops everything.");
    expect(table).toMatch(/Hevel is ready after \d+\.\d seconds\./);
    expect(table).toContain(`http://localhost:${portal.port}/v1/openapi.json`);
    // Nothing has happened yet, so nobody has a seat; anybody can sign in, and so can staff.
    expect(table).not.toContain("bewoner.example");
    expect(table).toMatch(/council .* as staff/);

    const listening = [portal.port, portal.port + 1, portal.port + 2];
    expect(await Promise.all(listening.map(isPortBusy))).toEqual([true, true, true]);
    const engine = await enginePid(portal.child);
    expect(isAlive(engine)).toBe(true);

    expect(await portal.end(signal)).toBe(0);
    expect(await Promise.all(listening.map(isPortBusy))).toEqual([false, false, false]);
    expect(isAlive(engine)).toBe(false);
  });

  test("a second start from the same folder says where the first one is", async () => {
    const options = await settings();
    const first = start(options);
    await first.until("Ctrl-C stops everything.");
    const second = start({ ...options, port: await threeFreePorts() });
    expect(await second.ended).toBe(1);
    expect(second.seen()).toContain(`Hevel already runs from this folder, at http://localhost:${first.port}`);
    await first.end("SIGTERM");
  });

  test("a busy port is a sentence that says what to do, and nothing is left running", async () => {
    const options = await settings();
    const squatter = createServer().listen(options.port + 1, LOOPBACK);
    await once(squatter, "listening");
    onTestFinished(() => void squatter.close());
    const portal = start(options);
    expect(await portal.ended).toBe(1);
    expect(portal.seen()).toBe(
      `Port ${options.port + 1}, meant for the mailbox, is in use by another program. Stop that program, or choose another port with --port.\n`,
    );
    expect(await isPortBusy(options.port + 2)).toBe(false);
  });

  test("when the engine dies it says so, stops the rest and fails", async () => {
    const portal = start(await settings());
    await portal.until("Ctrl-C stops everything.");
    process.kill(await enginePid(portal.child), "SIGKILL");
    expect(await portal.ended).toBe(1);
    expect(portal.seen()).toMatch(/The database engine stopped by itself.*Run npm start again\./);
    expect(await isPortBusy(portal.port)).toBe(false);
  });

  test("a flag it does not know is told, with the usage", async () => {
    const portal = start(await settings(), "--hlep");
    expect(await portal.ended).toBe(1);
    expect(portal.seen()).toMatch(/Unknown option '--hlep'.*npm start -- \[--fresh\]/s);
  });
});

async function settings() {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-main-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, port: await threeFreePorts() };
}

async function threeFreePorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const busy = await Promise.all([port + 1, port + 2].map(isPortBusy));
    if (port < 65_000 && !busy.includes(true)) return port;
  }
}

function start({ dataDir, port }: { dataDir: string; port: number }, ...more: string[]) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, "--empty", "--port", String(port), ...more],
    {
      env: { ...process.env, HEVEL_DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    port,
    ended,
    seen: () => text,
    async until(words: string) {
      while (!text.includes(words)) {
        if (child.exitCode !== null) throw new Error(`It ended before it said "${words}":\n${text}`);
        await Promise.race([once(child.stdout, "data"), ended]);
      }
      return text;
    },
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

/** The engine is the child of the child: it runs behind a guard of its own. */
async function enginePid({ pid }: ChildProcess): Promise<number> {
  const ps = spawn("ps", ["-eo", "pid=,ppid=,comm="], { stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  ps.stdout.on("data", (chunk) => (text += chunk));
  await once(ps, "close");
  const rows = text
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  const childrenOf = (parent: string) => rows.filter(([, ppid]) => ppid === parent).map(([own = ""]) => own);
  const engine = childrenOf(String(pid))
    .flatMap(childrenOf)
    .find((own) => rows.some(([id, , name]) => id === own && name === "dynoxide"));
  return Number(engine);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
