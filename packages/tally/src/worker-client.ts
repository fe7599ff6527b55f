import type { TallyReply, TallyRequest } from "./worker-protocol.ts";

/** The part of a Worker the client uses. */
export interface TallyPort {
  postMessage(request: TallyRequest): void;
  addEventListener(type: "message", listener: (event: { readonly data: TallyReply }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): unknown;
}

/** What to count; see {@link TallyRequest}. */
export type TallyTask = Pick<TallyRequest, "input"> & Partial<Omit<TallyRequest, "id" | "input">>;

interface Waiting {
  readonly resolve: (reply: TallyReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Counts in a worker, so the page stays alive. The page makes the worker, so that its bundler finds the entry:
 * `new TallyClient(new Worker(new URL("@hevel/tally/worker", import.meta.url), { type: "module" }))`.
 */
export class TallyClient {
  readonly #port: TallyPort;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed: Error | undefined;

  constructor(port: TallyPort) {
    this.#port = port;
    port.addEventListener("message", ({ data }) => this.#settle(data));
    port.addEventListener("error", ({ message }) => this.#rejectAll(new Error(message ?? "the worker failed")));
  }

  /** One reply per task, in order. Rejects only when the worker breaks or is closed; a refusal is a reply. */
  count(task: TallyTask): Promise<TallyReply> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<TallyReply>();
    this.#waiting.set(id, { resolve, reject });
    this.#port.postMessage({ parameters: {}, explain: "no", fairness: false, ...task, id });
    return promise;
  }

  /** Ends the worker, also in the middle of a count. */
  close(): void {
    this.#rejectAll(new Error("the worker was closed"));
    this.#port.terminate();
  }

  #settle(reply: TallyReply): void {
    this.#waiting.get(reply.id)?.resolve(reply);
    this.#waiting.delete(reply.id);
  }

  #rejectAll(error: Error): void {
    this.#closed = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
