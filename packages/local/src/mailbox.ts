import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Email } from "aws-ses-v2-local/dist/store.js";
import { freePort, isPortBusy, LOOPBACK } from "./ports.ts";
import { portBusySentence, StartError } from "./start-error.ts";

// CommonJS whose default export sits one level deeper for some loaders than for others; asked for plainly it is the same for all.
const load = createRequire(import.meta.url);
const { default: serveMailbox } = load("aws-ses-v2-local") as typeof import("aws-ses-v2-local");
const { getStoreReadonly, saveEmail } = load(
  "aws-ses-v2-local/dist/store.js",
) as typeof import("aws-ses-v2-local/dist/store.js");

/** A running stand-in for SES, with a page that shows every letter. */
export type Mailbox = {
  /** What an SES client takes as `endpoint`; in a browser, the mailbox page. */
  readonly endpoint: string;
  stop(): Promise<void>;
};

/** A letter as it arrived. */
export type ReceivedLetter = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** UTC, to the second: the mailbox knows no better. */
  readonly receivedAt: string;
};

/**
 * Starts the mailbox on the loopback address. It takes SES v1 SendEmail and SendRawEmail and SES v2 SendEmail (Simple and Raw),
 * and delivers nothing. One process has one store of letters, however many mailboxes it starts.
 *
 * - `port`: without it, a free one.
 * - `dataDir`: folder where `stop()` leaves the letters for the next start; without it they are gone.
 *
 * @throws StartError when the port is busy.
 */
export async function startMailbox(options: { port?: number; dataDir?: string } = {}): Promise<Mailbox> {
  const port = options.port ?? (await freePort());
  // The package reports a busy port as a success.
  if (await isPortBusy(port)) throw new StartError(portBusySentence("the mailbox", port, "--port"));
  const kept = options.dataDir === undefined ? undefined : join(options.dataDir, "letters.json");
  if (kept !== undefined && existsSync(kept)) {
    const letters: Email[] = JSON.parse(readFileSync(kept, "utf8"));
    for (const letter of letters) saveEmail(letter);
  }
  const server = await serveMailbox({ host: LOOPBACK, port });
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    async stop() {
      if (kept !== undefined) {
        mkdirSync(join(kept, ".."), { recursive: true });
        writeFileSync(kept, JSON.stringify(getStoreReadonly().emails));
      }
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The letters at a mailbox, oldest first; `to` and `subject` (a part of it) narrow them down. */
export async function readLetters(
  endpoint: string,
  wanted: { to?: string; subject?: string } = {},
): Promise<ReceivedLetter[]> {
  const response = await fetch(`${endpoint}/store`);
  const { emails } = (await response.json()) as { emails: Email[] };
  return emails
    .map(
      ({ messageId, from, destination, subject, body, at }): ReceivedLetter => ({
        id: messageId,
        from,
        to: destination.to,
        subject,
        text: body.text ?? "",
        html: body.html ?? "",
        receivedAt: new Date(at * 1_000).toISOString(),
      }),
    )
    .filter(
      (letter) =>
        (wanted.to === undefined || letter.to.some((address) => address.includes(wanted.to ?? ""))) &&
        (wanted.subject === undefined || letter.subject.includes(wanted.subject)),
    );
}

/**
 * The newest letter that fits, as soon as there is one that is not among `known` (ids of letters seen before).
 *
 * @throws Error naming what was waited for when none comes within `withinMs` (default 10 seconds).
 */
export async function awaitLetter(
  endpoint: string,
  wanted: { to: string; subject?: string; known?: ReadonlySet<string>; withinMs?: number },
): Promise<ReceivedLetter> {
  const { known = new Set(), withinMs = 10_000 } = wanted;
  const deadline = Date.now() + withinMs;
  for (;;) {
    const letter = (await readLetters(endpoint, wanted)).findLast(({ id }) => !known.has(id));
    if (letter !== undefined) return letter;
    if (Date.now() > deadline) {
      const about = wanted.subject === undefined ? "" : ` about "${wanted.subject}"`;
      throw new Error(`No letter to ${wanted.to}${about} came within ${withinMs / 1_000} seconds.`);
    }
    await sleep(100);
  }
}
