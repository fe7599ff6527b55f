import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startChild } from "./child.ts";

test("a program that does not exist is told apart from one that fails", async () => {
  const missing = await startChild("/nowhere/dynoxide", []);
  expect((await missing.died).isMissing).toBe(true);
  const failing = await startChild(process.execPath, ["--eval", "console.error('no disk'); process.exit(3)"]);
  expect(await failing.died).toEqual({ isMissing: false, lastLines: ["no disk"] });
  expect(failing.isRunning()).toBe(false);
});

test("stop ends it and all it started, and death by stop is no death", async () => {
  const marker = `grandchild-${process.pid}`;
  const script = `
    const { spawn } = require("node:child_process");
    spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)", "${marker}"]);
    setInterval(() => {}, 1000);`;
  const child = await startChild(process.execPath, ["--eval", script]);
  let hasDied = false;
  void child.died.then(() => {
    hasDied = true;
  });
  while (!(await isRunning(marker))) await sleep(20);
  await child.stop();
  await child.stop();
  expect([child.isRunning(), hasDied]).toEqual([false, false]);
  while (await isRunning(marker)) await sleep(20);
});

test("ends with us, also when we are killed with no chance to clean up", async () => {
  const script = `
    import { startChild } from ${JSON.stringify(join(import.meta.dirname, "child.ts"))};
    await startChild(process.execPath, ["--eval", "setInterval(() => {}, 1000)", "marker-${process.pid}"]);
    console.log("started");
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void parent.kill("SIGKILL"));
  await once(parent.stdout, "data");
  expect(await isRunning(`marker-${process.pid}`)).toBe(true);

  parent.kill("SIGKILL");
  while (await isRunning(`marker-${process.pid}`)) await sleep(20);
});

async function isRunning(marker: string): Promise<boolean> {
  const ps = spawn("ps", ["-eo", "pid=,ppid=,args="], { stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  ps.stdout.on("data", (chunk) => {
    text += chunk;
  });
  await once(ps, "close");
  return text
    .split("\n")
    .some((row) => row.includes(marker) && !/startChild|spawn\(/.test(row) && !row.includes("<defunct>"));
}
