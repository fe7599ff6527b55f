import { nameOf } from "./stage.ts";

/** What a function could not handle after all its tries. Two weeks to look at it; an alarm says when there is something. */
export const deadLetters = new aws.sqs.Queue("DeadLetters", {
  name: nameOf("dead-letters"),
  messageRetentionSeconds: 14 * 24 * 3600,
  sqsManagedSseEnabled: true,
});

/** May be given to a function or a service that must leave its failures here. */
export const leaveDeadLetter = { actions: ["sqs:SendMessage"], resources: [deadLetters.arn] };
