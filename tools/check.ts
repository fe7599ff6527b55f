import { testsBesideChanges } from "./changed.ts";
import { checks } from "./checks.ts";
import { cleanUp, conclude, runSideBySide, runStep, vitestStep } from "./steps.ts";

// Everything that needs no browser: types, lint, dead code, unit and integration tests. The tests beside what changed go first and alone, so
// that who works on it hears within seconds that it is wrong; the rest then leaves them out.
const first = testsBesideChanges();
const outcome = first.length === 0 ? [] : [await runStep(vitestStep("tests beside what changed", ...first))];
if (!outcome.some(({ failed }) => failed > 0)) {
  outcome.push(await runSideBySide(checks({ scope: "without system tests", alreadyRun: first })));
}
conclude(...outcome);
cleanUp();
