import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { StartError } from "./start-error.ts";

/** The right to use a data folder; two engines on one file would spoil it. */
export type Claim = { release(): Promise<void> };

/**
 * Claims the data folder for this process, for as long as it lives: the claim is a socket, which the system itself takes back when its
 * holder dies in whatever way.
 *
 * @throws StartError when another Hevel uses the folder.
 */
export async function claimDataDir(dataDir: string, port: number): Promise<Claim> {
  const path = socketPath(dataDir);
  const holder = await askHolder(path);
  if (holder !== undefined) {
    throw new StartError(
      `Hevel already runs from this folder, at http://localhost:${holder.port} (process ${holder.pid}). ` +
        "Use that one, or stop it with Ctrl-C in its own terminal and try again.",
    );
  }
  if (isFile) rmSync(path, { force: true });
  const server = createServer((socket) => socket.end(JSON.stringify({ pid: process.pid, port })));
  server.listen(path);
  await once(server, "listening");
  server.unref();
  return { release: () => close(server) };
}

/**
 * Not in the folder itself: the path of a socket may have some hundred characters, and a folder may be deep. Linux and Windows have
 * names for sockets that are no file; elsewhere it is a file in the temporary folder, which is the same for all programs of a user.
 */
function socketPath(dataDir: string): string {
  const name = `hevel-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return isFile ? join(tmpdir(), `${name}.sock`) : `\0${name}`;
}

const isFile = process.platform !== "win32" && process.platform !== "linux";

function askHolder(path: string): Promise<{ pid: number; port: number } | undefined> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(path);
    socket.on("error", () => resolve(undefined));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("end", () => resolve(JSON.parse(heard)));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
