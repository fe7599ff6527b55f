import { deadLetters, leaveDeadLetter } from "./dead-letters.ts";
import { environment, lambda } from "./lambda.ts";
import { sendingLetters } from "./mail.ts";
import { freshLetters } from "./outbox-filter.ts";
import { onFiles, onStream, onTable } from "./permissions.ts";
import { table } from "./storage.ts";

/** Sends the letters that a state change wrote, as soon as the table's stream tells of them. */
export const outbox = new sst.aws.Function("Outbox", {
  ...lambda("outbox"),
  description: "Sends the letters in the outbox",
  timeout: "1 minute",
  memory: "1024 MB",
  environment,
  permissions: [...onStream(), ...onTable("read", "write"), ...sendingLetters(), leaveDeadLetter],
});

/**
 * The stream is only the fast path. One letter that cannot be sent must not hold up the rest: the batch is halved around it,
 * the handler says which records failed, and after an hour a record is left to the queue and to the scheduler, which sends
 * whatever is still in the outbox. By default a poisoned record would be tried for a day and then be lost without a trace.
 */
export const outboxMapping = new aws.lambda.EventSourceMapping("OutboxMapping", {
  eventSourceArn: table.properties.streamArn,
  functionName: outbox.arn,
  startingPosition: "TRIM_HORIZON",
  batchSize: 10,
  maximumBatchingWindowInSeconds: 0,
  parallelizationFactor: 2,
  bisectBatchOnFunctionError: true,
  maximumRecordAgeInSeconds: 3600,
  maximumRetryAttempts: 10,
  functionResponseTypes: ["ReportBatchItemFailures"],
  destinationConfig: { onFailure: { destinationArn: deadLetters.arn } },
  filterCriteria: { filters: freshLetters.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
});

/**
 * Everything that happens because time passes: reminders, terms that end, letters that were left behind. Two at once would do
 * the same work twice and the conditions in the database would refuse the second; so nothing is reserved, which a new account,
 * with its ten at once, refuses (docs/operating.md).
 */
export const schedule = new sst.aws.Function("Schedule", {
  ...lambda("schedule"),
  description: "Does what time asks for",
  timeout: "10 minutes",
  memory: "1024 MB",
  environment,
  permissions: [
    ...onTable("read", "write", "delete"),
    // What is forgotten is deleted; nothing here reads a file.
    ...onFiles({ folder: "quarantine", actions: ["DeleteObject"] }, { folder: "files", actions: ["DeleteObject"] }),
    ...sendingLetters(),
  ],
});

export const clock = new sst.aws.CronV2("Clock", {
  function: schedule,
  schedule: "rate(15 minutes)",
  retries: 2,
  dlq: deadLetters.arn,
});
