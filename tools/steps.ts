import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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

/** What Vitest writes of a run; times in milliseconds. */
interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numFailedTestSuites?: number;
  readonly numPendingTests?: number;
  readonly testResults?: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/** As many as make it plain where the time goes. */
const SLOWEST_SHOWN = 10;

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

/** Runs a step and says how it went: a line with its time, its slowest files, and all it printed when it failed. */
export async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  const { code, output } = await runCommand(step);
  const processor = processorSecondsSinceLastAsked();
  const report = reportOf(step);
  const outcome = outcomeOf(step, code, report);
  const isGood = code === 0 && outcome.failed === 0;
  const facts = [
    `${((performance.now() - began) / 1000).toFixed(1)} s`,
    ...(processor === undefined ? [] : [`${processor.toFixed(1)} s of processor`]),
    ...(step.counts === undefined ? [] : [`${outcome.passed} tests`]),
  ];
  process.stdout.write(`${isGood ? "ok  " : "FAIL"} ${step.name} (${facts.join(", ")})\n`);
  for (const line of slowest(report)) process.stdout.write(`       ${line}\n`);
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
  const [, fields = ""] = /^.*\) (.*)$/s.exec(readFileSync("/proc/self/stat", "utf8")) ?? [];
  const [own, theirs] = fields.split(" ").slice(13, 15).map(Number);
  const total = ((own ?? 0) + (theirs ?? 0)) / 100;
  const since = total - counted;
  counted = total;
  return since;
}

function reportOf({ counts }: Step): Report | undefined {
  if (counts === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(counts, "utf8"));
  } catch {
    return undefined;
  }
}

function outcomeOf(step: Step, code: number, report: Report | undefined): Outcome {
  if (step.counts === undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed = 0, numPendingTests: skipped = 0 } = report;
  const failed = (report.numFailedTests ?? 0) + (report.numFailedTestSuites ?? 0);
  // A run that ended badly without a failed test (an unhandled error, say) is a failure all the same.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** The files that took longest, as lines to print. */
function slowest(report: Report | undefined): readonly string[] {
  return (report?.testResults ?? [])
    .map(({ name, startTime, endTime }) => ({ name: relative(process.cwd(), name), took: endTime - startTime }))
    .toSorted((one, other) => other.took - one.took)
    .slice(0, SLOWEST_SHOWN)
    .map(({ name, took }) => `${(took / 1000).toFixed(1).padStart(6)} s  ${name}`);
}

const nothing: Outcome = { passed: 0, failed: 0, skipped: 0 };

const add = (one: Outcome, other: Outcome): Outcome => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** Runs steps one after the other and adds up. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome> {
  let total = nothing;
  for (const step of steps) total = add(total, await runStep(step));
  return total;
}

/** Runs lanes of steps side by side and adds up: one program rarely keeps two processors at work. */
export async function runSideBySide(lanes: readonly (readonly Step[])[]): Promise<Outcome> {
  return (await Promise.all(lanes.map(runSteps))).reduce(add, nothing);
}

/** The closing line, and the exit code that belongs to it. */
export function conclude(...outcomes: readonly Outcome[]): void {
  const { passed, failed, skipped } = outcomes.reduce(add, nothing);
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
