import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** A deployed function as one can call it. */
export type RunningFunction = {
  /** Hands the function an event. @throws Error with what the function threw. */
  invoke<T>(event: unknown): Promise<T>;
  stop(): Promise<void>;
};

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };

/** Loads a bundle as Lambda does: alone, with nothing in its environment but what it is told. */
export async function startFunction(
  bundle: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningFunction> {
  const worker = new Worker(join(import.meta.dirname, "function-worker.ts"), {
    env: environment,
    workerData: { module: pathToFileURL(bundle).href },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.on("message", ({ id, result, error }: Answer) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  });
  worker.on("error", (error) => {
    for (const { reject } of open.values()) reject(error instanceof Error ? error : new Error(String(error)));
  });
  let calls = 0;
  return {
    invoke: <T>(event: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = calls++;
        open.set(id, { resolve: (result) => resolve(result as T), reject });
        worker.postMessage({ id, event });
      }),
    stop: async () => void (await worker.terminate()),
  };
}
