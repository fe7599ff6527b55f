import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { isPortBusy } from "./ports.ts";
import { StartError } from "./start-error.ts";

/** The right to use a data folder; two engines on one file would spoil it. */
export type Claim = { release(): void };

/**
 * Claims the data folder for this process. A claim left behind by a process that is gone does not count.
 *
 * @throws StartError when another Hevel uses the folder.
 */
export async function claimDataDir(dataDir: string, port: number): Promise<Claim> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "running.json");
  if (existsSync(file)) {
    const holder: { pid: number; port: number } = JSON.parse(readFileSync(file, "utf8"));
    // Process numbers are used again, so the holder must also be at its port.
    if (isAlive(holder.pid) && (await isPortBusy(holder.port))) {
      throw new StartError(
        `Hevel already runs from this folder, at http://localhost:${holder.port} (process ${holder.pid}). ` +
          "Use that one, or stop it with Ctrl-C in its own terminal and try again.",
      );
    }
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }));
  return { release: () => rmSync(file, { force: true }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
