import { randomUUID } from "node:crypto";
import type { ScheduledEvent } from "aws-lambda";
import { REGION } from "./aws.ts";

/** What the scheduler would call. */
export type ScheduleHandler = (event: ScheduledEvent) => Promise<unknown>;

/** A running timer. */
export type ScheduleTimer = {
  /** Runs the handler now, or waits for the run that is under way. */
  runNow(): Promise<void>;
  /** Waits for a run that is under way and ends. */
  stop(): Promise<void>;
};

/** More often than in production (infra/jobs.ts), so that whoever tries the portal sees what time does. */
const EVERY_MS = 60_000;

/** Calls the handler at once and then every minute, never twice at the same time, with the event that EventBridge would send. */
export function startScheduleTimer(options: {
  handler: ScheduleHandler;
  onError: (error: unknown) => void;
  everyMs?: number;
}): ScheduleTimer {
  const { handler, onError, everyMs = EVERY_MS } = options;
  let underWay: Promise<void> | undefined;
  const runNow = () => {
    underWay ??= handler(scheduledEvent())
      .then(() => {}, onError)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
  const timer = setInterval(runNow, everyMs);
  void runNow();
  return {
    runNow,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

function scheduledEvent(): ScheduledEvent {
  return {
    id: randomUUID(),
    version: "0",
    account: "000000000000",
    time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    region: REGION,
    resources: [],
    source: "aws.events",
    "detail-type": "Scheduled Event",
    detail: {},
  };
}
