import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, startEngine } from "./engine.ts";
import { type FileStore, startFileStore } from "./file-store.ts";
import { type IdentityProvider, startIdentityProvider } from "./identity/identity-provider.ts";
import type { StaffAccount } from "./identity/staff-account.ts";
import { type Mailbox, startMailbox } from "./mailbox.ts";
import { engineFile } from "./set-up/place.ts";
import { createTable } from "./table.ts";

/** Everything the portal needs from AWS and from the municipality, on this machine. */
export type Parts = {
  readonly engine: Engine;
  readonly tableName: string;
  readonly streamArn: string;
  readonly files: FileStore;
  readonly mailbox: Mailbox;
  readonly identity: IdentityProvider;
  /** Stops all of them, also when one fails to. */
  stop(): Promise<void>;
};

/**
 * Starts all parts at the same time. When one cannot start, the others are stopped again before the error is passed on.
 *
 * @throws StartError from the part that could not start.
 */
export async function startParts(options: {
  dataDir: string;
  siteOrigin: string;
  mailboxPort: number;
  identityPort: number;
  municipality: string;
  staff: readonly StaffAccount[];
  staffRedirectUri: string;
  /** Without it a new table has no stream yet; `openStream` gives it one. */
  streams?: boolean;
}): Promise<Parts> {
  const { dataDir, siteOrigin, streams = true } = options;
  mkdirSync(dataDir, { recursive: true });
  const started: { stop(): Promise<void> }[] = [];
  const keep = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const part = await starting;
    started.push(part);
    return part;
  };
  const stop = async () => {
    await Promise.allSettled(started.map((part) => part.stop()));
  };
  const starting = {
    table: keep(startEngine({ dataDir: join(dataDir, "table") })).then(async (engine) => ({
      engine,
      ...(await createTable({ endpoint: engine.endpoint, streams })),
    })),
    files: keep(startFileStore({ dataDir: join(dataDir, "files"), siteOrigin })),
    mailbox: keep(startMailbox({ dataDir: join(dataDir, "mailbox"), port: options.mailboxPort })),
    identity: keep(
      startIdentityProvider({
        dataDir: join(dataDir, "identity"),
        port: options.identityPort,
        municipality: options.municipality,
        accounts: options.staff,
        redirectUris: [options.staffRedirectUri],
      }),
    ),
  };
  await Promise.allSettled(Object.values(starting));
  try {
    const { engine, tableName, streamArn = "" } = await starting.table;
    const [files, mailbox, identity] = await Promise.all([starting.files, starting.mailbox, starting.identity]);
    // For whoever has something to do in this table while the portal runs (set-up/place.ts).
    writeFileSync(engineFile(dataDir), engine.endpoint);
    return { engine, tableName, streamArn, files, mailbox, identity, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
