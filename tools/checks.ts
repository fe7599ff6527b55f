import { type Step, vitestStep } from "./steps.ts";

/** Types, lint, dead code, unit and integration tests. `lives`: how many of the ledger's 200 random lives are lived. */
export const checks = (lives: "every life" | "every tenth life"): readonly Step[] => [
  { name: "types of all that runs in Node", command: ["tsc", "-p", "tools"] },
  { name: "types of the site", command: ["tsc", "-p", "packages/web"] },
  { name: "types of infra", command: ["node", "tools/typecheck-infra.ts"] },
  { name: "format and lint", command: ["biome", "ci", "--colors=off", "--error-on-warnings", "."] },
  { name: "dead code", command: ["knip", "--no-config-hints"] },
  { ...vitestStep("unit and integration tests"), environment: lives === "every life" ? {} : { HEVEL_LIVES: "10" } },
];
