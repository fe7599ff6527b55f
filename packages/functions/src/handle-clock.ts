import {
  askDueEvaluations,
  callUrgentTasks,
  type Deps,
  expireExpenses,
  expireOrders,
  expireTransfers,
  fanOut,
  forgetFiles,
  forgetMessages,
  isDue,
  isLeftBehind,
  lapseCorrections,
  type MunicipalityCode,
  publishWhenDue,
  sendMorningLetters,
} from "@hevel/core";
import type { Composition } from "./composition.ts";
import { type JobLine, traceOf } from "./log.ts";
import type { Postman } from "./postman.ts";

/** Something time asks for, in one municipality; resolves with how often it was done. */
interface ScheduleStep {
  readonly name: string;
  readonly run: (deps: Deps, municipality: MunicipalityCode) => Promise<number>;
}

/** Everything that happens because time passes, in order: what writes letters stands before the sweeper. */
function stepsWith(postman: Postman, log: (line: JobLine) => void): readonly ScheduleStep[] {
  return [
    { name: "expire-transfers", run: expireTransfers },
    { name: "expire-orders", run: expireOrders },
    { name: "expire-expenses", run: expireExpenses },
    { name: "lapse-corrections", run: lapseCorrections },
    { name: "ask-evaluations", run: askDueEvaluations },
    { name: "morning-letters", run: sendMorningLetters },
    // After the morning letters: who read of it there is not called as well.
    { name: "call-urgent-tasks", run: callUrgentTasks },
    { name: "fan-out", run: fanOutLeftBehind },
    { name: "sweep-letters", run: (deps, municipality) => sweepLetters(deps, municipality, postman) },
    // Messages before files: theirs go in the same round.
    { name: "forget-messages", run: forgetMessages },
    { name: "forget-files", run: forgetFiles },
    // Last: it reads everything there is, and no letter waits for it.
    { name: "publish-ledger", run: (deps, municipality) => publishLedgerOf(deps, municipality, log) },
  ];
}

/**
 * Does for every municipality what time asks for. A step that fails stops neither the next step nor the next
 * municipality; at the end the failure is thrown, so that somebody hears of it.
 */
export function createClockHandler(composition: Composition, postman: Postman, log: (line: JobLine) => void) {
  const steps = stepsWith(postman, log);
  return async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const municipality of composition.municipalities) {
      for (const { name: step, run } of steps) {
        try {
          const deps = await composition.depsFor(municipality);
          // Between the first deploy and its settings a municipality is nothing to alarm for: there is nothing in it.
          if (deps === undefined) {
            log({ level: "warn", event: "not-set-up", municipality });
            break;
          }
          const done = await run(deps, municipality);
          if (done > 0) log({ level: "info", event: "schedule-step", municipality, step, done });
        } catch (error) {
          failures.push(error);
          log({ level: "error", event: "schedule-step-failed", municipality, step, ...traceOf(error) });
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} steps of the schedule failed.`);
  };
}

/** A ledger that does not add up is no failure of this run: it is what the run is for, and has an alarm of its own. */
async function publishLedgerOf(
  deps: Deps,
  municipality: MunicipalityCode,
  log: (line: JobLine) => void,
): Promise<number> {
  const verification = await publishWhenDue(deps);
  if (verification?.isRight === false)
    log({ level: "error", event: "ledger-wrong", municipality, done: verification.differences.length });
  return verification === undefined ? 0 : 1;
}

async function fanOutLeftBehind(deps: Deps): Promise<number> {
  const open = await deps.store.listAll("fan-outs-open", {});
  const left = open.filter((record) => isLeftBehind(record, deps.clock.now()));
  for (const record of left) await fanOut(deps, record);
  return left.length;
}

/** Sends what the stream missed and what SES did not take before, oldest first. One that cannot be tried does not stop the rest. */
async function sweepLetters(deps: Deps, municipality: MunicipalityCode, postman: Postman): Promise<number> {
  const failures: unknown[] = [];
  let sent = 0;
  for (const letter of await deps.store.listAll("letters-waiting", {})) {
    if (!isDue(letter, deps.clock.now())) continue;
    try {
      if ((await postman(municipality, deps, letter)).outcome === "sent") sent++;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters could not be tried.`);
  return sent;
}
