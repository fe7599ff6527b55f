import { setTimeout as sleep } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** Tries of one body with one token, for what may pass by itself (reference: money 2.4). */
const triesMax = 8;
/** Pauses double from here, up to the longest. */
const pauseFirstMs = 10;
const pauseLongestMs = 1_000;
const stalePauseMs = 25;

/** Reasons of a cancelled transaction that pass by themselves: somebody else held an item, or the table was busy. */
const passingReasons = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
]);

/** Errors of DynamoDB, the SDK and the network that pass by themselves. After some the write may have been done: same token. */
const passingErrors = new Set([
  "TransactionInProgressException",
  "TransactionConflictException",
  "ProvisionedThroughputExceededException",
  "ProvisionedThroughputExceeded",
  "ThrottlingException",
  "ThrottledException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "RequestTimeout",
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "NetworkingError",
]);

/** Whether sending the same again can help: conflicts, throttling, 5xx, time-outs and lost connections. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None").filter((code) => code !== "None");
    return codes.length > 0 && codes.every((code) => passingReasons.has(code));
  }
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return passingErrors.has(error.name) || (typeof code === "string" && passingErrors.has(code)) || status >= 500;
}

/** Waits a random time of at most so many milliseconds: those who collided must not meet again. */
export type Pause = (longestMs: number) => Promise<void>;

/** The pause of a running portal; a test that decides who goes first brings its own. */
const pauseAtRandom: Pause = (longestMs) => sleep(Math.random() * longestMs);

/** Sends until it is done, or fails for a reason that stays, or has been tried often enough; then the last error is thrown. */
export async function persist<T>(send: () => Promise<T>, pause: Pause = pauseAtRandom): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries >= triesMax || !mayPass(error)) throw error;
      await pause(Math.min(pauseLongestMs, pauseFirstMs * 2 ** (tries - 1)));
    }
  }
}

/** After a refusal as stale: who reads again should not collide in step. */
export function pauseAfterStale(pause: Pause = pauseAtRandom): Promise<void> {
  return pause(stalePauseMs);
}
