import { REGION } from "@hevel/local/aws";
import { startEngine } from "@hevel/local/engine";
import { startFileStore } from "@hevel/local/file-store";
import { startMailbox } from "@hevel/local/mailbox";
import { createTable } from "@hevel/local/table";
import type { TestProject } from "vitest/node";
import type { TestParts } from "./parts.d.ts";

/**
 * Vitest's global set-up: one engine, one table, one file store and one mailbox, in memory, for the whole run. A test gets at them with
 * `inject("parts")` and keeps out of the way of others by working in a municipality of its own, because the municipality's
 * code is in every partition key. The table has no stream, which makes transactions about four times as fast; a test that
 * reads a stream makes a table of its own with `createTable`.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine();
  const started: { stop(): Promise<void> }[] = [engine];
  const stop = async () => {
    await Promise.all(started.map((part) => part.stop()));
  };
  try {
    const files = await startFileStore();
    started.push(files);
    const mailbox = await startMailbox();
    started.push(mailbox);
    const { tableName } = await createTable({ endpoint: engine.endpoint, streams: false });
    const parts: TestParts = {
      endpoint: engine.endpoint,
      region: REGION,
      tableName,
      bucket: files.bucket,
      filesEndpoint: files.endpoint,
      mailEndpoint: mailbox.endpoint,
    };
    project.provide("parts", parts);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
