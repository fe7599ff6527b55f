import { parentPort, workerData } from "node:worker_threads";

// One Lambda function in a thread of its own, with an environment of its own: answers each event with what its handler gives.
const { module } = workerData as { module: string };
const { handler } = (await import(module)) as { handler: (event: unknown, context: unknown) => Promise<unknown> };

parentPort?.on("message", async ({ id, event }: { id: number; event: unknown }) => {
  try {
    // What an answer holds goes through JSON on Lambda too.
    const result = JSON.parse(JSON.stringify((await handler(event, {})) ?? null));
    parentPort?.postMessage({ id, result });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? `${error.name}: ${error.stack}` : String(error) });
  }
});
parentPort?.postMessage("ready");
