import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { portalEnvironment } from "./environment.ts";
import { type Gateway, startGateway } from "./gateway.ts";
import { type Parts, startParts } from "./parts.ts";
import { loadProduct } from "./product.ts";
import { type ScheduleTimer, startScheduleTimer } from "./schedule-timer.ts";
import { demoMunicipality } from "./seed/municipality.ts";
import { seedDemo } from "./seed/seed.ts";
import { demoStaff } from "./seed/staff.ts";
import { buildSite } from "./site/build-site.ts";
import { type StreamWorker, startStreamWorker } from "./stream-worker.ts";
import { openStream } from "./table.ts";

/** The whole portal, running. */
export type RunningPortal = {
  /** Of the site and the API: `http://localhost:PORT`. */
  readonly origin: string;
  readonly mailbox: string;
  readonly issuer: string;
  /** Where the data are, for who must look behind the API or let time pass. */
  readonly table: { readonly endpoint: string; readonly name: string };
  /** Resolves with a sentence when a part of it ends by itself. */
  readonly died: Promise<string>;
  /** Does now what time would do within a minute: letters left behind, terms that end. */
  runSchedule(): Promise<void>;
  /** Stops everything in order and resolves when nothing is left. Safe to call twice. */
  stop(): Promise<void>;
};

/** Where the portal receives staff back from their sign-in. */
const STAFF_REDIRECT_PATH = "/v1/staff-sign-in/callback";

/**
 * Starts the whole portal, seeded with the demo municipality, and resolves when it can be used. One portal per process.
 *
 * @throws StartError with a sentence for whoever started it; then nothing is left running.
 */
export async function startPortal(options: {
  dataDir: string;
  port: number;
  mailboxPort: number;
  identityPort: number;
  /** Whether something has happened in the municipality when it is put there; without it there are only settings. */
  story?: boolean;
  onError: (error: unknown) => void;
}): Promise<RunningPortal> {
  const { dataDir, port, story = false, onError } = options;
  const origin = `http://localhost:${port}`;
  const site = buildSite();
  // Awaited below; until then its failure must not count as unhandled.
  site.catch(() => {});
  const parts = await startParts({
    ...options,
    siteOrigin: origin,
    municipality: demoMunicipality.name,
    staff: demoStaff,
    staffRedirectUri: `${origin}${STAFF_REDIRECT_PATH}`,
    // Only what happens from now on is for the outbox; letters that the story leaves are found by the sweeper.
    streams: false,
  });
  const working: { stop(): Promise<void> }[] = [];
  const stop = stopOnce(working, parts);
  try {
    const { schedule } = await startWork({ parts, dataDir, port, story, origin, onError, site, working });
    return {
      origin,
      mailbox: parts.mailbox.endpoint,
      issuer: parts.identity.issuer,
      table: { endpoint: parts.engine.endpoint, name: parts.tableName },
      died: parts.engine.died,
      runSchedule: () => schedule.runNow(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startWork(given: {
  parts: Parts;
  dataDir: string;
  port: number;
  story: boolean;
  origin: string;
  onError: (error: unknown) => void;
  site: Promise<string>;
  working: { stop(): Promise<void> }[];
}): Promise<{ schedule: ScheduleTimer }> {
  const { parts, origin, onError, working } = given;
  const { endpoint } = parts.engine;
  const pepper = openPepper(given.dataDir);
  const { tableName, files, identity } = parts;
  await seedDemo({ endpoint, tableName, files, issuer: identity.issuer, pepper, story: given.story });
  const streamArn = await openStream({ endpoint, tableName });
  const product = await loadProduct(
    portalEnvironment(parts, {
      siteOrigin: origin,
      municipality: demoMunicipality.code,
      pepper,
    }),
  );
  const worker: StreamWorker = await startStreamWorker({
    endpoint,
    streamArn,
    handler: product.outbox,
    onError,
  });
  working.push(worker);
  const siteDir = await given.site;
  const gateway: Gateway = await startGateway({
    port: given.port,
    api: product.api,
    siteDir,
    uploads: parts.files.endpoint,
  });
  working.push(gateway);
  const schedule = startScheduleTimer({ handler: product.schedule, onError });
  working.push(schedule);
  return { schedule };
}

/** What is mixed into hashes: kept, or nobody could sign in again after a restart. */
function openPepper(dataDir: string): string {
  const file = join(dataDir, "pepper");
  if (existsSync(file)) return readFileSync(file, "utf8");
  const pepper = randomBytes(32).toString("base64");
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, pepper, { mode: 0o600 });
  return pepper;
}

/** First what makes work, then what works, then what work is done on. */
function stopOnce(working: readonly { stop(): Promise<void> }[], parts: Parts): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= (async () => {
      await Promise.allSettled(working.toReversed().map((part) => part.stop()));
      await parts.stop();
    })();
    return stopped;
  };
}
