import { rmSync } from "node:fs";
import { Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import {
  type CloudFormationTemplate,
  createFoundationApp,
  Foundation,
  foundationOutputs,
  synthesizeFoundation,
} from "./foundation.ts";

const kept = { stage: "production", data: "kept" } as const;
const template = synthesizeFoundation({ ...kept, siteOrigins: ["https://hevel.voorbeeldstad.example"] });
const trial = synthesizeFoundation({ stage: "proef" });

const ofType = (type: string) => Object.values(template.Resources).filter((resource) => resource.Type === type);

function only(type: string) {
  const [resource, ...others] = ofType(type);
  expect(others).toEqual([]);
  return resource?.Properties ?? {};
}

/** The bucket that holds files, not the one that holds its access logs. */
const files = () =>
  ofType("AWS::S3::Bucket").find(({ Properties }) => Properties?.["VersioningConfiguration"])?.Properties;

describe("the table", () => {
  const table = only("AWS::DynamoDB::Table");

  test("has one primary key and three indexes of strings, all with every attribute", () => {
    expect(table["KeySchema"]).toEqual([
      { AttributeName: "PK", KeyType: "HASH" },
      { AttributeName: "SK", KeyType: "RANGE" },
    ]);
    expect(table["GlobalSecondaryIndexes"]).toEqual(
      ["GSI1", "GSI2", "GSI3"].map((IndexName) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${IndexName}PK`, KeyType: "HASH" },
          { AttributeName: `${IndexName}SK`, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      })),
    );
    expect(table["BillingMode"]).toBe("PAY_PER_REQUEST");
  });

  test("can be restored to any second, cannot be deleted, and is encrypted with our own key", () => {
    expect(table["PointInTimeRecoverySpecification"]).toMatchObject({ PointInTimeRecoveryEnabled: true });
    expect(table["DeletionProtectionEnabled"]).toBe(true);
    expect(table["SSESpecification"]).toMatchObject({ SSEEnabled: true, SSEType: "KMS" });
    expect(only("AWS::KMS::Key")["EnableKeyRotation"]).toBe(true);
  });

  test("streams what was written and forgets by ttl", () => {
    expect(table["StreamSpecification"]).toEqual({ StreamViewType: "NEW_IMAGE" });
    expect(table["TimeToLiveSpecification"]).toEqual({ AttributeName: "ttl", Enabled: true });
  });
});

describe("the files", () => {
  test("are private, versioned and encrypted with our own key", () => {
    expect(files()?.["PublicAccessBlockConfiguration"]).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(files()?.["VersioningConfiguration"]).toEqual({ Status: "Enabled" });
    expect(JSON.stringify(files()?.["BucketEncryption"])).toContain('"SSEAlgorithm":"aws:kms"');
  });

  test("leave quarantine after a day, and unfinished uploads too", () => {
    expect(files()?.["LifecycleConfiguration"]).toMatchObject({
      Rules: [
        { Prefix: "quarantine/", ExpirationInDays: 1, Status: "Enabled" },
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: "Enabled" },
      ],
    });
  });

  test("may be PUT from the site and from nowhere else", () => {
    expect(files()?.["CorsConfiguration"]).toMatchObject({
      CorsRules: [{ AllowedMethods: ["PUT"], AllowedOrigins: ["https://hevel.voorbeeldstad.example"] }],
    });
    expect(JSON.stringify(synthesizeFoundation())).not.toContain("CorsConfiguration");
  });

  test("are refused over a connection that is not encrypted, as are their access logs", () => {
    const policies = ofType("AWS::S3::BucketPolicy").map((policy) => JSON.stringify(policy.Properties));
    expect(policies).toHaveLength(2);
    for (const policy of policies) {
      expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    }
  });
});

describe("the backups", () => {
  test("cannot be deleted in a week, nor unlocked by anybody after three days", () => {
    expect(only("AWS::Backup::BackupVault")["LockConfiguration"]).toEqual({
      MinRetentionDays: 7,
      MaxRetentionDays: 400,
      ChangeableForDays: 3,
    });
  });

  test("have a vault of their own in each stage of an account", () => {
    const vaultOf = (stage: string) =>
      Object.values(synthesizeFoundation({ ...kept, stage }).Resources).find(
        ({ Type }) => Type === "AWS::Backup::BackupVault",
      )?.Properties?.["BackupVaultName"];
    expect([vaultOf("production"), vaultOf("north")]).toEqual(["hevel-production-backups", "hevel-north-backups"]);
  });

  test("cover the table and the files, daily and monthly", () => {
    const arns = Object.entries(template.Resources)
      .filter(([, { Type, Properties }]) => Type === "AWS::DynamoDB::Table" || Properties?.["VersioningConfiguration"])
      .map(([id]) => ({ "Fn::GetAtt": [id, "Arn"] }));
    expect(arns).toHaveLength(2);
    expect(only("AWS::Backup::BackupSelection")["BackupSelection"]).toMatchObject({ Resources: arns });
    const rules = JSON.parse(JSON.stringify(only("AWS::Backup::BackupPlan")))["BackupPlan"]["BackupPlanRule"];
    expect(rules.map((rule: { RuleName: string; Lifecycle: unknown }) => [rule.RuleName, rule.Lifecycle])).toEqual([
      ["daily", { DeleteAfterDays: 35 }],
      ["monthly", { DeleteAfterDays: 400 }],
    ]);
  });
});

describe("the stack", () => {
  const holders = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Backup::BackupVault"];
  const holding = (of: CloudFormationTemplate) =>
    Object.values(of.Resources).filter(({ Type }) => holders.includes(Type));

  test("keeps everything that holds data, whatever happens to the stack, unless it never came to be", () => {
    expect(holding(template)).toHaveLength(5);
    for (const resource of holding(template)) {
      expect(resource).toMatchObject({ DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" });
    }
  });

  test("of a trial goes with its stage, so that it can be deployed again, but for buckets that hold something", () => {
    const policies = holding(trial).map(({ Type, DeletionPolicy }) => [Type.split("::")[2], DeletionPolicy]);
    expect(policies.sort()).toEqual([
      ["Bucket", "RetainExceptOnCreate"],
      ["Bucket", "RetainExceptOnCreate"],
      ["Key", "Delete"],
      ["Table", "Delete"],
    ]);
    const properties = holding(trial).map(({ Properties = {} }) => Properties);
    expect(properties.filter((one) => one["DeletionProtectionEnabled"] === true)).toEqual([]);
    expect(properties.filter((one) => "BucketName" in one || "TableName" in one)).toEqual([]);
  });

  test("of real data is protected against being deleted", () => {
    for (const [options, isProtected] of [[kept, true] as const, [{}, false] as const]) {
      const app = createFoundationApp();
      expect(new Foundation(app, options).terminationProtection).toBe(isProtected);
      rmSync(app.outdir, { recursive: true, force: true });
    }
  });

  test("is one template without assets, parameters or rules, small enough to be sent in one request", () => {
    expect(Object.keys(template).sort()).toEqual(["Outputs", "Resources"]);
    expect(JSON.stringify(template)).not.toMatch(/cdk-hnb659fds|AssetParameters|BootstrapVersion/);
    // CloudFormation takes at most 51,200 bytes in TemplateBody.
    expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThan(51_200);
  });

  test("says what the rest of the deployment needs to know, and nothing else", () => {
    expect(Object.keys(template.Outputs).sort()).toEqual([...foundationOutputs].sort());
  });

  test("has no finding of cdk-nag's AWS Solutions rules that is not explained", () => {
    const app = createFoundationApp();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const foundation = new Foundation(app, kept);
    expect(() => app.synth()).not.toThrow();
    // The check is really on: what it would object to makes it speak.
    new Queue(foundation, "Unfit");
    expect(() => app.synth({ force: true })).toThrow(/AwsSolutions-SQS/);
    rmSync(app.outdir, { recursive: true, force: true });
  });
});
