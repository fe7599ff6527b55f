import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "@hevel/core";
import { inject } from "vitest";
import { createDocumentClient } from "../src/client.ts";
import { createStore } from "../src/store.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often, of every hundred requests, what goes wrong. */
export interface FaultMix {
  /** The transaction is cancelled because somebody holds an item. */
  readonly conflict: number;
  /** The request was done, and its reply never came. */
  readonly lostReply: number;
  /** The table is busy: nothing was done. */
  readonly throttle: number;
}

const named = (name: string) => Object.assign(new Error(`injected ${name}`), { name });

const conflict = () =>
  new TransactionCanceledException({
    message: "injected conflict",
    $metadata: {},
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  });

/**
 * One client whose requests go to the engine one at a time, in an order the seed decides: which of the waiting requests
 * is next, and what goes wrong with it. So a run with many things at once is the same run again with the same seed.
 */
export class Simulation {
  readonly client: DynamoDBDocumentClient;
  #random: () => number = Math.random;
  #mix: FaultMix = { conflict: 0, lostReply: 0, throttle: 0 };
  readonly #waiting: (() => void)[] = [];
  #isBusy = false;

  constructor() {
    const { endpoint, region } = inject("parts");
    this.client = createDocumentClient({
      endpoint,
      region,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      // The engine looks whether there is a signature, not what it is; making them is a tenth of the work.
      signer: {
        sign: async (request) => {
          request.headers["x-amz-date"] = "20261121T120000Z";
          request.headers["authorization"] =
            `AWS4-HMAC-SHA256 Credential=test/20261121/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
          return request;
        },
      },
    });
    this.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          await this.#turn();
          try {
            const isTransaction = commandName?.startsWith("TransactWrite") === true;
            const roll = this.#random() * 100;
            if (roll < this.#mix.throttle)
              throw named(isTransaction ? "TransactionInProgressException" : "ThrottlingException");
            if (isTransaction && roll < this.#mix.throttle + this.#mix.conflict) throw conflict();
            const reply = await next(args);
            if (roll >= 100 - this.#mix.lostReply) throw named("TimeoutError");
            return reply;
          } finally {
            this.#leave();
          }
        },
      { step: "initialize", priority: "high", name: "simulation" },
    );
  }

  /** Begins a run: the same deps, on this client, with everything from now on decided by the seed. */
  begin(seed: number, mix: FaultMix, deps: Deps, table: string): Deps {
    this.#random = randomFrom(seed);
    this.#mix = mix;
    const pause = async () => {
      await this.#turn();
      this.#leave();
    };
    return {
      ...deps,
      store: createStore({ client: this.client, table, municipality: deps.municipality.code, pause }),
    };
  }

  stop(): void {
    this.client.destroy();
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#next();
    });
  }

  #leave(): void {
    this.#isBusy = false;
    this.#next();
  }

  /** Lets one of those who wait go, after everybody who can go on without the engine has done so. */
  #next(): void {
    if (this.#isBusy || this.#waiting.length === 0) return;
    this.#isBusy = true;
    setImmediate(() => {
      const [chosen] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
      chosen?.();
    });
  }
}
