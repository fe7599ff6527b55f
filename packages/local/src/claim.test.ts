import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { claimDataDir } from "./claim.ts";
import { freePort, LOOPBACK } from "./ports.ts";

test("refuses a folder that a running Hevel uses, and says where that one is", async () => {
  const dataDir = folder();
  const port = await listen();
  await claimDataDir(dataDir, port);
  await expect(claimDataDir(dataDir, port)).rejects.toThrow(
    `Hevel already runs from this folder, at http://localhost:${port} (process ${process.pid}).`,
  );
});

test("takes over from a process that is gone, or that no longer listens", async () => {
  const dataDir = folder();
  const port = await listen();
  writeFileSync(join(dataDir, "running.json"), JSON.stringify({ pid: 2 ** 22 + 1, port }));
  await claimDataDir(dataDir, await freePort());
  await expect(claimDataDir(dataDir, port)).resolves.toBeDefined();
});

test("can be claimed again once released", async () => {
  const dataDir = folder();
  const port = await listen();
  const claim = await claimDataDir(dataDir, port);
  claim.release();
  await expect(claimDataDir(dataDir, port)).resolves.toBeDefined();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "hevel-claim-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function listen(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
