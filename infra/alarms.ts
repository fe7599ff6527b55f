import { api } from "./api.ts";
import { deadLetters } from "./dead-letters.ts";
import { outbox, schedule } from "./jobs.ts";
import { mailFeedback } from "./mail.ts";
import { nameOf, stage } from "./stage.ts";
import { table } from "./storage.ts";

const topic = new aws.sns.Topic("Alarms", { name: nameOf("alarms") });

if (stage.alarmAddress !== undefined) {
  new aws.sns.TopicSubscription("AlarmsByMail", { topic: topic.arn, protocol: "email", endpoint: stage.alarmAddress });
}

type Alarm = {
  /** What it means and where to look; docs/operating.md says what to do, under the same name. */
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions?: Record<string, $util.Input<string>>;
  readonly statistic?: "Average" | "Maximum" | "Sum" | "p99";
  readonly above?: number;
  readonly below?: number;
  readonly minutes: number;
  /** Silence is the failure. */
  readonly silenceIsBad?: boolean;
};

function alarm(name: string, { description, namespace, metric, dimensions = {}, ...rest }: Alarm) {
  const { statistic = "Sum", above, below, minutes, silenceIsBad = false } = rest;
  return new aws.cloudwatch.MetricAlarm(`Alarm${name}`, {
    name: nameOf(name),
    alarmDescription: description,
    namespace,
    metricName: metric,
    dimensions,
    ...(statistic === "p99" ? { extendedStatistic: statistic } : { statistic }),
    period: minutes * 60,
    evaluationPeriods: 1,
    comparisonOperator: below === undefined ? "GreaterThanThreshold" : "LessThanThreshold",
    threshold: below ?? above ?? 0,
    treatMissingData: silenceIsBad ? "breaching" : "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}

const ofFunction = (fn: sst.aws.Function) => ({ namespace: "AWS/Lambda", dimensions: { FunctionName: fn.name } });
const ofTable = { namespace: "AWS/DynamoDB", dimensions: { TableName: table.properties.name } };

export const alarms = [
  alarm("ApiErrors", {
    ...ofFunction(api),
    metric: "Errors",
    minutes: 5,
    description: "The API crashed or timed out.",
  }),
  alarm("ApiServerErrors", {
    ...ofFunction(api),
    metric: "Url5xxCount",
    minutes: 5,
    description: "The API answered with a 5xx: a bug, or a part it stands on is down.",
  }),
  alarm("ApiThrottles", {
    ...ofFunction(api),
    metric: "Throttles",
    minutes: 5,
    description: "More requests at once than the account may run.",
  }),
  alarm("ApiSlow", {
    ...ofFunction(api),
    metric: "Duration",
    statistic: "p99",
    above: 3000,
    minutes: 15,
    description: "One request in a hundred takes more than three seconds.",
  }),
  alarm("OutboxLate", {
    ...ofFunction(outbox),
    metric: "IteratorAge",
    statistic: "Maximum",
    above: 15 * 60 * 1000,
    minutes: 5,
    description: "Letters have waited in the stream for more than 15 minutes.",
  }),
  alarm("LettersFailed", {
    namespace: "Hevel",
    metric: "LettersFailed",
    dimensions: { Table: table.properties.name },
    minutes: 15,
    description: "A letter was given up after its last try.",
  }),
  alarm("LedgerWrong", {
    namespace: "Hevel",
    metric: "LedgerWrong",
    dimensions: { Table: table.properties.name },
    minutes: 60,
    description: "The ledger does not add up.",
  }),
  alarm("RecordsFailed", {
    namespace: "Hevel",
    metric: "RecordsFailed",
    dimensions: { Table: table.properties.name },
    minutes: 15,
    description: "Part of a batch of the table's stream could not be handled.",
  }),
  alarm("OutboxErrors", {
    ...ofFunction(outbox),
    metric: "Errors",
    above: 3,
    minutes: 15,
    description: "The function that sends letters keeps failing.",
  }),
  alarm("ScheduleErrors", {
    ...ofFunction(schedule),
    metric: "Errors",
    minutes: 15,
    description: "The scheduler failed: terms, reminders and left-behind letters wait.",
  }),
  alarm("ScheduleSilent", {
    ...ofFunction(schedule),
    metric: "Invocations",
    below: 1,
    minutes: 60,
    silenceIsBad: true,
    description: "The scheduler has not run for an hour.",
  }),
  alarm("MailFeedbackErrors", {
    ...ofFunction(mailFeedback),
    metric: "Errors",
    minutes: 15,
    description: "Bounces and complaints are not being remembered.",
  }),
  alarm("DeadLetters", {
    namespace: "AWS/SQS",
    dimensions: { QueueName: deadLetters.name },
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    minutes: 5,
    description: "Something was given up after all its tries.",
  }),
  // SES puts a sender under review at 5 % bounces or 0.1 % complaints, and pauses it at twice and five times that.
  alarm("MailBounces", {
    namespace: "AWS/SES",
    metric: "Reputation.BounceRate",
    statistic: "Average",
    above: 0.03,
    minutes: 60,
    description: "More than 3 % of the letters bounce.",
  }),
  alarm("MailComplaints", {
    namespace: "AWS/SES",
    metric: "Reputation.ComplaintRate",
    statistic: "Average",
    above: 0.0005,
    minutes: 60,
    description: "More than 0.05 % of the letters are marked as spam.",
  }),
  ...["ReadThrottleEvents", "WriteThrottleEvents"].map((metric) =>
    alarm(`Table${metric}`, {
      ...ofTable,
      metric,
      above: 10,
      minutes: 5,
      description: "The table refuses requests: a hot key.",
    }),
  ),
  alarm("BackupFailed", {
    namespace: "AWS/Backup",
    metric: "NumberOfBackupJobsFailed",
    minutes: 24 * 60,
    description: "A backup job failed.",
  }),
];
