import process from "node:process";
import { parseArgs } from "node:util";
import { cleanUp, conclude, runSteps, vitestStep } from "./steps.ts";

// Sends every operation of the API what nobody should send: `npm run abuse -- --runs 1000` for a long look. `npm test` has a short one.
const { values } = parseArgs({ options: { runs: { type: "string", default: "200" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  process.stderr.write("usage: npm run abuse -- [--runs N]\n");
  process.exit(2);
}
const step = { ...vitestStep("abuse", "packages/e2e/src/abuse"), environment: { HEVEL_ABUSE_RUNS: String(runs) } };
conclude(await runSteps([step]));
cleanUp();
