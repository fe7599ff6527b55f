import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Every part listens here and nowhere else: nothing of the local portal is reachable from another machine. */
export const LOOPBACK = "127.0.0.1";

/**
 * Below the ports that systems take for outgoing connections (Linux from 32768, others from 49152): a port of theirs that is free
 * now may be the near end of somebody's connection a moment later.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_767;

const given = new Set<number>();

/**
 * A port on the loopback address that was free a moment ago, and that this process was not given before. Drawn at random, so that two
 * runs that look at the same moment do not find the same one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (given.has(port) || (await isPortBusy(port))) continue;
    given.add(port);
    return port;
  }
}

/** True when something already listens on this port of the loopback address. */
export function isPortBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(true));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(false)));
  });
}
