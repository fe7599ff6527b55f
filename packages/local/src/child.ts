import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./start-error.ts";

/** A program that runs beside the portal. */
export type Child = {
  readonly pid: number;
  /** Resolves, with the last lines the program wrote, when it ends without having been asked to. */
  readonly died: Promise<string>;
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
  "kill $watch 2>/dev/null; wait $watch",
  "exit $code",
].join("\n");

/**
 * Starts a program in its own process group, so that Ctrl-C reaches us first and we stop it in order.
 * @throws StartError with `missing` when the program does not exist.
 */
export async function startChild(command: string, args: readonly string[], missing: string): Promise<Child> {
  const isWindows = process.platform === "win32";
  const child = isWindows
    ? spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], shell: command.endsWith(".cmd") })
    : spawn("/bin/sh", ["-c", WATCHDOG, "watchdog", command, ...args], {
        stdio: ["pipe", "pipe", "pipe"],
        detached: true,
      });
  const spawned = await Promise.race([once(child, "spawn").then(() => true), once(child, "error").then(() => false)]);
  if (!spawned || child.pid === undefined) throw new StartError(missing);
  return superviseChild(child, child.pid, isWindows);
}

function superviseChild(child: ChildProcess, pid: number, isWindows: boolean): Child {
  const lines: string[] = [];
  const keep = (chunk: Buffer) => {
    lines.push(...chunk.toString("utf8").split("\n").filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - LINES_KEPT));
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.stdin?.on("error", () => {});

  let stopping = false;
  let running = true;
  const exited = once(child, "exit").then(() => {
    running = false;
  });
  const died = new Promise<string>((resolve) => {
    exited.then(() => {
      if (!stopping) resolve(lines.join("\n"));
    });
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (isWindows) child.kill(name);
      else process.kill(-pid, name);
    } catch {
      // The group is gone already, which is what was asked.
    }
  };
  return {
    pid,
    died,
    isRunning: () => running,
    async stop() {
      stopping = true;
      signal("SIGTERM");
      await Promise.race([exited, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
      signal("SIGKILL");
      await exited;
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.stdin?.destroy();
    },
  };
}
