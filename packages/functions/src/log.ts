import process from "node:process";

/** A line about work that nobody waits for: a closed set of fields, never an address or a name. */
export interface JobLine {
  readonly level: "info" | "warn" | "error";
  readonly event:
    | "letter-waits"
    | "letter-failed"
    | "letter-undelivered"
    | "follows-ended"
    | "fanned-out"
    | "not-set-up"
    | "ledger-wrong"
    | "record-failed"
    | "schedule-step"
    | "schedule-step-failed";
  readonly municipality?: string;
  readonly letterId?: string;
  readonly kind?: string;
  readonly attempts?: number;
  readonly updateId?: string;
  readonly step?: string;
  readonly done?: number;
  /** Name of an error; its message may hold an address. */
  readonly why?: string;
  /** Only of bugs: our own file names. */
  readonly stack?: string;
}

/**
 * What is counted as well as logged. Lambda's own metric of errors does not see these: a batch of which a part failed has not
 * failed, and neither has a run that gave a letter up.
 */
const counters: Partial<Record<JobLine["event"], string>> = {
  "ledger-wrong": "LedgerWrong",
  "letter-failed": "LettersFailed",
  "record-failed": "RecordsFailed",
};

/** CloudWatch makes a metric of a line with `_aws` in it (embedded metric format); infra/alarms.ts has the alarm. */
function countedIn({ event }: JobLine, at: Date) {
  const counter = counters[event];
  if (counter === undefined) return {};
  const directive = { Namespace: "Hevel", Dimensions: [["Table"]], Metrics: [{ Name: counter, Unit: "Count" }] };
  return {
    _aws: { Timestamp: at.getTime(), CloudWatchMetrics: [directive] },
    Table: process.env["HEVEL_TABLE"],
    [counter]: 1,
  };
}

/** Writes one line of JSON on standard output, where Lambda collects it. At a terminal (`HEVEL_LOG=off`) only what is wrong. */
export function writeJobLine(line: JobLine): void {
  if (process.env["HEVEL_LOG"] === "off" && line.level !== "error") return;
  const at = new Date();
  process.stdout.write(`${JSON.stringify({ at: at.toISOString(), ...line, ...countedIn(line, at) })}\n`);
}

/** What may be logged of an error: its name. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** What may be logged of an error that is a bug, or of a part that is down. */
export function traceOf(error: unknown): Pick<JobLine, "why" | "stack"> {
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {};
  return { why: nameOf(error), ...stack };
}
