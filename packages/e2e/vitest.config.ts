import { defineConfig } from "vitest/config";

/** The journeys in a real browser: one portal for the whole run, one browser for each file. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["src/**/*.e2e.ts"],
    globalSetup: ["src/global-setup.ts"],
    // Two people at a time is what two processors can serve; each test has people and addresses of its own.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
