import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** One thing that is checked: a command that ends with 0, and how many tests it counts for. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Vitest writes its counts here; a step without counts is one check by itself. */
  readonly counts?: string;
  /** What the command finds in its environment besides ours. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What came of a step. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Where test runners leave their counts; removed by `cleanUp`. */
const folder = mkdtempSync(join(tmpdir(), "hevel-counts-"));

/** Removes what the steps left outside the project. */
export function cleanUp(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A step that runs Vitest and counts its tests. */
export function vitestStep(name: string, ...args: readonly string[]): Step {
  const counts = join(folder, `${name.replaceAll(" ", "-")}.json`);
  return {
    name,
    counts,
    command: ["vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${counts}`, ...args],
  };
}

/** Runs a step's command and keeps what it prints. */
function runCommand({ command, environment = {} }: Step): Promise<{ code: number; output: string }> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: "0", ...environment };
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a step and says how it went in one line; all it printed when it failed. */
export async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  const { code, output } = await runCommand(step);
  const processor = processorSecondsSinceLastAsked();
  const outcome = code === 0 || step.counts !== undefined ? countsOf(step, code) : { passed: 0, failed: 1, skipped: 0 };
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s${processor === undefined ? "" : `, ${processor.toFixed(1)} s of processor`}`;
  const isGood = code === 0 && outcome.failed === 0;
  const tests = step.counts === undefined ? "" : `, ${outcome.passed} tests`;
  process.stdout.write(`${isGood ? "ok  " : "FAIL"} ${step.name} (${seconds}${tests})\n`);
  if (!isGood) process.stdout.write(`${output}\n`);
  return outcome;
}

let counted = 0;

/**
 * The processor time, in seconds, of all commands that ended since the last time this was asked: on a machine that does other work too it says
 * more than the clock. Linux only: nothing else tells a program of its children.
 */
function processorSecondsSinceLastAsked(): number | undefined {
  if (process.platform !== "linux") return undefined;
  // Fields 16 and 17 of proc_pid_stat(5), in hundredths of a second; what is before the bracket may hold spaces.
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const total = (Number(fields[13]) + Number(fields[14])) / 100;
  const since = total - counted;
  counted = total;
  return since;
}

function countsOf(step: Step, code: number): Outcome {
  if (step.counts === undefined) return { passed: 1, failed: 0, skipped: 0 };
  try {
    const report = JSON.parse(readFileSync(step.counts, "utf8")) as Record<string, number>;
    const passed = report["numPassedTests"] ?? 0;
    const failed = (report["numFailedTests"] ?? 0) + (report["numFailedTestSuites"] ?? 0);
    const skipped = report["numPendingTests"] ?? 0;
    // A run that ended badly without a failed test (an unhandled error, say) is a failure all the same.
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs steps one after the other and adds up. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome> {
  let total: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    const { passed, failed, skipped } = await runStep(step);
    total = { passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped };
  }
  return total;
}

/** The closing line, and the exit code that belongs to it. */
export function conclude({ passed, failed, skipped }: Outcome): void {
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
