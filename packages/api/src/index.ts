export { createApp, documentation } from "./app.ts";
export type { Env } from "./context.ts";
export { type OperationId, type Party, policy } from "./policy.ts";
export type { LogLine, Portal, StaffIdentity } from "./portal.ts";
export { Problem, statusOf } from "./problem.ts";
export { apiVersion } from "./version.ts";
