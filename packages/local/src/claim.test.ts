import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { claimDataDir } from "./claim.ts";

let folders = 0;
const folder = () => `/nowhere/hevel-claim-test-${process.pid}-${folders++}`;

test("refuses a folder that a running Hevel uses, and says where that one is", async () => {
  const dataDir = folder();
  const claim = await claimDataDir(dataDir, 4180);
  onTestFinished(() => claim.release());
  await expect(claimDataDir(dataDir, 4190)).rejects.toThrow(
    `Hevel already runs from this folder, at http://localhost:4180 (process ${process.pid}).`,
  );
});

test("leaves another folder alone", async () => {
  const claims = [await claimDataDir(folder(), 4180), await claimDataDir(folder(), 4180)];
  await Promise.all(claims.map((claim) => claim.release()));
});

test("can be claimed again once released", async () => {
  const dataDir = folder();
  await (await claimDataDir(dataDir, 4180)).release();
  await (await claimDataDir(dataDir, 4180)).release();
});

test("holds for a process with another temporary folder too", async () => {
  const dataDir = folder();
  const claim = await claimDataDir(dataDir, 4180);
  onTestFinished(() => claim.release());
  const { TMPDIR } = process.env;
  onTestFinished(() => {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  });
  process.env["TMPDIR"] = "/nowhere";
  await expect(claimDataDir(dataDir, 4190)).rejects.toThrow("Hevel already runs from this folder");
});

test("takes over from a process that was killed", async () => {
  const dataDir = folder();
  const script = `
    import { claimDataDir } from ${JSON.stringify(join(import.meta.dirname, "claim.ts"))};
    await claimDataDir(${JSON.stringify(dataDir)}, 4180);
    console.log("claimed");
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  await once(holder.stdout, "data");
  await expect(claimDataDir(dataDir, 4181)).rejects.toThrow(`(process ${holder.pid})`);

  holder.kill("SIGKILL");
  await once(holder, "exit");
  await (await claimDataDir(dataDir, 4181)).release();
});
