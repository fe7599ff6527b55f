import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

/** A program that runs beside the portal. */
export type Child = {
  /** Resolves when it ends without having been asked to; `isMissing` when there was no such program to begin with. */
  readonly died: Promise<{ readonly lastLines: readonly string[]; readonly isMissing: boolean }>;
  /** The last lines it wrote to standard error so far. */
  said(): readonly string[];
  /** False once the program has ended. */
  isRunning(): boolean;
  /** Ends the program and everything it started; resolves when it is gone. Safe to call twice. */
  stop(): Promise<void>;
};

const STOP_GRACE_MS = 3_000;
const LINES_KEPT = 20;

/**
 * Runs the program until our end of its standard input closes. So it ends with us even when we are killed with
 * no chance to clean up, which a signal handler cannot promise.
 */
const WATCHDOG = [
  "exec 3<&0",
  '"$@" </dev/null 3<&- & program=$!',
  "(while read -r line <&3; do :; done; kill -TERM 0) & watch=$!",
  "exec 3<&-",
  "trap 'kill -TERM $program 2>/dev/null' TERM INT",
  "wait $program; code=$?",
  // A signal ends the first wait early; the program itself may take a moment more.
  "while kill -0 $program 2>/dev/null; do wait $program; code=$?; done",
  "{ kill $watch; wait $watch; } 2>/dev/null",
  "exit $code",
].join("\n");

/** What a shell reports for a program that is not there, or may not be run. */
const MISSING_CODES: readonly (number | null)[] = [126, 127];

/** Starts a program in its own process group, so that Ctrl-C reaches us first and we stop it in order. */
export async function startChild(command: string, args: readonly string[]): Promise<Child> {
  const isWindows = process.platform === "win32";
  const child = isWindows
    ? spawn(command, args, { stdio: ["pipe", "ignore", "pipe"], shell: command.endsWith(".cmd") })
    : spawn("/bin/sh", ["-c", WATCHDOG, "watchdog", command, ...args], {
        stdio: ["pipe", "ignore", "pipe"],
        detached: true,
      });
  await Promise.race([once(child, "spawn"), once(child, "error").catch(() => {})]);
  return superviseChild(child, isWindows);
}

function superviseChild(child: ChildProcess, isWindows: boolean): Child {
  const { pid } = child;
  const lines: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => {
    lines.push(...chunk.toString("utf8").split("\n").filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - LINES_KEPT));
  });
  child.stdin?.on("error", () => {});

  let stopping = false;
  let running = true;
  const exited = (pid === undefined ? Promise.resolve([127]) : once(child, "exit")).then(([code]) => {
    running = false;
    return code;
  });
  const died: Child["died"] = new Promise((resolve) => {
    exited.then((code) => {
      if (!stopping) resolve({ lastLines: lines, isMissing: MISSING_CODES.includes(code) });
    });
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (isWindows) child.kill(name);
      else if (pid !== undefined) process.kill(-pid, name);
    } catch {
      // The group is gone already, which is what was asked.
    }
  };
  return {
    died,
    said: () => lines,
    isRunning: () => running,
    async stop() {
      stopping = true;
      signal("SIGTERM");
      await Promise.race([exited, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
      signal("SIGKILL");
      await exited;
      child.stderr?.destroy();
      child.stdin?.destroy();
    },
  };
}
