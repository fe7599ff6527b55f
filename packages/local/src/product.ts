import process from "node:process";
import type { Api } from "./gateway.ts";
import type { ScheduleHandler } from "./schedule-timer.ts";
import type { StreamHandler } from "./stream-worker.ts";

/** What is deployed to Lambda, as it is called here. */
export type Product = {
  readonly api: Api;
  readonly outbox: StreamHandler;
  readonly schedule: ScheduleHandler;
};

/**
 * Loads the functions of the product. They read their environment when they are loaded, as on Lambda, so it is set first; and so one
 * process can run one portal.
 */
export async function loadProduct(environment: Readonly<Record<string, string>>): Promise<Product> {
  Object.assign(process.env, environment);
  const [{ createApp }, { createPortal }, outbox, schedule] = await Promise.all([
    import("@hevel/api"),
    import("@hevel/functions/portal"),
    import("@hevel/functions/outbox"),
    import("@hevel/functions/schedule"),
  ]);
  return { api: createApp(createPortal(environment)), outbox: outbox.handler, schedule: schedule.handler };
}
