import { checks } from "./checks.ts";
import { cleanUp, conclude, runSteps } from "./steps.ts";

// Everything that needs no browser: types, lint, dead code, unit and integration tests.
conclude(await runSteps(checks("every tenth life")));
cleanUp();
