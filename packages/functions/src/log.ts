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
 * A letter that was given up is counted as well: CloudWatch makes a metric of a line with `_aws` in it (embedded metric
 * format), and infra/alarms.ts has the alarm.
 */
function countedIn(line: JobLine, at: Date) {
  if (line.event !== "letter-failed") return {};
  const directive = {
    Namespace: "Hevel",
    Dimensions: [["Table"]],
    Metrics: [{ Name: "LettersFailed", Unit: "Count" }],
  };
  return {
    _aws: { Timestamp: at.getTime(), CloudWatchMetrics: [directive] },
    Table: process.env["HEVEL_TABLE"],
    LettersFailed: 1,
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
