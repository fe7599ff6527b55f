import { runSteps } from "./steps.ts";

const { failed } = await runSteps([{ name: "format and fix", command: ["biome", "check", "--write", "."] }]);
process.exitCode = failed === 0 ? 0 : 1;
