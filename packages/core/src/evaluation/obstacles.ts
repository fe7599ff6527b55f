import { dateIn } from "../calendar.ts";
import type { Mandate, Voice } from "../mandate/mandate.ts";
import type { Deps } from "../ports.ts";
import type { PublishObstacle } from "./view.ts";

/**
 * Everything that stands between a mandate and publishing its evaluation. The officer's voice is always needed; the
 * enterprise's until its day has passed, so that silence holds nothing up for ever. Money that is on its way must
 * arrive or be refused first. The list of expenses lags; what it may miss is a condition of the commit: an account with something set apart is not
 * ended, and an open correction is counted on the mandate, of which the end writes the next revision.
 */
export async function publishObstacles(deps: Deps, mandate: Mandate): Promise<readonly PublishObstacle[]> {
  const { id: mandateId, evaluationDueOn, voices = [] } = mandate;
  const [transfers, expenses] = await Promise.all([
    deps.store.listAll("transfers-of-mandate", { mandateId }),
    deps.store.listAll("expenses-of-mandate", { mandateId }),
  ]);
  const has = (by: Voice) => voices.includes(by);
  const isLate = evaluationDueOn !== undefined && evaluationDueOn < dateIn(deps.clock.now());
  const obstacles: readonly [PublishObstacle, boolean][] = [
    ["no-enterprise-evaluation", !has("enterprise") && !isLate],
    ["no-officer-evaluation", !has("officer")],
    ["open-transfers", transfers.some(({ status }) => status === "proposed" || status === "approved")],
    ["open-expenses", expenses.some(({ status }) => status === "entered")],
    [
      "open-corrections",
      (mandate.openCorrections ?? 0) > 0 || expenses.some(({ status }) => status === "correction-asked"),
    ],
  ];
  return obstacles.filter(([, isThere]) => isThere).map(([obstacle]) => obstacle);
}
