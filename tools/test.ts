import { checks } from "./checks.ts";
import { cleanUp, conclude, runSideBySide, runSteps, type Step, vitestStep } from "./steps.ts";

/** The loop once over HTTP as every role, on a portal of its own. */
const loop: Step = { name: "npm start -- --check", command: ["node", "packages/local/src/main.ts", "--check"] };

// All there is: the checks, the loop over HTTP, and the journeys in a real browser.
conclude(
  await runSideBySide(checks({ scope: "everything" })),
  await runSteps([loop, vitestStep("browser journeys", "--config", "packages/e2e/vitest.config.ts")]),
);
cleanUp();
