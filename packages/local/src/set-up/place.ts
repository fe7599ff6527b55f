import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { MunicipalityCode, Store } from "@hevel/core";
import { createDocumentClient, createStore } from "@hevel/store";
import { localCredentials, REGION } from "../aws.ts";
import { claimDataDir } from "../claim.ts";
import { startEngine } from "../engine.ts";
import { createTable } from "../table.ts";

/** Where settings are kept: a table, until it is closed. */
export interface Place {
  /** For the person at the terminal. */
  readonly name: string;
  storeOf(municipality: MunicipalityCode): Store;
  close(): Promise<void>;
}

/** The table of a stage in AWS, with whatever rights the person at the terminal has there. */
export function openStage(table: string): Place {
  const region = process.env["HEVEL_AWS_REGION"] ?? "eu-central-1";
  const client = createDocumentClient({ region });
  return {
    name: `table ${table} in ${region}`,
    storeOf: (municipality) => createStore({ client, table, municipality }),
    close: async () => client.destroy(),
  };
}

/** In the data folder: where the engine of a running portal answers. */
export const engineFile = (dataDir: string): string => join(dataDir, "engine");

/** The table on this machine: of the portal that runs from this folder, or else of an engine that is started for a moment. */
export async function openLocal(dataDir: string, port: number): Promise<Place> {
  const running = existsSync(engineFile(dataDir)) ? readFileSync(engineFile(dataDir), "utf8") : undefined;
  if (running !== undefined && (await answers(running)))
    return place("the portal that runs here", running, async () => {});
  const claim = await claimDataDir(dataDir, port);
  const engine = await startEngine({ dataDir: join(dataDir, "table") });
  return place(`the data in ${dataDir}`, engine.endpoint, async () => {
    await engine.stop();
    await claim.release();
  });
}

async function place(name: string, endpoint: string, stop: () => Promise<void>): Promise<Place> {
  const { tableName } = await createTable({ endpoint });
  const client = createDocumentClient({ endpoint, region: REGION, credentials: localCredentials });
  return {
    name,
    storeOf: (municipality) => createStore({ client, table: tableName, municipality }),
    async close() {
      client.destroy();
      await stop();
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
