import { rmSync } from "node:fs";
import { App, BootstraplessSynthesizer, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import * as backup from "aws-cdk-lib/aws-backup";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";

/** What a stage may choose about the place where its data live. */
export type FoundationOptions = {
  /** Origins from which a browser may PUT a file with a presigned URL, such as `https://hevel.example`. None by default. */
  readonly siteOrigins?: readonly string[];
  /** What the stage is called, in the names that are one of a kind in an account. `local` by default. */
  readonly stage?: string;
  /**
   * `kept`: real data. Nothing goes with the stack, and backups are locked: nobody can shorten or delete them, AWS included, three
   * days after the first deploy, and that cannot be undone. `trial`: table and key go with the stage, so that it can be removed and
   * deployed again; there are no backups but point-in-time recovery. Trial by default.
   */
  readonly data?: "kept" | "trial";
};

/** A CloudFormation template, as far as callers need its shape. */
export type CloudFormationTemplate = {
  readonly Resources: Readonly<Record<string, CloudFormationResource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
};

export type CloudFormationResource = {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};

/** Names of the template's outputs: the only things the rest of the deployment knows about the foundation. */
export const foundationOutputs = [
  "TableName",
  "TableArn",
  "TableStreamArn",
  "BucketName",
  "BucketArn",
  "KeyArn",
] as const;

export type FoundationOutput = (typeof foundationOutputs)[number];

/**
 * Kept whatever happens to the stack, but for a stack that never came to be: what a first deploy leaves behind when it is rolled
 * back holds nothing, and would stand in the way of the next.
 */
const keptForGood = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** Fixed, so that the template is the same in every stage; the name of the deployed stack is chosen where it is deployed. */
const stackId = "foundation";

/** Everything of Hevel that holds data. No assets, so that one template is the whole stack and deploys without a bootstrap. */
export class Foundation extends Stack {
  readonly key: kms.Key;
  readonly table: dynamodb.Table;
  readonly files: s3.Bucket;

  constructor(app: App, { siteOrigins = [], stage = "local", data = "trial" }: FoundationOptions = {}) {
    super(app, stackId, {
      synthesizer: new BootstraplessSynthesizer(),
      terminationProtection: data === "kept",
      analyticsReporting: false,
    });
    const isKept = data === "kept";
    const removalPolicy = isKept ? keptForGood : RemovalPolicy.DESTROY;
    this.key = new kms.Key(this, "Key", {
      description: `Encrypts the table, the files and the backups of Hevel, stage ${stage}`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy,
    });
    this.table = createTable(this, this.key, { isKept, removalPolicy });
    this.files = createFilesBucket(this, this.key, siteOrigins);
    if (isKept) createBackups(this, { key: this.key, table: this.table, files: this.files, stage });
    this.#output({
      TableName: this.table.tableName,
      TableArn: this.table.tableArn,
      TableStreamArn: this.table.tableStreamArn ?? "",
      BucketName: this.files.bucketName,
      BucketArn: this.files.bucketArn,
      KeyArn: this.key.keyArn,
    });
  }

  #output(values: Record<FoundationOutput, string>) {
    for (const name of foundationOutputs) new CfnOutput(this, name, { value: values[name] });
  }
}

/** The app a foundation is made in: log delivery through a bucket policy, because access control lists are switched off. */
export function createFoundationApp(): App {
  return new App({ analyticsReporting: false, context: { "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true } });
}

/**
 * The CloudFormation template of everything that holds data: no assets, no parameters.
 *
 * @throws Error when the stack does not synthesise to exactly one template.
 */
export function synthesizeFoundation(options: FoundationOptions = {}): CloudFormationTemplate {
  const app = createFoundationApp();
  new Foundation(app, options);
  try {
    return app.synth().getStackByName(stackId).template;
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}

/**
 * One table for everything; keys are built in packages/store. Only the new image streams: letters in the outbox carry all they need,
 * and an old image would put what was replaced into one more place.
 */
function createTable(
  scope: Stack,
  key: kms.Key,
  { isKept, removalPolicy }: { readonly isKept: boolean; readonly removalPolicy: RemovalPolicy },
) {
  const table = new dynamodb.Table(scope, "Table", {
    partitionKey: { name: "PK", type: dynamodb.AttributeType.STRING },
    sortKey: { name: "SK", type: dynamodb.AttributeType.STRING },
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: isKept,
    stream: dynamodb.StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: "ttl",
    removalPolicy,
  });
  for (const index of ["GSI1", "GSI2", "GSI3"]) {
    table.addGlobalSecondaryIndex({
      indexName: index,
      partitionKey: { name: `${index}PK`, type: dynamodb.AttributeType.STRING },
      sortKey: { name: `${index}SK`, type: dynamodb.AttributeType.STRING },
      projectionType: dynamodb.ProjectionType.ALL,
    });
  }
  return table;
}

/**
 * Receipts and photos. A bucket that holds something cannot go with its stack, in no stage; its name is CloudFormation's own, so a
 * next one is not in its way. What is uploaded lands under `quarantine/` and is copied out only once its content
 * has been judged.
 */
function createFilesBucket(scope: Stack, key: kms.Key, siteOrigins: readonly string[]) {
  const closed = {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: keptForGood,
  };
  // The log delivery service of S3 cannot write to a bucket that a customer managed key encrypts by default.
  const accessLogs = new s3.Bucket(scope, "FilesAccessLogs", {
    ...closed,
    encryption: s3.BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ id: "forget-access", expiration: Duration.days(400) }],
  });
  return new s3.Bucket(scope, "Files", {
    ...closed,
    versioned: true,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: "files/",
    lifecycleRules: [
      {
        id: "empty-quarantine",
        prefix: "quarantine/",
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      { id: "drop-abandoned-uploads", abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    ...(siteOrigins.length > 0 && {
      cors: [
        {
          allowedMethods: [s3.HttpMethods.PUT],
          allowedOrigins: [...siteOrigins],
          allowedHeaders: ["content-type", "x-amz-*"],
          maxAge: 3600,
        },
      ],
    }),
  });
}

type BackupParts = {
  readonly key: kms.Key;
  readonly table: dynamodb.Table;
  readonly files: s3.Bucket;
  readonly stage: string;
};

/**
 * Point-in-time recovery forgets after 35 days and dies with the table; these copies do neither. Daily copies are kept five weeks,
 * monthly ones 400 days, so that a full financial year can be read back when its accounts are approved.
 */
function createBackups(scope: Stack, { key, table, files, stage }: BackupParts) {
  const vault = new backup.BackupVault(scope, "BackupVault", {
    // One of a kind in an account and region; CDK would give every stage the same.
    backupVaultName: `hevel-${stage}-backups`,
    encryptionKey: key,
    removalPolicy: keptForGood,
    lockConfiguration: {
      minRetention: Duration.days(7),
      maxRetention: Duration.days(400),
      changeableFor: Duration.days(3),
    },
  });
  const plan = new backup.BackupPlan(scope, "BackupPlan", { backupVault: vault });
  plan.addRule(
    new backup.BackupPlanRule({
      ruleName: "daily",
      scheduleExpression: events.Schedule.cron({ minute: "0", hour: "2" }),
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(8),
      deleteAfter: Duration.days(35),
    }),
  );
  plan.addRule(
    new backup.BackupPlanRule({
      ruleName: "monthly",
      scheduleExpression: events.Schedule.cron({ minute: "0", hour: "3", day: "1" }),
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(8),
      deleteAfter: Duration.days(400),
    }),
  );
  const role = new iam.Role(scope, "BackupRole", { assumedBy: new iam.ServicePrincipal("backup.amazonaws.com") });
  for (const policy of ["service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup"]) {
    role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(policy));
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
      reason: "AWS keeps this policy in step with what AWS Backup does; only AWS Backup can assume the role.",
    });
  }
  plan.addSelection("Data", {
    role,
    disableDefaultBackupPolicy: true,
    resources: [backup.BackupResource.fromDynamoDbTable(table), backup.BackupResource.fromArn(files.bucketArn)],
  });
}
