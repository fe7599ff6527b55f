import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { arnOf, type Deployed, type Inputs, readDeployed, type Statement } from "./deployed.ts";
import { dryRun, sstBanner } from "./dry-run.ts";
import { theEdge } from "./edge-suite.ts";
import { functionNames } from "./guarded/portal.ts";
import { everyFunctionUnderItsOwnPolicy } from "./guarded/suite.ts";
import { asLeadingKeys, neverDeleted, writtenOnce } from "./ledger-keys.ts";
import { freshLetters } from "./outbox-filter.ts";

const root = join(import.meta.dirname, "..");
const bundles = mkdtempSync(join(tmpdir(), "hevel-bundles-"));

let deployed: Deployed;

beforeAll(async () => {
  deployed = readDeployed(
    await dryRun({
      stage: "production",
      bundles,
      settings: {
        HEVEL_MAIL_FROM: "Hevel <hevel@post.voorbeeldstad.example>",
        HEVEL_MUNICIPALITIES: '{"hevel.voorbeeldstad.example": "GM9999", "hevel.elders.example": "GM9998"}',
        HEVEL_STAFF_IDENTITY: '{"GM9999": {"issuer": "https://login.voorbeeldstad.example", "clientId": "hevel"}}',
        HEVEL_ALARM_ADDRESS: "beheer@voorbeeldstad.example",
      },
      secrets: { Pepper: "a-pepper-for-the-test", OidcPrivateKey: "a-key-for-the-test" },
    }),
  );
}, 300_000);
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const inputs = (name: string): Inputs => deployed.inputs(name);
const ofType = (type: string): Inputs[] => deployed.ofType(type);
const statements = (name: string): Statement[] => deployed.statements(name);

const granted = (name: string) =>
  statements(name)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action }) => Action)
    .sort();

describe("the configuration", () => {
  test("is one import per file and stays within forty lines", () => {
    const lines = readFileSync(join(root, "sst.config.ts"), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  test("keeps everything of production and cleans up after any other stage", async () => {
    expect(deployed.app).toMatchObject({ name: "hevel", home: "aws", removal: "retain", protect: true });
    vi.stubGlobal("$config", (config: unknown) => config);
    const { default: config } = await import("../sst.config.ts");
    vi.unstubAllGlobals();
    expect(await config.app({ stage: "trial" })).toMatchObject({ removal: "remove", protect: false });
  });
});

describe("the data", () => {
  test("are deployed as the one template, with the site's origins and backups that nobody can unlock", () => {
    const { templateBody, capabilities, name } = inputs("Foundation");
    expect(name).toBe("hevel-production-foundation");
    expect(capabilities).toEqual(["CAPABILITY_IAM"]);
    const { Resources } = JSON.parse(templateBody);
    const of = (type: string): Inputs[] => Object.values<Inputs>(Resources).filter(({ Type }) => Type === type);
    expect(of("AWS::DynamoDB::Table")).toHaveLength(1);
    expect(
      of("AWS::S3::Bucket").flatMap(({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? []),
    ).toMatchObject([{ AllowedOrigins: ["https://hevel.voorbeeldstad.example", "https://hevel.elders.example"] }]);
    expect(of("AWS::Backup::BackupVault")[0].Properties).toMatchObject({
      BackupVaultName: "hevel-production-backups",
      LockConfiguration: { ChangeableForDays: 3 },
    });
  });

  test("are not replaced or deleted by an update of the stack", () => {
    const [allowed, denied] = JSON.parse(inputs("Foundation").policyBody).Statement;
    expect(allowed).toMatchObject({ Effect: "Allow", Action: "Update:*" });
    expect(denied).toMatchObject({ Effect: "Deny", Action: ["Update:Replace", "Update:Delete"], Resource: "*" });
    expect(denied.Condition.StringEquals.ResourceType).toContain("AWS::DynamoDB::Table");
  });
});

describe("the functions", () => {
  test("run on Node 24, on arm64, with handlers that exist, bundle and export what is called", () => {
    expect(ofType("aws:lambda/function:Function")).toHaveLength(functionNames.length + 1);
    for (const name of functionNames) {
      expect(inputs(`${name}Function`)).toMatchObject({
        runtime: "nodejs24.x",
        architectures: ["arm64"],
        handler: expect.stringMatching(/^[a-z-]+\.handler$/),
      });
    }
  });

  test("are our own bundles, not SST's, and only the one that cleans pictures has native code beside it", () => {
    for (const name of functionNames) {
      const file = inputs(`${name}Function`).handler.replace(/\.handler$/, ".mjs");
      const code = readFileSync(join(bundles, name, file), "utf8");
      expect(code.startsWith(sstBanner)).toBe(false);
      expect(code).not.toMatch(/sourceMappingURL/);
      const all = readdirSync(join(bundles, name)).filter((one) => one.endsWith(".mjs"));
      const withSharp = all.filter((one) =>
        /(import\(|from ?)["']sharp["']/.test(readFileSync(join(bundles, name, one), "utf8")),
      );
      expect([name, withSharp.length > 0]).toEqual([name, name === "Api"]);
    }
  });

  test("read no source maps, which the bundles do not have", () => {
    for (const name of functionNames) expect(deployed.variables(name)["NODE_OPTIONS"]).toBeUndefined();
  });

  test("are told where things are and which host is which municipality", () => {
    for (const name of functionNames) {
      const variables = deployed.variables(name);
      expect(variables).toMatchObject({
        HEVEL_TABLE: "foundation-tablename",
        HEVEL_BUCKET: "foundation-bucketname",
        HEVEL_SITE_URL: "https://hevel.voorbeeldstad.example",
        HEVEL_MAIL_FROM: "Hevel <hevel@post.voorbeeldstad.example>",
        HEVEL_PEPPER: "a-pepper-for-the-test",
      });
      expect(JSON.parse(variables["HEVEL_MUNICIPALITIES"] ?? "")).toEqual({
        "hevel.voorbeeldstad.example": "GM9999",
        "hevel.elders.example": "GM9998",
      });
    }
  });

  test("are told all they ask for: the names are those that packages/functions reads", () => {
    const source = readFileSync(join(root, "packages", "functions", "src", "environment.ts"), "utf8");
    const asked = [...source.matchAll(/^ {2}(HEVEL_[A-Z_]+):([\s\S]*?)(?=^ {2}(?:HEVEL_|\/\*\*)|^\}\))/gm)].map(
      ([, name = "", schema = ""]) => ({ name, isOptional: schema.includes(".optional()") }),
    );
    expect(asked.length).toBeGreaterThan(5);
    for (const name of functionNames) {
      const told = Object.keys(deployed.variables(name));
      const needed = asked.filter(({ isOptional }) => !isOptional || name === "Api");
      expect(needed.filter((one) => !told.includes(one.name))).toEqual([]);
    }
  });

  test("share the key of the sign-in with nobody but the API", () => {
    for (const name of functionNames) {
      const variables = deployed.variables(name);
      expect("HEVEL_OIDC_PRIVATE_KEY" in variables).toBe(name === "Api");
    }
  });
});

describe("permissions", () => {
  test("name every action: no wildcard, no Scan, nothing that touches the table itself", () => {
    for (const name of functionNames) {
      for (const action of granted(name)) {
        expect(action).toMatch(/^(dynamodb|kms|s3|ses|sqs):[A-Za-z]+$|^kms:(GenerateDataKey|ReEncrypt)\*$/);
        expect(action).not.toMatch(/Scan|Table|PartiQL|Export|Restore|Backup/);
      }
    }
  });

  test("name every resource, but for the one action AWS has no resource for", () => {
    for (const name of functionNames) {
      for (const { Action, Resource } of statements(name)) {
        if (Resource.includes("*")) expect(Action).toEqual(["dynamodb:ListStreams"]);
      }
    }
  });

  test("of the API: all kinds of items, uploads and files; no letters and no stream", () => {
    const actions = granted("Api");
    for (const action of ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"]) {
      expect(actions).toContain(`dynamodb:${action}`);
    }
    expect(actions).toContain("s3:PutObject");
    const folders = statements("Api")
      .filter(({ Action }) => Action.some((action) => action.endsWith("Object")))
      .map(({ Action, Resource }) => [Resource.join().replace(/^.*BucketArn/, ""), Action]);
    expect(folders).toEqual([
      ["/quarantine/*", ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]],
      ["/files/*", ["s3:GetObject", "s3:PutObject"]],
    ]);
    expect(actions.filter((action) => action.startsWith("ses:") || action.includes("Stream"))).toEqual([]);
  });

  test("of the outbox and the scheduler: letters from one address only; the scheduler forgets files, and reads none", () => {
    for (const name of ["Outbox", "Schedule"]) {
      const sending = statements(name).filter(({ Action }) => Action.some((action) => action.startsWith("ses:")));
      expect(sending).toHaveLength(1);
      expect(sending[0]?.Condition).toEqual({
        StringEquals: { "ses:FromAddress": ["hevel@post.voorbeeldstad.example"] },
      });
    }
    expect(granted("Outbox").filter((action) => action.startsWith("s3:"))).toEqual([]);
    expect(new Set(granted("Schedule").filter((action) => action.startsWith("s3:")))).toEqual(
      new Set(["s3:DeleteObject", "s3:ListBucket"]),
    );
    expect(granted("MailFeedback").filter((action) => /^(ses|s3):|Delete/.test(action))).toEqual([]);
  });

  test("use the key through DynamoDB and S3 only", () => {
    for (const name of functionNames) {
      const uses = statements(name).filter(({ Action }) => Action.some((action) => action.startsWith("kms:")));
      expect(uses.length).toBeGreaterThan(0);
      for (const { Condition } of uses) {
        expect(Condition?.["StringEquals"]?.["kms:ViaService"]?.[0]).toMatch(
          /^(dynamodb|s3)\.eu-central-1\.amazonaws\.com$/,
        );
      }
    }
  });

  test("refuse every function to change a journal or delete anything of money", () => {
    for (const name of functionNames) {
      const denied = statements(name).filter(({ Effect }) => Effect === "Deny");
      expect(denied.map(({ Action, Condition }) => [Action, Condition])).toEqual([
        [["dynamodb:UpdateItem"], { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": asLeadingKeys(writtenOnce) } }],
        [
          ["dynamodb:DeleteItem"],
          { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": asLeadingKeys(neverDeleted) } },
        ],
      ]);
    }
  });
});

describe("the API and the site", () => {
  test("are one origin: the site at / and the API under /v1", () => {
    expect(inputs("SiteRoutesUpdate.sst.aws.KvRoutesUpdate").entry).toMatch(/^site,/);
    expect(inputs("ApiRoutesUpdate.sst.aws.KvRoutesUpdate").entry).toMatch(/^url,.*,\/v1$/);
    expect(inputs("RouterCdnDistribution").aliases).toEqual(["hevel.voorbeeldstad.example", "hevel.elders.example"]);
  });

  test("have no other door: only the distribution may call the function's address", () => {
    expect(inputs("ApiUrl").authorizationType).toBe("AWS_IAM");
    expect(
      ofType("aws:lambda/permission:Permission")
        .map(({ principal }) => principal)
        .sort(),
    ).toEqual(["cloudfront.amazonaws.com", "cloudfront.amazonaws.com", "events.amazonaws.com"]);
  });

  test("answer with security headers, and the site's policy adds nothing but the bucket", () => {
    const { contentSecurityPolicy, strictTransportSecurity, frameOptions } =
      inputs("SiteHeaders").securityHeadersConfig;
    expect(contentSecurityPolicy.contentSecurityPolicy).toContain(
      "connect-src 'self' https://foundation-bucketname.s3.eu-central-1.amazonaws.com;",
    );
    expect(contentSecurityPolicy.contentSecurityPolicy).toContain(
      "frame-src 'self' https://foundation-bucketname.s3.eu-central-1.amazonaws.com",
    );
    expect(contentSecurityPolicy.contentSecurityPolicy).not.toMatch(/unsafe|\*/);
    expect(strictTransportSecurity.accessControlMaxAgeSec).toBeGreaterThanOrEqual(365 * 24 * 3600);
    expect(frameOptions.frameOption).toBe("DENY");
    expect(inputs("RouterCdnDistribution").defaultCacheBehavior.responseHeadersPolicyId).toBe("SiteHeaders-id");
  });

  test("slow down whoever asks too much", () => {
    const rules: { name: string }[] = inputs("RouterWaf").rules;
    expect(rules.map((rule) => rule.name)).toEqual(["RateLimitPerIP", "AWSManagedRulesKnownBadInputsRuleSet"]);
  });
});

describe("the stream consumer", () => {
  const mapping = () => inputs("OutboxMapping");

  test("loses nothing without a trace and lets one bad record hold up nobody", () => {
    expect(mapping()).toMatchObject({
      eventSourceArn: expect.stringContaining("TableStreamArn"),
      startingPosition: "TRIM_HORIZON",
      bisectBatchOnFunctionError: true,
      maximumRecordAgeInSeconds: 3600,
      maximumRetryAttempts: 10,
      functionResponseTypes: ["ReportBatchItemFailures"],
    });
    expect(mapping().destinationConfig.onFailure.destinationArn).toBe(queueArn());
    expect(granted("Outbox")).toEqual(expect.arrayContaining(["dynamodb:GetRecords", "sqs:SendMessage"]));
  });

  test("wakes for fresh letters only", () => {
    const filters: { pattern: string }[] = mapping().filterCriteria.filters;
    expect(filters.map(({ pattern }) => JSON.parse(pattern))).toEqual(freshLetters);
  });
});

describe("the scheduler", () => {
  test("runs every fifteen minutes, reserves nothing of a new account, and what it cannot start is kept", () => {
    expect(inputs("ClockSchedule")).toMatchObject({ scheduleExpression: "rate(15 minutes)", state: "ENABLED" });
    expect(inputs("ClockSchedule").target).toMatchObject({
      arn: arnOf("ScheduleFunction"),
      deadLetterConfig: { arn: queueArn() },
      retryPolicy: { maximumRetryAttempts: 2 },
    });
    for (const name of functionNames) expect(inputs(`${name}Function`).reservedConcurrentExecutions).toBeUndefined();
    const [{ policy }] = inputs("ClockRole").inlinePolicies;
    expect(JSON.parse(policy).Statement.map((statement: Statement) => statement.Action)).toEqual([
      ["lambda:InvokeFunction"],
      ["sqs:SendMessage"],
    ]);
  });
});

describe("mail", () => {
  test("is signed for, sent over TLS or not at all, and stops for addresses that refuse it", () => {
    expect(inputs("MailSettings")).toMatchObject({
      deliveryOptions: { tlsPolicy: "REQUIRE" },
      suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
    expect(inputs("MailIdentity")).toMatchObject({
      emailIdentity: "post.voorbeeldstad.example",
      configurationSetName: "hevel-production-mail",
    });
    expect(JSON.stringify(deployed.outputs["mailDnsRecords"])).toMatch(/_domainkey.*DMARC1/);
  });

  test("brings bounces and complaints back, from our own letters only", () => {
    expect(inputs("MailEvents").eventDestination.matchingEventTypes).toEqual(["BOUNCE", "COMPLAINT", "REJECT"]);
    expect(JSON.parse(inputs("MailFeedbackRule").eventPattern)).toMatchObject({
      source: ["aws.ses"],
      detail: { mail: { tags: { "ses:configuration-set": ["hevel-production-mail"] } } },
    });
    expect(inputs("MailFeedbackTarget").arn).toBe(arnOf("MailFeedbackFunction"));
    expect(inputs("MailFeedbackFailures").destinationConfig.onFailure.destination).toBe(queueArn());
  });
});

describe("alarms", () => {
  test("each have a line in the operating manual, and reach somebody", () => {
    const manual = readFileSync(join(root, "docs", "operating.md"), "utf8");
    const alarms = ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarms.length).toBeGreaterThan(10);
    for (const { name, alarmActions, alarmDescription } of alarms) {
      expect(manual).toContain(`\`${name.replace("hevel-production-", "")}\``);
      expect(alarmActions).toEqual([arnOf("Alarms")]);
      expect(alarmDescription).not.toBe("");
    }
    expect(inputs("AlarmsByMail")).toMatchObject({ protocol: "email", endpoint: "beheer@voorbeeldstad.example" });
  });
});

test("a dry run leaves nothing behind in the sources", () => {
  expect(existsSync(join(root, "sst-env.d.ts"))).toBe(false);
  expect(existsSync(join(root, "packages", "web", "src", "sst-env.d.ts"))).toBe(false);
});

const queueArn = () => arnOf("DeadLetters");

theEdge(() => deployed);
everyFunctionUnderItsOwnPolicy(() => ({ deployed, bundles }));
