import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import type { FoundationOutput } from "./foundation.ts";
import { ownNode } from "./own-node.ts";
import { isPermanent, nameOf, stage } from "./stage.ts";
import { uploadOrigins } from "./stage-settings.ts";

/**
 * Everything that holds data, as one CloudFormation stack with a lifecycle of its own. Of production Pulumi may update it and never
 * delete it; CloudFormation itself refuses to replace or delete what is in it, and keeps the data should the stack ever go. A trial
 * stage that is removed takes it along. A first try that fails leaves no stack behind that the next would stumble over.
 */
export const foundation = new aws.cloudformation.Stack(
  "Foundation",
  {
    name: nameOf("foundation"),
    templateBody: synthesize(),
    capabilities: ["CAPABILITY_IAM"],
    onFailure: "DELETE",
    policyBody: JSON.stringify({
      Statement: [
        { Effect: "Allow", Action: "Update:*", Principal: "*", Resource: "*" },
        {
          Effect: "Deny",
          Action: ["Update:Replace", "Update:Delete"],
          Principal: "*",
          Resource: "*",
          Condition: {
            StringEquals: {
              ResourceType: ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Backup::BackupVault"],
            },
          },
        },
      ],
    }),
  },
  { protect: isPermanent, retainOnDelete: isPermanent },
);

/** The table with its indexes and its stream. */
export const table = new sst.Linkable("Table", {
  properties: { name: output("TableName"), arn: output("TableArn"), streamArn: output("TableStreamArn") },
});

/** The bucket with receipts and photos. */
export const files = new sst.Linkable("Files", {
  properties: { name: output("BucketName"), arn: output("BucketArn") },
});

/** The key that encrypts both. */
export const key = new sst.Linkable("DataKey", { properties: { arn: output("KeyArn") } });

function output(name: FoundationOutput) {
  return foundation.outputs.apply((outputs) => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`The foundation stack has no output ${name}.`);
    return value;
  });
}

/** In a process of its own: the CDK does not survive being bundled into the program that SST runs. */
function synthesize(): string {
  const { root } = $cli.paths;
  const template = execFileSync(
    ownNode(root),
    ["--disable-warning=ExperimentalWarning", join("infra", "template-cli.ts")],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        HEVEL_SITE_ORIGINS: uploadOrigins(stage).join(" "),
        HEVEL_STAGE: $app.stage,
        HEVEL_DATA: isPermanent ? "kept" : "trial",
      },
    },
  );
  return JSON.stringify(JSON.parse(template));
}
