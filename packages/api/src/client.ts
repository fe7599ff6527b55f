import { hc } from "hono/client";
import type { Routes } from "./app.ts";

/** The typed client of the API: paths, inputs and answers are those of the routes; no server code comes with it. */
export function createClient(origin: string, options: { fetch?: typeof fetch; headers?: Record<string, string> } = {}) {
  return hc<Routes>(`${origin}/v1`, options);
}
export type Client = ReturnType<typeof createClient>;
/** How long what is kept: the privacy page reads it out. */
export { type Retention, type RetentionKind, retentions } from "@hevel/core/retention";
/** How what people type is read: the rules of the domain, so that page and API say the same. */
export * from "@hevel/core/typed";
export type { Problem } from "./problem.ts";
