import { expect, onTestFinished, test, vi } from "vitest";
import { startScheduleTimer } from "./schedule-timer.ts";

test("runs at once and then every time the interval has passed", async () => {
  const times: string[] = [];
  const timer = startScheduleTimer({
    everyMs: 10,
    onError: () => {},
    handler: async (event) => void times.push(event.time),
  });
  expect(times).toHaveLength(1);
  await vi.waitFor(() => expect(times.length).toBeGreaterThan(2));
  await timer.stop();
  expect(times[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test("never runs twice at the same time, and stop waits for the run under way", async () => {
  let running = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const timer = startScheduleTimer({
    everyMs: 5,
    onError: () => {},
    handler: async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => finish.push(resolve));
      running--;
    },
  });
  const again = timer.runNow();
  const stopped = timer.stop();
  expect(finish).toHaveLength(1);
  finish[0]?.();
  await Promise.all([again, stopped]);
  expect([running, most]).toEqual([0, 1]);
});

test("tells of a run that failed and goes on", async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const timer = startScheduleTimer({
    everyMs: 5,
    onError: (error) => errors.push(error),
    handler: async () => {
      if (++runs === 1) throw new Error("engine away");
    },
  });
  onTestFinished(() => timer.stop());
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1));
  expect(errors).toEqual([new Error("engine away")]);
});
