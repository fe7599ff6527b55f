import process from "node:process";
import { defineConfig } from "vitest/config";

/** `tools/check.ts` runs some files first and then leaves them out; on the command line that would not reach the projects. */
const alreadyRun = (process.env["HEVEL_ALREADY_RUN"] ?? "").split("\n").filter((file) => file !== "");

const nowhere = ["**/node_modules/**", "**/dist/**", ...alreadyRun];

/** Files that load the functions, which read their environment once, or start parts of which a process has one. */
const apart = ["packages/functions/**/*.test.ts", "packages/local/**/*.test.ts", "infra/**/*.test.ts"];

/**
 * Files that start whole programs (the portal, the command line, the bundles, the CLI of SST), fuzz every route or live whole days of the
 * ledger: more processor than all others together. `npm test` runs them; `npm run check` only when something beside them changed.
 */
const system = [
  "infra/sst.test.ts",
  "packages/e2e/src/abuse/*.test.ts",
  "packages/functions/test/*.test.ts",
  "packages/local/src/{main,seed/seed,seed/work-list}.test.ts",
  "packages/store/test/{*.property,interleavings}.test.ts",
  "packages/tally/src/cli/*.test.ts",
  "tools/bootstrap.test.ts",
];

/** All others: they leave nothing behind but records in municipalities of their own. */
const together = ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "tools/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    globalSetup: ["packages/testing/src/engine.ts"],
    projects: [
      // A worker keeps what it loaded for its next file: loading the domain and the SDK anew for each took a third of the time.
      {
        extends: true,
        test: { name: "together", include: together, exclude: [...nowhere, ...apart, ...system], isolate: false },
      },
      { extends: true, test: { name: "apart", include: apart, exclude: [...nowhere, ...system] } },
      { extends: true, test: { name: "system", include: system, exclude: nowhere } },
    ],
  },
});
