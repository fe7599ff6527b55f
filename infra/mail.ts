import { deadLetters, leaveDeadLetter } from "./dead-letters.ts";
import { environment, lambda } from "./lambda.ts";
import { onTable, type Permission } from "./permissions.ts";
import { nameOf, stage } from "./stage.ts";

/** TLS or nothing: letters hold personal data. Addresses that bounce or complain are refused by SES itself as well. */
const configurationSet = new aws.sesv2.ConfigurationSet("MailSettings", {
  configurationSetName: nameOf("mail"),
  deliveryOptions: { tlsPolicy: "REQUIRE" },
  reputationOptions: { reputationMetricsEnabled: true },
  suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
});

/** The identity's default settings, so a letter cannot be sent without them. */
const identity = new aws.sesv2.EmailIdentity("MailIdentity", {
  emailIdentity: stage.mailDomain,
  configurationSetName: configurationSet.configurationSetName,
  dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
});

const bounceDomain = `bounce.${stage.mailDomain}`;

new aws.sesv2.EmailIdentityMailFromAttributes("MailBounceDomain", {
  emailIdentity: identity.emailIdentity,
  mailFromDomain: bounceDomain,
});

/**
 * The records the municipality puts in its DNS, printed by every deploy. A deploy does not wait for them: a municipality's
 * DNS is seldom in the same account, and SES looks for three days.
 */
export const mailDnsRecords = $util
  .all([identity.dkimSigningAttributes, aws.getRegionOutput().region])
  .apply(([dkim, region]) => [
    ...(dkim.tokens ?? []).map((token) => ({
      name: `${token}._domainkey.${stage.mailDomain}`,
      type: "CNAME",
      value: `${token}.dkim.amazonses.com`,
    })),
    { name: bounceDomain, type: "MX", value: `10 feedback-smtp.${region}.amazonses.com` },
    { name: bounceDomain, type: "TXT", value: "v=spf1 include:amazonses.com -all" },
    { name: `_dmarc.${stage.mailDomain}`, type: "TXT", value: "v=DMARC1; p=reject" },
  ]);

/** Sending a letter from the one address, and from no other. */
export function sendingLetters(): Permission[] {
  return [
    {
      actions: ["ses:SendEmail", "ses:SendRawEmail"],
      resources: [identity.arn, configurationSet.arn],
      conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [stage.mailAddress] }],
    },
  ];
}

/** Remembers addresses that bounce or complain, so that they get no more letters. */
export const mailFeedback = new sst.aws.Function("MailFeedback", {
  ...lambda("mail-feedback"),
  description: "Handles bounces and complaints",
  timeout: "30 seconds",
  memory: "512 MB",
  environment,
  permissions: [...onTable("read", "write"), leaveDeadLetter],
});

// EventBridge rather than SNS: only this account can put events of aws.ses on its bus, so there is no signature to check.
const bus = aws.cloudwatch.getEventBusOutput({ name: "default" });

new aws.sesv2.ConfigurationSetEventDestination("MailEvents", {
  configurationSetName: configurationSet.configurationSetName,
  eventDestinationName: "feedback",
  eventDestination: {
    enabled: true,
    matchingEventTypes: ["BOUNCE", "COMPLAINT", "REJECT"],
    eventBridgeDestination: { eventBusArn: bus.arn },
  },
});

const rule = new aws.cloudwatch.EventRule("MailFeedbackRule", {
  name: nameOf("mail-feedback"),
  eventPattern: $jsonStringify({
    source: ["aws.ses"],
    "detail-type": ["Email Bounced", "Email Complaint Received", "Email Rejected"],
    detail: { mail: { tags: { "ses:configuration-set": [configurationSet.configurationSetName] } } },
  }),
});

new aws.cloudwatch.EventTarget("MailFeedbackTarget", {
  rule: rule.name,
  arn: mailFeedback.arn,
  retryPolicy: { maximumEventAgeInSeconds: 24 * 3600, maximumRetryAttempts: 20 },
  deadLetterConfig: { arn: deadLetters.arn },
});

new aws.lambda.Permission("MailFeedbackInvoke", {
  action: "lambda:InvokeFunction",
  function: mailFeedback.name,
  principal: "events.amazonaws.com",
  sourceArn: rule.arn,
});

new aws.sqs.QueuePolicy("DeadLettersFromEvents", {
  queueUrl: deadLetters.id,
  policy: $jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: deadLetters.arn,
        Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
      },
    ],
  }),
});

/** EventBridge hands the event over and is done: what the function then fails on, Lambda must keep. */
new aws.lambda.FunctionEventInvokeConfig("MailFeedbackFailures", {
  functionName: mailFeedback.name,
  maximumRetryAttempts: 2,
  destinationConfig: { onFailure: { destination: deadLetters.arn } },
});
