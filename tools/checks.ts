import { type Step, vitestStep } from "./steps.ts";

const packages = ["core", "tally", "store", "mail", "api", "functions", "web", "local", "e2e"];

/** Types, lint, dead code, unit and integration tests: what `npm run check` runs and `npm test` begins with. */
export const checks: readonly Step[] = [
  ...packages.map((name): Step => ({ name: `types of ${name}`, command: ["tsc", "-p", `packages/${name}`] })),
  { name: "types of tools", command: ["tsc", "-p", "tools"] },
  { name: "types of infra", command: ["node", "tools/typecheck-infra.ts"] },
  { name: "format and lint", command: ["biome", "ci", "--error-on-warnings", "."] },
  { name: "dead code", command: ["knip"] },
  vitestStep("unit and integration tests"),
];
